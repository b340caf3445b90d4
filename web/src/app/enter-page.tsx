import type { MeetingView } from '@parley/client/parley-client'
import type { Trouble } from '@parley/client/result'
import { problemText } from '@parley/messages/problem-text'
import { useEffect, useState } from 'react'
import { Arrival } from '../features/arrive/arrival.tsx'
import { Brand } from './brand.tsx'
import { parleyConnection } from './connection.ts'
import { LanguageChoice } from './language-choice.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'
import { pathOf } from './routes.ts'
import { comeIn, whoAmI, type Who } from './session.ts'
import styles from './enter-page.module.css'

type Entering =
  | { readonly step: 'checking' }
  | { readonly step: 'no-invitation' }
  | { readonly step: 'refused'; readonly trouble: Trouble }
  | { readonly step: 'known'; readonly who: Who; readonly meeting: MeetingView }

/** Where an invitation's link leads: it is traded for a session once, and shows who one is about to be. */
export const EnterPage = ({ invitation }: { readonly invitation: string }) => {
  const { language, say } = useLocale()
  const [entering, setEntering] = useState<Entering>({ step: 'checking' })
  useEffect(() => {
    void enter(invitation, language).then(setEntering)
    // Once: an invitation is used up the first time.
  }, [invitation])
  return (
    <>
      <header className={styles['top']}>
        <Brand />
        <LanguageChoice />
      </header>
      {entering.step === 'checking' && <NoticePage title={say('foyer.entering')} />}
      {entering.step === 'no-invitation' && <NoticePage title={say('foyer.invitation-missing')} />}
      {entering.step === 'refused' && <NoticePage title={problemText(language, entering.trouble)} />}
      {entering.step === 'known' && (
        <Arrival
          meeting={entering.meeting}
          seat={entering.who.principal.seat}
          onEnter={() => {
            const { dialogue, meeting } = entering.meeting
            location.assign(pathOf({ page: 'meeting', dialogue, meeting, view: 'room' }))
          }}
        />
      )}
    </>
  )
}

const enter = async (invitation: string, language: string): Promise<Entering> => {
  const { origin } = location
  // Without an invitation whoever is already signed in is shown who they are.
  const came = invitation === '' ? await whoAmI(origin, language) : await comeIn(origin, invitation)
  if (!came.ok)
    return invitation === '' ? { step: 'no-invitation' } : { step: 'refused', trouble: came.problem }
  const { dialogue, meeting } = came.value.principal
  if (meeting === undefined) {
    location.replace(pathOf({ page: 'dialogue', dialogue }))
    return { step: 'checking' }
  }
  const summary = await parleyConnection(origin, () => language).summary({ dialogue, meeting })
  return summary.ok
    ? { step: 'known', who: came.value, meeting: summary.value }
    : { step: 'refused', trouble: summary.problem }
}
