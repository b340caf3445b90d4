import type { DialogueView } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import { problemText } from '@parley/messages/problem-text'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { ComingMeeting } from '../features/arrive/coming-meeting.tsx'
import { emptyConvening, proposedBy } from '../features/prepare/convening-form.ts'
import { MeetingsList } from '../features/prepare/meetings-list.tsx'
import { Button } from '../ui/button.tsx'
import { Mark } from '../ui/mark.tsx'
import { Words } from '../ui/words.tsx'
import { Brand } from './brand.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'
import { ownClient } from './own-client.ts'
import { pathOf } from './routes.ts'
import { sideOf } from './sides.ts'
import { wordingFor } from './wording.ts'
import top from './enter-page.module.css'
import styles from './dialogue-page.module.css'

/** A dialogue: its parties, its meetings that this seat may enter, the newest first, and the convening of the next. */
export const DialoguePage = ({ dialogue, seat }: { readonly dialogue: string; readonly seat: string }) => {
  const { language, say } = useLocale()
  const [asked, setAsked] = useState<Result<DialogueView>>()
  const ask = useCallback(async () => {
    setAsked(await ownClient().dialogue(dialogue))
  }, [dialogue])
  useEffect(() => {
    const again = (): void => void ask()
    again()
    // What the other side convened meanwhile is there when one comes back to the window.
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [ask])
  if (asked === undefined) return <NoticePage title={say('room.loading')} />
  if (!asked.ok) return <NoticePage title={problemText(language, asked.problem)} />
  const view = asked.value
  return (
    <>
      <header className={top['top']}>
        <Brand />
        <LanguageChoice />
      </header>
      <main className={styles['page']}>
        <h1>
          <Words {...wordingFor(view.name, language, view.languages)} />
        </h1>
        <Next view={view} seat={seat} />
        <h2>{say('room.meetings')}</h2>
        <MeetingsList
          view={view}
          timeZone={zoneOf(view, seat)}
          coming={(meeting) => <ComingMeeting place={{ dialogue, meeting }} timeZone={zoneOf(view, seat)} />}
        />
        <Parties view={view} />
      </main>
    </>
  )
}

/** The time a secretariat lives by: its own party's, for a joint one the first party's. */
const zoneOf = ({ parties, secretariats }: DialogueView, seat: string): string => {
  const own = secretariats.find((one) => one.seat === seat)?.party
  return (parties.find(({ id }) => id === own) ?? parties[0])?.timeZone ?? 'UTC'
}

// What only secretariats need is fetched when they go there.
const ConveneBox = lazy(async () => ({
  default: (await import('../features/prepare/convene-box.tsx')).ConveneBox,
}))

/** The convening of the next meeting, for whom the rules allow it. */
const Next = ({ view, seat }: { readonly view: DialogueView; readonly seat: string }) => {
  const { say } = useLocale()
  const [isOpen, setOpen] = useState(false)
  if (!proposedBy(view, seat, emptyConvening(view), 0).ok) return null
  if (!isOpen) {
    return (
      <p className={styles['next']}>
        <Button look="primary" size="large" onPress={() => setOpen(true)}>
          {say('prepare.convene')}
        </Button>
      </p>
    )
  }
  const { dialogue } = view
  return (
    <Suspense fallback={<p>{say('room.loading')}</p>}>
      <ConveneBox
        view={view}
        seat={seat}
        timeZone={zoneOf(view, seat)}
        onClose={() => setOpen(false)}
        onConvene={async (command) => {
          const answer = await ownClient().act(`dialogue/${dialogue}`, command)
          if (answer.ok) {
            location.assign(pathOf({ page: 'meeting', dialogue, meeting: command.meeting, view: 'prepare' }))
          }
          return answer
        }}
      />
    </Suspense>
  )
}

/** Who takes part for good, and who serves them. */
const Parties = ({ view }: { readonly view: DialogueView }) => {
  const { language, say } = useLocale()
  const { parties, secretariats, languages } = view
  const served = [...parties.map(({ id }): string | undefined => id), undefined]
  return (
    <>
      <h2>{say('prepare.parties')}</h2>
      <ul className={styles['parties']}>
        {served.map((id) => {
          const party = parties.find((one) => one.id === id)
          const serving = secretariats.filter((one) => one.party === id)
          if (party === undefined && serving.length === 0) return null
          return (
            <li key={id ?? 'joint'}>
              <b>
                <Mark side={sideOf({ delegations: parties }, id)} />{' '}
                {party === undefined ? (
                  say('prepare.whole-meeting')
                ) : (
                  <Words {...wordingFor(party.name, language, languages)} />
                )}
              </b>
              {serving.map(({ seat, person }) => (
                <span key={seat}>
                  <Words {...wordingFor(person.name, language, languages)} />
                </span>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}
