import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Icon } from '../../ui/icon.tsx'
import { mayRaisePoint, nextAct, requestable, type NextAct } from './next-act.ts'
import styles from './primary-act.module.css'

const POINT = 'point-of-order'

/** The one button of a delegate: the next legitimate act of this person, the other kinds of turn, a point of order. */
export const PrimaryAct = ({ size = 'large' }: { readonly size?: 'large' | 'huge' }) => {
  const { proceedings, seat, act } = useRoom()
  const { say } = useLocale()
  const now = useServerNow()
  const [asked, setAsked] = useState<'primary' | 'point-of-order'>()
  const next = nextAct(proceedings, seat, now)
  const mayPoint = mayRaisePoint(proceedings, seat, now)
  const first = next.kind === 'request' ? next.speech : undefined
  const kinds =
    next.kind === 'yield' ? [] : requestable(proceedings, seat, now).filter((kind) => kind !== first)
  const options = [
    ...kinds.map((id) => ({ id, words: say(`speech.${id}`) })),
    ...(mayPoint ? [{ id: POINT, words: say('room.act-point') } as const] : []),
  ]
  const command = commandOf(next)
  useShortcuts('delegate', (id) => {
    if (id === 'primary' && command !== undefined) setAsked('primary')
    else if (id === 'point-of-order' && mayPoint) setAsked('point-of-order')
    else return false
    return true
  })
  const words = useActWords()(next)
  if (asked !== undefined) {
    return (
      <Confirmation
        question={asked === 'primary' ? words : say('room.act-point')}
        confirm={say('room.confirm')}
        cancel={say('room.cancel')}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => {
          setAsked(undefined)
          if (asked === 'point-of-order') void act({ type: 'RaisePointOfOrder' })
          else if (command !== undefined) void act(command)
        }}
      />
    )
  }
  return (
    <div className={styles['acts']}>
      {command !== undefined && (
        <Button
          look={next.kind === 'withdraw' ? 'plain' : 'primary'}
          size={size}
          shortcut={shownKey('primary', 'delegate')}
          onPress={() => void act(command)}
        >
          {next.kind === 'request' && <Icon name="hand" />}
          {words}
        </Button>
      )}
      {options.length > 0 && (
        <Choice
          label={say('room.act-other-kinds')}
          size={size}
          options={options}
          onChoose={(id) => {
            if (id === POINT) setAsked('point-of-order')
            else void act({ type: 'RequestFloor', kind: id })
          }}
        />
      )}
    </div>
  )
}

/** Where this person stands, in words: what they may do, or why they may not. */
export const MyStanding = () => {
  const { proceedings, seat } = useRoom()
  const { say } = useLocale()
  const { reason } = useNames()
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
      return <>{reason(next.refusal)}</>
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

const useActWords = (): ((next: NextAct) => string) => {
  const { say } = useLocale()
  return (next) => {
    switch (next.kind) {
      case 'yield':
        return say('room.act-yield')
      case 'withdraw':
        return say('room.act-withdraw', { place: next.place })
      case 'request':
        return say('room.act-request')
      case 'await-ruling':
      case 'blocked':
      case 'follow':
        return ''
    }
  }
}
