import { activeAt } from '@parley/domain/meeting/seats'
import { useState } from 'react'
import { AgendaRail } from '../features/agenda/agenda-rail.tsx'
import { ClockBox, TurnRuler } from '../features/floor/clock-box.tsx'
import { GlossaryPanel } from '../features/interpret/glossary-panel.tsx'
import { firstPair, pairAsKept, type LanguagePair } from '../features/interpret/language-pair.ts'
import { PairChoice } from '../features/interpret/pair-choice.tsx'
import { NextToSpeak, SpeakingNow } from '../features/interpret/speakers-in-two.tsx'
import { useWordingShown, WordingPanel } from '../features/interpret/wording-panel.tsx'
import { useMediaView } from '../media/media-context.tsx'
import { Conference } from '../media/conference.tsx'
import { OwnDevices } from '../media/own-devices.tsx'
import { Icon } from '../ui/icon.tsx'
import { mediaOf } from './media-parts.ts'
import { useLocale } from './locale.tsx'
import { useRoom } from './room-context.tsx'
import { timeZoneOf } from './time-zone.ts'
import styles from './interpreter-room.module.css'

/** The booth: who speaks and who comes next, the wording as far as it is on record, the agreed words; in two languages throughout. */
export const InterpreterRoom = () => {
  const { meeting, seat } = useRoom()
  const { say } = useLocale()
  const [pair, choosePair] = useKeptPair()
  const wording = useWordingShown()
  return (
    <div className={styles['room']}>
      <main className={styles['see']} tabIndex={0}>
        <SpeakingNow
          pair={pair}
          clock={(turn) => (
            <>
              <TurnRuler turn={turn} />
              <ClockBox turn={turn} compact />
            </>
          )}
        />
        <NextToSpeak pair={pair} />
      </main>
      <div className={styles['script']}>
        <WordingPanel pair={pair} {...wording} />
      </div>
      <aside className={styles['refs']} aria-label={say('seats.glossary')}>
        <GlossaryPanel pair={pair} shown={wording.shown?.id} />
        <div className={styles['agenda']} tabIndex={0} role="group" aria-label={say('room.agenda')}>
          <AgendaRail timeZone={timeZoneOf(meeting, seat)} />
        </div>
      </aside>
      <footer className={styles['desk']}>
        <PairChoice pair={pair} onChoose={choosePair} />
        <Sound />
      </footer>
    </div>
  )
}

/** One's own devices, where the meeting has sound; otherwise that it has none. */
const Sound = () => {
  const { say } = useLocale()
  const { meeting, seat, sitting } = useRoom()
  const { state } = useMediaView()
  const booth = { kind: 'booth', delegation: activeAt(meeting, seat)?.delegation } as const
  const hasSound = state !== 'off' && state !== 'shut'
  return (
    <section className={styles['sound']} aria-label={say('seats.sound')}>
      {hasSound ? (
        <>
          <OwnDevices />
          <Conference room={booth} title={say('media.booth')} open={() => mediaOf(sitting.place, booth)} />
        </>
      ) : (
        <>
          <Icon name="mic" />
          <span>
            <b>{say('seats.sound')}</b>
            {say('seats.sound-none')}
          </span>
        </>
      )}
    </section>
  )
}

const KEPT = 'parley.pair'

/** The pair of this browser's interpreter, kept from one meeting to the next. */
const useKeptPair = (): readonly [LanguagePair, (pair: LanguagePair) => void] => {
  const { meeting } = useRoom()
  const [kept, setKept] = useState(() => localStorage.getItem(KEPT))
  return [
    firstPair(meeting.languages, kept),
    (pair) => {
      localStorage.setItem(KEPT, pairAsKept(pair))
      setKept(pairAsKept(pair))
    },
  ]
}
