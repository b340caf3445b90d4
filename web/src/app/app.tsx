import type { OwnSeat } from '@parley/client/own-seat'
import type { Result, Trouble } from '@parley/client/result'
import { useEffect, useState } from 'react'
import { DialoguePage } from './dialogue-page.tsx'
import { EnterPage, roomOf } from './enter-page.tsx'
import { KeysPage } from './keys-page.tsx'
import { LobbyPage } from './lobby-page.tsx'
import { useLocale } from './locale.tsx'
import { MeetingPage } from './meeting-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { pathOf, type Route } from './routes.ts'
import { whoAmI } from './session.ts'
import { signInHere } from './sign-in-path.ts'
import { SignInPage } from './sign-in-page.tsx'

/** The page an address stands for. `invitation` is empty where the address carried none. */
export const App = ({ route, invitation }: { readonly route: Route; readonly invitation: string }) => {
  const { say } = useLocale()
  switch (route.page) {
    case 'enter':
      return <EnterPage invitation={invitation} />
    case 'sign-in':
      return <SignInPage />
    case 'home':
    case 'keys':
    case 'dialogue':
    case 'meeting':
      return <SignedIn route={route} />
    case 'unknown':
      return (
        <NoticePage title={say('room.unknown-title')}>
          <p>
            <a href={pathOf({ page: 'home' })}>{say('room.home')}</a>
          </p>
        </NoticePage>
      )
  }
}

/** Pages that are somebody's: first of all, whose, and whether they have been admitted. */
const SignedIn = ({
  route,
}: {
  readonly route: Extract<Route, { page: 'home' | 'keys' | 'dialogue' | 'meeting' }>
}) => {
  const { language, say } = useLocale()
  const [who, setWho] = useState<Result<OwnSeat>>()
  const [admit] = useState(() => (own: OwnSeat) => setWho({ ok: true, value: own }))
  useEffect(() => {
    void whoAmI(language).then(setWho)
  }, [language])
  if (who === undefined) return <NoticePage title={say('room.loading')} />
  if (!who.ok) return <SignedOut trouble={who.problem} />
  const { principal, waits } = who.value
  if (waits) return <LobbyPage own={who.value} onAdmitted={admit} />
  switch (route.page) {
    case 'home':
      location.replace(roomOf(principal))
      return null
    case 'keys':
      return <KeysPage own={who.value} />
    case 'dialogue':
      return <DialoguePage dialogue={route.dialogue} seat={principal.seat} />
    case 'meeting':
      return <MeetingPage route={route} seat={principal.seat} />
  }
}

const SignedOut = ({ trouble }: { readonly trouble: Trouble }) => {
  const { say } = useLocale()
  if (trouble.status !== 401) {
    return (
      <NoticePage title={say('room.connection-lost')}>
        <p>{say('room.lost-explained')}</p>
      </NoticePage>
    )
  }
  return (
    <NoticePage title={say('room.signed-out-title')}>
      <p>{say('room.signed-out')}</p>
      <p>
        <a href={signInHere()}>{say('sitting.sign-in')}</a>
      </p>
    </NoticePage>
  )
}
