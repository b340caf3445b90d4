import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { filled, lacking, type Filled } from './filled.ts'
import { Form } from './form.tsx'
import { LocalizedField } from './localized-field.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { useDraft } from './use-draft.ts'
import { formOfTheme } from './whereabouts.ts'
import { formOf, problemsIn, wordingOf, type WordingForm } from './wording-form.ts'
import { Wordings } from './wordings.tsx'
import styles from './part.module.css'

/** The theme all share, and each side's own wording of it where the sides word it differently. */
export const ThemePart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { party, side } = useNames()
  return (
    <Part section="theme" heading={say('prepare.theme')}>
      <Theme wording={meeting.theme} heading={say('prepare.theme-common')} isOwn={may.theme()} />
      {meeting.delegations.map(({ id }) => {
        const wording = lookup(meeting.themeOf, id)
        if (wording === undefined && !may.theme(id)) return null
        return (
          <div key={id}>
            <h3 className={styles['group']}>
              <Mark side={side(id)} />
              <span>
                {say('prepare.theme-of')} <Words {...party(id)} />
              </span>
            </h3>
            <Theme
              wording={wording}
              heading={say('prepare.theme-of-side', { who: party(id).text })}
              delegation={id}
              isOwn={may.theme(id)}
            />
          </div>
        )
      })}
    </Part>
  )
}

const Theme = ({
  wording,
  heading,
  delegation,
  isOwn,
}: {
  readonly wording: Localized | undefined
  readonly heading: string
  readonly delegation?: string
  readonly isOwn: boolean
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { isOpen, open } = useOpenForms()
  const name = formOfTheme(delegation)
  if (isOwn && isOpen(name)) return <ThemeForm {...{ wording, heading, delegation, name }} />
  return (
    <>
      {wording === undefined ? (
        <p className={styles['empty']}>{say('prepare.theme-as-common')}</p>
      ) : (
        <Wordings wording={wording} languages={meeting.languages} />
      )}
      {isOwn && (
        <div className={styles['add']}>
          <Button label={say('prepare.reword-this', { what: heading })} onPress={() => open(name)}>
            {say('prepare.reword')}
          </Button>
        </div>
      )}
    </>
  )
}

const ThemeForm = ({
  wording,
  heading,
  delegation,
  name,
}: {
  readonly wording: Localized | undefined
  readonly heading: string
  readonly delegation: string | undefined
  readonly name: string
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { close } = useOpenForms()
  const draft = useDraft(formOf(wording))
  return (
    <Form
      name={name}
      heading={heading}
      draft={draft}
      filled={rewording(draft.value, delegation)}
      save={say('prepare.save')}
      theirs={<Wordings wording={wording} languages={meeting.languages} />}
      onClose={() => close(name)}
    >
      <LocalizedField
        label={say('prepare.theme')}
        value={draft.value}
        onChange={draft.set}
        languages={meeting.languages}
      />
    </Form>
  )
}

const rewording = (form: WordingForm, delegation: string | undefined): Filled => {
  const theme = wordingOf(form)
  if (theme === undefined) return lacking('wording')
  if (Object.keys(problemsIn(form, 'one')).length > 0) return lacking('wrong')
  return filled({ type: 'RewordTheme', theme, ...(delegation === undefined ? {} : { delegation }) })
}
