import type { Turn } from '@parley/domain/meeting/state'
import { useMemo, useState, type ReactNode } from 'react'
import { useRoom, useServerNow } from '../../app/room-context.tsx'
import type { ShortcutId } from '../../app/shortcuts.ts'
import { useIsFresh } from '../../app/use-is-fresh.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { textBefore } from '../../app/text-before.ts'
import { Adoption } from './adoption.tsx'
import { aboutOf, asksFirst, chairAct, dueAct, type ChairActId } from './chair-acts.ts'
import { ChairForm } from './chair-form.tsx'
import { formsNow } from './forms-now.ts'
import { ChairList } from './chair-list.tsx'
import { ChairQuestion } from './chair-question.tsx'
import { ConsoleContext, type Asked, type Console, type FormId } from './console-context.ts'
import { FloorControls } from './floor-controls.tsx'
import { MessagesToRead } from './messages-to-read.tsx'
import { NextUp } from './next-up.tsx'
import { Procedure, RULINGS } from './procedure.tsx'
import { SittingControls } from './sitting-controls.tsx'
import styles from './chair-console.module.css'

/** Everything a chair does, within reach of one hand on the keyboard; nothing happens by accident. */
export const ChairConsole = ({
  clock,
  before,
  record,
}: {
  /** Shows the clock of a turn. */
  readonly clock: (turn: Turn) => ReactNode
  /** What stands over everything: how the meeting stands while it does not sit. */
  readonly before: ReactNode
  /** The last entries of the record. */
  readonly record: ReactNode
}) => {
  const { proceedings } = useRoom()
  const { asked, done, console } = useConsoleState()
  return (
    <ConsoleContext value={console}>
      <main className={styles['desk']} tabIndex={0}>
        {asked !== undefined && asked.kind !== 'form' && <ChairQuestion asked={asked} onDone={done} />}
        {asked?.kind === 'form' && <ChairForm form={asked.form} onDone={done} />}
        {before}
        <FloorControls clock={clock} />
        <Procedure />
        <NextUp />
        <SittingControls />
        <MessagesToRead />
        <ChairList />
        {record}
      </main>
      {textBefore(proceedings) !== undefined && <Adoption />}
    </ConsoleContext>
  )
}

/** What the chair is being asked, and the ways to ask: by a button, by a key, by a part of the console. */
const useConsoleState = (): {
  readonly asked: Asked | undefined
  readonly done: () => void
  readonly console: Console
} => {
  const { proceedings, seat, act } = useRoom()
  const now = useServerNow()
  const [asked, setAsked] = useState<Asked>()
  const dueId = dueAct(proceedings, seat, now)?.id
  const due = dueId && chairAct(proceedings, seat, dueId, now)
  const isFresh = useIsFresh(due === undefined ? '' : aboutOf(proceedings, due.command))
  const isOpen = (id: ChairActId): boolean => {
    const found = chairAct(proceedings, seat, id, now)
    return found !== undefined && found.refusal === undefined
  }
  const ask = (id: ChairActId, by: 'key' | 'button'): void => {
    const found = chairAct(proceedings, seat, id, now)
    if (found === undefined) return
    // An act the rules refuse is sent all the same: the server's answer says why, in words.
    if (found.refusal === undefined && asksFirst(id, by, id === dueId && isFresh())) {
      setAsked({ kind: 'act', id, about: aboutOf(proceedings, found.command) })
    } else void act(found.command)
  }
  useShortcuts('chair', (shortcut) => {
    // Which ruling is the chair's to choose: the key only leads there.
    if (shortcut === 'rule') return focusFirst(RULINGS)
    const form = FORMS[shortcut]
    if (form !== undefined) {
      const isNow = formsNow(proceedings).includes(form)
      if (isNow) setAsked({ kind: 'form', form })
      return isNow
    }
    const id = actOfKey(shortcut, isOpen, dueId)
    if (id !== undefined) ask(id, 'key')
    return id !== undefined
  })
  const done = useMemo(() => () => setAsked(undefined), [])
  return {
    asked,
    done,
    console: {
      press: (id) => ask(id, 'button'),
      ask: (question) => setAsked({ kind: 'command', question }),
      open: (form) => setAsked({ kind: 'form', form }),
      dueId,
    },
  }
}

const focusFirst = (id: string): boolean => {
  const button = document.querySelector<HTMLElement>(`#${id} button`)
  button?.focus()
  return button !== null
}

/** Keys that stand for whichever of several acts the rules allow now. */
const EITHER: Partial<Readonly<Record<ShortcutId, readonly ChairActId[]>>> = {
  pause: ['resume-floor', 'pause-interpretation'],
  list: ['close-list', 'open-list'],
  adoption: ['declare', 'put'],
  suspend: ['resume', 'suspend-break'],
  extend: ['extend'],
  'end-turn': ['end-turn'],
  'take-up': ['take-up'],
  conclude: ['conclude'],
  recording: ['end-recording', 'order-recording'],
  adjourn: ['adjourn'],
}

const FORMS: Partial<Readonly<Record<ShortcutId, FormId>>> = {
  call: 'call-somebody',
  'roll-call': 'roll-call',
  limit: 'limit',
  note: 'note',
  silence: 'silence',
}

const actOfKey = (
  shortcut: ShortcutId,
  isAllowed: (id: ChairActId) => boolean,
  due: ChairActId | undefined,
): ChairActId | undefined => (shortcut === 'primary' ? due : EITHER[shortcut]?.find(isAllowed))
