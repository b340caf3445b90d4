import { messagesToRead } from '@parley/domain/meeting/messages'
import { currentItem } from '@parley/domain/meeting/seats'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { useIsFresh } from '../../app/use-is-fresh.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FloorQuestion, type FloorAsked } from './floor-question.tsx'
import { nextAct, type NextAct } from './next-act.ts'
import { otherActs, otherCommand, type OtherAct } from './other-acts.ts'
import { useFloorWords } from './floor-words.ts'
import styles from './primary-act.module.css'

/**
 * The one button of a delegate: the next legitimate act of this person, and beside it all else the rules allow. What
 * cannot be taken back asks first, and so does a button that has only just come to mean what it says.
 */
export const PrimaryAct = ({ size = 'large' }: { readonly size?: 'large' | 'huge' }) => {
  const { proceedings, seat, act } = useRoom()
  const { say } = useLocale()
  const now = useServerNow()
  const [asked, setAsked] = useState<FloorAsked>()
  const words = useFloorWords()
  const next = nextAct(proceedings, seat, now)
  const others = otherActs(proceedings, seat, now)
  const command = commandOf(next)
  const isFresh = useIsFresh(JSON.stringify(command))
  const ask = (question: FloorAsked): true => {
    setAsked(question)
    return true
  }
  const choose = (other: OtherAct): void => {
    if (asksFirst(other)) ask({ kind: 'other', act: other })
    else if (other.kind !== 'request-for') void act(otherCommand(other))
  }
  useShortcuts('delegate', (id) => {
    if (id === 'primary' && command !== undefined) {
      return ask({ kind: 'next', command, words: words.next(next) })
    }
    const other = others.find(({ kind }) => kind === SHORTCUT_OF[id])
    return other !== undefined && ask({ kind: 'other', act: other })
  })
  if (asked !== undefined) return <FloorQuestion asked={asked} onDone={() => setAsked(undefined)} />
  return (
    <div className={styles['acts']}>
      {command !== undefined && (
        <Button
          look={next.kind === 'withdraw' ? 'plain' : 'primary'}
          size={size}
          shortcut={shownKey('primary', 'delegate')}
          onPress={() => {
            // Giving the floor back ends the turn for the record.
            if (next.kind === 'yield' || isFresh()) ask({ kind: 'next', command, words: words.next(next) })
            else void act(command)
          }}
        >
          {next.kind === 'request' && <Icon name="hand" />}
          {words.next(next)}
        </Button>
      )}
      {others.length > 0 && (
        <Choice
          label={say('sitting.more-acts')}
          size={size}
          options={others.map((other) => ({ id: other.id, words: words.other(other) }))}
          onChoose={(id) => {
            const other = others.find((one) => one.id === id)
            if (other !== undefined) choose(other)
          }}
        />
      )}
    </div>
  )
}

/** The acts that have a key besides the primary one. */
const SHORTCUT_OF: Readonly<Record<string, OtherAct['kind']>> = {
  'point-of-order': 'point',
  appeal: 'appeal',
}

/** A request is taken back as easily as it is made; the others are on the record for good. */
const asksFirst = ({ kind }: OtherAct): boolean => kind !== 'request' && kind !== 'withdraw'

/** Where this person stands, in words: what they may do, or why they may not. */
export const MyStanding = () => {
  const { proceedings, meeting, seat } = useRoom()
  const { say } = useLocale()
  const { reason, words } = useNames()
  const kind = meeting.turn === undefined ? currentItem(meeting)?.item.kind : undefined
  const toRead = messagesToRead(meeting).find(({ message }) => message.reader === seat)?.message
  const next = nextAct(proceedings, seat, useServerNow())
  switch (next.kind) {
    case 'yield':
      return <>{say('room.you-have-floor')}</>
    case 'await-ruling':
      return <>{say('room.you-wait-ruling')}</>
    case 'withdraw':
      return <>{say('room.you-are-listed')}</>
    case 'request':
      return <>{say('room.you-may-ask')}</>
    case 'blocked':
      // Under these items nobody asks for the floor, which is no closed list.
      if (kind === 'messages') {
        return (
          <>
            {toRead === undefined
              ? say('sitting.messages-now')
              : say('sitting.you-will-read', { who: words(toRead.author.name).text })}
          </>
        )
      }
      return <>{kind === 'break' ? say('sitting.break-now') : reason(next.refusal)}</>
    case 'follow':
      return <>{say('room.you-follow')}</>
  }
}

const commandOf = (next: NextAct) => {
  switch (next.kind) {
    case 'yield':
      return { type: 'YieldFloor' } as const
    case 'withdraw':
      return { type: 'WithdrawRequest', request: next.request } as const
    case 'request':
      return { type: 'RequestFloor', kind: next.speech } as const
    case 'await-ruling':
    case 'blocked':
    case 'follow':
      return undefined
  }
}
