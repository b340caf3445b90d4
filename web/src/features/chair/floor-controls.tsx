import type { Turn } from '@parley/domain/meeting/state'
import type { ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { chairAct, type ChairActId } from './chair-acts.ts'
import { useConsole } from './console-context.ts'
import styles from './chair-console.module.css'

const PAUSES = ['pause-interpretation', 'pause-technical', 'pause-question'] as const

/** The floor as the chair has it in hand: who speaks, the clock, pause, one more minute, the end. */
export const FloorControls = ({ clock }: { readonly clock: (turn: Turn) => ReactNode }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const { turn } = meeting
  if (turn === undefined) return null
  const other = names.personOther(turn.seat)
  return (
    <section className={styles['floor']} aria-label={say('console.floor-of')}>
      <div className={styles['holder']}>
        <p className={styles['eyebrow']}>
          {say('console.floor-of')} · {say(`speech.${turn.kind}`)}
        </p>
        <h1>
          <Mark side={names.side(turn.delegation)} large />
          <Words {...names.person(turn.seat)} />
        </h1>
        <p>{other !== undefined && <Words {...other} />}</p>
        <p>
          <Words {...names.office(turn.seat)} />
        </p>
      </div>
      {clock(turn)}
      <TurnActs isPaused={turn.since === undefined} />
    </section>
  )
}

const TurnActs = ({ isPaused }: { readonly isPaused: boolean }) => {
  const { press } = useConsole()
  const { proceedings, seat } = useRoom()
  const { say } = useLocale()
  const { reason } = useNames()
  const now = useServerNow()
  const why = (id: ChairActId): string | undefined => {
    const refusal = chairAct(proceedings, seat, id, now)?.refusal
    return refusal && reason(refusal)
  }
  return (
    <div className={styles['acts']}>
      {isPaused ? (
        <Button
          shortcut={shownKey('pause', 'chair')}
          reason={why('resume-floor')}
          onPress={() => press('resume-floor')}
        >
          <Icon name="play" small />
          {say('console.resume-floor')}
        </Button>
      ) : (
        <Choice
          options={PAUSES.map((id) => ({ id, words: say(`console.${id}`) }))}
          onChoose={(id) => press(id)}
        >
          <Icon name="pause" small />
          {say('console.pause')}
        </Choice>
      )}
      <Button shortcut={shownKey('extend', 'chair')} reason={why('extend')} onPress={() => press('extend')}>
        {say('console.extend')}
      </Button>
      <Button
        shortcut={shownKey('end-turn', 'chair')}
        reason={why('end-turn')}
        onPress={() => press('end-turn')}
      >
        {say('console.end-turn')}
      </Button>
    </div>
  )
}
