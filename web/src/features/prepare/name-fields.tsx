import { useLocale } from '../../app/locale.tsx'
import { SelectField } from './fields.tsx'
import { LocalizedField } from './localized-field.tsx'
import type { Gender, NameForm } from './person-form.ts'

const GENDERS: readonly Exclude<Gender, 'unsaid'>[] = ['feminine', 'masculine']

/** Somebody’s name and office in every language, and the gender verbs agree with. */
export const NameFields = <Value extends NameForm>({
  value,
  onChange,
  languages,
}: {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly languages: readonly string[]
}) => {
  const { say } = useLocale()
  return (
    <>
      <LocalizedField
        label={say('prepare.name')}
        length="short"
        value={value.name}
        languages={languages}
        onChange={(name) => onChange({ ...value, name })}
      />
      <LocalizedField
        label={say('prepare.office')}
        length="short"
        value={value.office}
        languages={languages}
        onChange={(office) => onChange({ ...value, office })}
      />
      <SelectField
        label={say('prepare.gender')}
        note={say('prepare.gender-note')}
        value={value.gender === 'unsaid' ? '' : value.gender}
        none={say('prepare.gender-unsaid')}
        options={GENDERS.map((id) => ({ id, words: say(`prepare.gender-${id}`) }))}
        onChange={(gender) => onChange({ ...value, gender: gender === '' ? 'unsaid' : gender })}
      />
    </>
  )
}
