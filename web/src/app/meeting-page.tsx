import { lazy, Suspense, useEffect, useState } from 'react'
import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { holdWords } from '@parley/messages/words'
import { MediaProvider } from '../media/media-context.tsx'
import { Button } from '../ui/button.tsx'
import { Announcer } from './announcer.tsx'
import { useCell } from './cell.ts'
import { parleyConnection, type ConnectionState } from './connection.ts'
import { useLocale } from './locale.tsx'
import { mediaOf } from './media-parts.ts'
import { NoticePage } from './notice-page.tsx'
import { PresenceProvider } from './presence.tsx'
import { roomOf, RoomContext, useRoom } from './room-context.tsx'
import type { MeetingView, Route } from './routes.ts'
import { SeatRoom } from './seat-room.tsx'
import { signInHere } from './sign-in-path.ts'
import { createSitting, type Sitting } from './sitting.ts'
import { TopLine } from './top-line.tsx'
import { TroubleBar } from './trouble-bar.tsx'
import styles from './meeting-page.module.css'

type MeetingRoute = Extract<Route, { page: 'meeting' }>

/**
 * A meeting, followed from the first entry of its record. Where the seat's access has ended, nothing of the meeting
 * stays on the page: not on the screen, not in memory, not among the acts kept for later.
 */
export const MeetingPage = ({ route, seat }: { readonly route: MeetingRoute; readonly seat: string }) => {
  const { language } = useLocale()
  const [ended, setEnded] = useState<Ended>()
  const [sitting, setSitting] = useState<Sitting | undefined>(() =>
    createSitting(
      parleyConnection(() => document.documentElement.lang || language),
      { dialogue: route.dialogue, meeting: route.meeting },
      seat,
    ),
  )
  useEffect(() => {
    // The page of the text comes while the record does.
    if (route.view === 'text') void fetchTextRoom()
  }, [route.view])
  useEffect(() => {
    if (sitting === undefined) return undefined
    const watch = (): void => {
      const how = endOf(sitting.connection.read())
      if (how === undefined) return
      setEnded(how)
      if (how === 'outdated') return
      for (const { id } of sitting.desk.read().pending) sitting.desk.discard(id)
      setSitting(undefined)
    }
    const unwatch = sitting.connection.subscribe(watch)
    const stop = sitting.follow()
    return () => {
      unwatch()
      stop()
    }
  }, [sitting])
  if (ended !== undefined) return <EndedPage how={ended} />
  return sitting && <Following sitting={sitting} route={route} />
}

const EndedPage = ({ how }: { readonly how: Ended }) => {
  const { say } = useLocale()
  const title = say(`room.${how}-title`)
  useEffect(() => {
    document.title = `${title} · Parley`
  }, [title])
  return (
    <NoticePage title={title}>
      <p>{say(`room.${how}`)}</p>
      {how === 'outdated' ? (
        <Button look="primary" size="large" onPress={() => location.reload()}>
          {say('room.reload')}
        </Button>
      ) : (
        <>
          <p>{say('sitting.gone-from-page')}</p>
          <p>
            <a href={signInHere()}>{say('sitting.sign-in')}</a>
          </p>
        </>
      )}
    </NoticePage>
  )
}

const Following = ({ sitting, route }: { readonly sitting: Sitting; readonly route: MeetingRoute }) => {
  const { say } = useLocale()
  const state = useCell(sitting.connection)
  const { proceedings, facts, caughtUp } = useCell(sitting.store)
  const [plenary] = useState(() =>
    HEARD_ON.has(route.view) ? mediaOf(sitting.place, { kind: 'plenary' }) : undefined,
  )
  if (!caughtUp) return <NoticePage title={say(state === 'lost' ? 'room.connection-lost' : 'room.loading')} />
  return (
    <RoomContext value={roomOf(sitting, proceedings, facts)}>
      <Title />
      <Announcer />
      <PresenceProvider place={sitting.place}>
        <MediaProvider part={plenary}>
          <View route={route} />
        </MediaProvider>
      </PresenceProvider>
    </RoomContext>
  )
}

/** Where the plenary is seen and heard; at a desk nobody sits in it. */
const HEARD_ON: ReadonlySet<MeetingView> = new Set(['room', 'text', 'screen', 'chamber', 'kit'])

type Ended = 'signed-out' | 'refused' | 'outdated'

/** States of the line that do not mend themselves. */
const endOf = (state: ConnectionState): Ended | undefined => {
  switch (state) {
    case 'signed-out':
    case 'refused':
    case 'outdated':
      return state
    case 'opening':
    case 'live':
    case 'lost':
      return undefined
  }
}

const View = ({ route }: { readonly route: MeetingRoute }) => {
  const { say } = useLocale()
  switch (route.view) {
    case 'screen':
      return (
        <Suspense fallback={<NoticePage title={say('room.loading')} />}>
          <HallScreen />
        </Suspense>
      )
    case 'text':
      return (
        <div className={styles['scrolling']}>
          <TopLine view={route.view} />
          <TroubleBar />
          <Suspense fallback={<NoticePage title={say('room.loading')} />}>
            <TextRoom />
          </Suspense>
        </div>
      )
    case 'prepare':
    case 'chamber':
    case 'desk':
      return (
        <div className={styles[route.view === 'chamber' ? 'filled' : 'scrolling']}>
          <TopLine view={route.view} />
          <TroubleBar />
          <Suspense fallback={<NoticePage title={say('room.loading')} />}>
            <Desk view={route.view} />
          </Suspense>
        </div>
      )
    case 'kit':
      return (
        <div className={styles['app']}>
          <TopLine view={route.view} />
          <TroubleBar />
          <Suspense fallback={<NoticePage title={say('room.loading')} />}>
            <RoomKitRoom />
          </Suspense>
        </div>
      )
    case 'room':
      return (
        <div className={styles['app']}>
          <TopLine view={route.view} />
          <TroubleBar />
          <SeatRoom />
        </div>
      )
  }
}

// What only some people need is fetched when they go there.
const fetchTextRoom = () => import('./text-room.tsx')
const TextRoom = lazy(async () => ({ default: (await fetchTextRoom()).TextRoom }))
const PreparePage = lazy(async () => ({ default: (await import('./prepare-page.tsx')).PreparePage }))
const ChamberPage = lazy(async () => ({ default: (await import('./chamber-page.tsx')).ChamberPage }))
const RoomKitRoom = lazy(async () => ({ default: (await import('./room-kit-room.tsx')).RoomKitRoom }))
const DeskPage = lazy(async () => {
  // A release is drafted in every language of the meeting by whoever sits at the desk.
  const [{ DeskPage: page }] = await Promise.all([import('./desk-page.tsx'), holdWords(CATALOGUES)])
  return { default: page }
})
const HallScreen = lazy(async () => {
  // A hall reads several languages at once.
  const [{ HallScreen: screen }] = await Promise.all([
    import('../features/screen/hall-screen.tsx'),
    holdWords(CATALOGUES),
  ])
  return { default: screen }
})

const Desk = ({ view }: { readonly view: 'prepare' | 'chamber' | 'desk' }) => {
  switch (view) {
    case 'prepare':
      return <PreparePage />
    case 'chamber':
      return <ChamberPage />
    case 'desk':
      return <DeskPage />
  }
}

/** The window is called after the meeting. */
const Title = () => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const name = meeting.dialogueName[language] ?? Object.values(meeting.dialogueName)[0] ?? ''
  useEffect(() => {
    document.title = `${say('room.hall')} · ${name} · Parley`
  }, [name, say])
  return null
}
