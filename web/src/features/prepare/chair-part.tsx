import { formatList } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { filled, lacking } from './filled.ts'
import { Form } from './form.tsx'
import { mayChair, type MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { useDraft } from './use-draft.ts'
import { FORM_OF_CHAIR } from './whereabouts.ts'
import styles from './part.module.css'
import choice from './choices.module.css'

/** Who is in the chair: one person, or several as co-chairs. */
export const ChairPart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const { person } = useNames()
  const { isOpen, open } = useOpenForms()
  return (
    <Part section="chair" heading={say('prepare.chair')}>
      {may.chair && isOpen(FORM_OF_CHAIR) ? (
        <ChairForm />
      ) : (
        <>
          <p className={meeting.chair.length === 0 ? styles['empty'] : ''}>
            {meeting.chair.length === 0
              ? say('prepare.no-chair')
              : formatList(
                  language,
                  meeting.chair.map((seat) => person(seat).text),
                  'persons',
                )}
          </p>
          {may.chair && (
            <div className={styles['add']}>
              <Button onPress={() => open(FORM_OF_CHAIR)}>{say('prepare.appoint')}</Button>
            </div>
          )}
        </>
      )}
    </Part>
  )
}

const ChairForm = () => {
  const { meeting, proceedings, seat: own } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  const { close } = useOpenForms()
  const at = useServerNow(60_000)
  const draft = useDraft(meeting.chair)
  const able = mayChair({ proceedings, seat: own, at })
  const chosen = draft.value.filter((seat) => able.includes(seat))
  return (
    <Form
      name={FORM_OF_CHAIR}
      heading={say('prepare.appoint')}
      draft={draft}
      filled={chosen.length === 0 ? lacking('chair') : filled({ type: 'AppointChair', seats: [...chosen] })}
      save={say('prepare.appoint')}
      note={say('prepare.chair-note')}
      theirs={
        <p>
          {formatList(
            language,
            meeting.chair.map((seat) => names.person(seat).text),
            'persons',
          )}
        </p>
      }
      onClose={() => close(FORM_OF_CHAIR)}
    >
      {able.length === 0 && <p className={styles['empty']}>{say('prepare.nobody-to-chair')}</p>}
      <fieldset className={choice['choices']}>
        <legend className="sr">{say('prepare.chair')}</legend>
        {able.map((seat) => (
          <label key={seat}>
            <input
              type="checkbox"
              checked={chosen.includes(seat)}
              onChange={({ target }) =>
                draft.set(target.checked ? [...chosen, seat] : chosen.filter((one) => one !== seat))
              }
            />
            <Mark side={names.sideOfSeat(seat)} />
            <span>
              <Words {...names.person(seat)} />{' '}
              <small>{say(`role.${meeting.people[seat]?.role ?? 'officer'}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </Form>
  )
}
