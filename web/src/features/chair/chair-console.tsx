import type { Turn } from '@parley/domain/meeting/state'
import { useState, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { shownKey, type ShortcutId } from '../../app/shortcuts.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { textBefore } from '../../app/text-before.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Adoption } from './adoption.tsx'
import { useActWords } from './act-words.ts'
import { asksFirst, chairAct, dueAct, nextCalled, type ChairActId } from './chair-acts.ts'
import { ChairList } from './chair-list.tsx'
import { FloorControls } from './floor-controls.tsx'
import { Procedure, RULINGS } from './procedure.tsx'
import { SittingControls } from './sitting-controls.tsx'
import styles from './chair-console.module.css'

/** An act the chair has been asked about and has not confirmed yet. */
type Asked =
  | { readonly kind: 'act'; readonly id: ChairActId }
  | { readonly kind: 'departure'; readonly seat: string; readonly speech: string }

/** What the parts of the console call to do something. */
export type Do = (id: ChairActId) => void

/** Everything a chair does, within reach of one hand on the keyboard; nothing happens by accident. */
export const ChairConsole = ({
  clock,
  record,
}: {
  /** Shows the clock of a turn. */
  readonly clock: (turn: Turn) => ReactNode
  /** The last entries of the record. */
  readonly record: ReactNode
}) => {
  const { proceedings, seat, act } = useRoom()
  const now = useServerNow()
  const [asked, setAsked] = useState<Asked>()
  const due = dueAct(proceedings, seat, now)
  const ask = (id: ChairActId, by: 'key' | 'button'): void => {
    const found = chairAct(proceedings, seat, id, now)
    // An act the rules refuse is sent all the same: the server's answer says why, in words.
    if (found === undefined) return
    if (found.refusal === undefined && asksFirst(id, by)) setAsked({ kind: 'act', id })
    else void act(found.command)
  }
  const press: Do = (id) => ask(id, 'button')
  useShortcuts('chair', (shortcut) => {
    // Which ruling is the chair's to choose: the key only leads there.
    if (shortcut === 'rule') {
      const ruling = document.querySelector<HTMLElement>(`#${RULINGS} button`)
      ruling?.focus()
      return ruling !== null
    }
    const id = actOfKey(shortcut, (one) => isOpen(proceedings, seat, one, now), due?.id)
    if (id !== undefined) ask(id, 'key')
    return id !== undefined
  })
  return (
    <>
      <main className={styles['desk']}>
        {asked !== undefined && <Question asked={asked} onDone={() => setAsked(undefined)} />}
        <FloorControls onAct={press} clock={clock} />
        <Procedure onAct={press} />
        <NextUp onAct={press} dueId={due?.id} />
        <ChairList
          onAct={press}
          onDepart={(called, speech) => setAsked({ kind: 'departure', seat: called, speech })}
        />
        <SittingControls onAct={press} dueId={due?.id} />
        {record}
      </main>
      {textBefore(proceedings) !== undefined && <Adoption onAct={press} dueId={due?.id} />}
    </>
  )
}

const isOpen = (
  proceedings: Parameters<typeof chairAct>[0],
  seat: string,
  id: ChairActId,
  now: number,
): boolean => {
  const act = chairAct(proceedings, seat, id, now)
  return act !== undefined && act.refusal === undefined
}

/** Keys that stand for whichever of several acts the rules allow now. */
const EITHER: Partial<Readonly<Record<ShortcutId, readonly ChairActId[]>>> = {
  pause: ['resume-floor', 'pause-interpretation'],
  list: ['close-list', 'open-list'],
  adoption: ['declare', 'put'],
  suspend: ['resume', 'suspend-break'],
  extend: ['extend'],
  'end-turn': ['end-turn'],
}

const actOfKey = (
  shortcut: ShortcutId,
  isAllowed: (id: ChairActId) => boolean,
  due: ChairActId | undefined,
): ChairActId | undefined => (shortcut === 'primary' ? due : EITHER[shortcut]?.find(isAllowed))

const Question = ({ asked, onDone }: { readonly asked: Asked; readonly onDone: () => void }) => {
  const { proceedings, seat, act } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const words = useActWords()
  const now = useServerNow()
  const buttons = { confirm: say('room.confirm'), cancel: say('room.cancel'), onCancel: onDone }
  if (asked.kind === 'departure') {
    return (
      <Confirmation
        {...buttons}
        question={say('console.call-departing', { who: names.person(asked.seat).text })}
        reason={{ label: say('room.reason'), needed: say('room.reason-needed') }}
        onConfirm={(departure) => {
          onDone()
          void act({ type: 'GiveFloor', seat: asked.seat, departure: departure.normalize('NFC') })
        }}
      />
    )
  }
  return (
    <Confirmation
      {...buttons}
      key={asked.id}
      question={words(asked.id, 'question')}
      note={asked.id === 'put' ? say('console.put-explained') : undefined}
      onConfirm={() => {
        onDone()
        const found = chairAct(proceedings, seat, asked.id, now)
        if (found !== undefined) void act(found.command)
      }}
    />
  )
}

/** Who or what comes next, and the one primary button that makes it so. */
const NextUp = ({ onAct, dueId }: { readonly onAct: Do; readonly dueId: ChairActId | undefined }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const words = useActWords()
  const called = nextCalled(meeting)
  const other = called && names.personOther(called.seat)
  return (
    <section className={styles['next']} aria-label={say('console.next-act')}>
      <div>
        <p className={styles['eyebrow']}>
          {say(
            called === undefined
              ? 'console.next-act'
              : called.kind === 'message'
                ? 'console.next-message'
                : 'console.next-up',
          )}
        </p>
        <h2>
          {called === undefined ? (
            say(dueId === undefined ? 'console.nothing-next' : 'console.next-none')
          ) : (
            <>
              {names.person(called.seat).text}
              {other !== undefined && <bdi lang={other.lang}>{other.text}</bdi>}
            </>
          )}
        </h2>
      </div>
      {dueId !== undefined && (
        <Button
          look="primary"
          size="large"
          shortcut={shownKey('primary', 'chair')}
          onPress={() => onAct(dueId)}
        >
          {words(dueId, 'button')}
        </Button>
      )}
    </section>
  )
}
