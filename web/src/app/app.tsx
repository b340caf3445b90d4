import type { Result } from '@parley/client/result'
import { useEffect, useState } from 'react'
import { DialoguePage } from './dialogue-page.tsx'
import { EnterPage } from './enter-page.tsx'
import { useLocale } from './locale.tsx'
import { MeetingPage } from './meeting-page.tsx'
import { KeysPage } from './keys-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { pathOf, type Route } from './routes.ts'
import { SignInPage } from './sign-in-page.tsx'
import { whoAmI, type Who } from './session.ts'

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

/** Pages that are somebody's: first of all, whose. */
const SignedIn = ({
  route,
}: {
  readonly route: Extract<Route, { page: 'home' | 'keys' | 'dialogue' | 'meeting' }>
}) => {
  const { language, say } = useLocale()
  const [who, setWho] = useState<Result<Who>>()
  useEffect(() => {
    void whoAmI(location.origin, language).then(setWho)
  }, [language])
  if (who === undefined) return <NoticePage title={say('room.loading')} />
  if (!who.ok) {
    const word = who.problem.status === 401 ? 'signed-out' : undefined
    return (
      <NoticePage title={say(word === undefined ? 'room.connection-lost' : 'room.signed-out-title')}>
        <p>{say(word === undefined ? 'room.lost-explained' : 'room.signed-out')}</p>
      </NoticePage>
    )
  }
  const { dialogue, meeting, seat } = who.value.principal
  switch (route.page) {
    case 'home':
      location.replace(
        pathOf(
          meeting === undefined
            ? { page: 'dialogue', dialogue }
            : { page: 'meeting', dialogue, meeting, view: 'room' },
        ),
      )
      return null
    case 'keys':
      return <KeysPage />
    case 'dialogue':
      return <DialoguePage dialogue={route.dialogue} />
    case 'meeting':
      return <MeetingPage route={route} seat={seat} />
  }
}
