import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SelectField, type Option } from './fields.tsx'
import part from './part.module.css'

/** The people named to speak under an item, in the order they were named. */
export const SpeakersField = ({
  value,
  options,
  onChange,
}: {
  readonly value: readonly string[]
  readonly options: readonly Option<string>[]
  readonly onChange: (value: readonly string[]) => void
}) => {
  const { say } = useLocale()
  const wordsOf = (seat: string): string => options.find(({ id }) => id === seat)?.words ?? seat
  return (
    <div>
      <ol className={part['rows']} aria-label={say('prepare.speakers')}>
        {value.map((seat, index) => (
          <li key={seat} className={part['row']}>
            <span className={part['what']}>
              {index + 1}. {wordsOf(seat)}
            </span>
            <Button
              look="quiet"
              label={say('prepare.not-speaker', { who: wordsOf(seat) })}
              onPress={() => onChange(value.filter((one) => one !== seat))}
            >
              <Icon name="cross" small />
            </Button>
          </li>
        ))}
      </ol>
      <SelectField
        label={say('prepare.add-speaker')}
        note={say('prepare.speakers-note')}
        value=""
        none={say('prepare.choose')}
        options={options.filter(({ id }) => !value.includes(id))}
        onChange={(seat) => {
          if (seat !== '') onChange([...value, seat])
        }}
      />
    </div>
  )
}
