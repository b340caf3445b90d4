import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { pathOf } from '../../app/routes.ts'
import { Button } from '../../ui/button.tsx'
import { Words } from '../../ui/words.tsx'
import { filled, lacking, type Filled } from './filled.ts'
import { Form } from './form.tsx'
import { freshId } from './fresh-id.ts'
import { LocalizedField } from './localized-field.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { useDraft } from './use-draft.ts'
import { formOfText } from './whereabouts.ts'
import { missingIn, problemsIn, wordingOf, type WordingForm } from './wording-form.ts'
import styles from './part.module.css'

/** The texts to be negotiated, opened by title; their blocks are drafted and tabled elsewhere. */
export const TextsPart = ({ may }: { readonly may: MayPrepare }) => {
  const { proceedings, sitting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const { isOpen, open } = useOpenForms()
  const { byId } = proceedings.texts
  const order = Object.keys(byId)
  const href = pathOf({ page: 'meeting', ...sitting.place, view: 'text' })
  return (
    <Part section="texts" heading={say('prepare.texts')}>
      {order.length === 0 && <p className={styles['empty']}>{say('room.text-none')}</p>}
      <ul className={styles['rows']}>
        {order.map((id) => (
          <li key={id} className={styles['row']}>
            <a className={styles['what']} href={href}>
              <Words {...words(byId[id]?.title)} />
            </a>
          </li>
        ))}
      </ul>
      {may.texts && isOpen(formOfText()) && <TextForm />}
      {may.texts && !isOpen(formOfText()) && (
        <div className={styles['add']}>
          <Button onPress={() => open(formOfText())}>{say('prepare.open-text')}</Button>
        </div>
      )}
    </Part>
  )
}

const TextForm = () => {
  const { meeting, proceedings } = useRoom()
  const { say } = useLocale()
  const { close } = useOpenForms()
  const draft = useDraft<WordingForm>({})
  return (
    <Form
      name={formOfText()}
      heading={say('prepare.open-text')}
      draft={draft}
      filled={opening(draft.value, freshId('text', Object.keys(proceedings.texts.byId)), meeting.languages)}
      save={say('prepare.open-text')}
      question={say('prepare.open-text-question')}
      note={say('prepare.open-text-note')}
      onClose={() => close(formOfText())}
    >
      <LocalizedField
        label={say('prepare.title')}
        value={draft.value}
        languages={meeting.languages}
        onChange={draft.set}
      />
    </Form>
  )
}

/** A text has all the meeting's languages from the start, its title too. */
const opening = (form: WordingForm, text: string, languages: readonly string[]): Filled => {
  const title = wordingOf(form)
  if (title === undefined || missingIn(title, languages).length > 0) return lacking('every-language')
  if (Object.keys(problemsIn(form, 'one')).length > 0) return lacking('wrong')
  return filled({ type: 'OpenText', text, title })
}
