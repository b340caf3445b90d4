import type { TextState } from '@parley/domain/text/state'
import { orderHash } from '@parley/domain/text/version'
import { lookup } from '@parley/domain/words/lookup'
import { useMemo } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { useTextDesk } from './text-desk.tsx'

/** Accepting the order in which the blocks stand, where the delegation has not done so. */
export const OrderActs = ({
  text,
  isNext = false,
}: {
  readonly text: TextState
  readonly isNext?: boolean
}) => {
  const { act, own, rights } = useTextDesk()
  const { say } = useLocale()
  const order = useMemo(() => orderHash(text.order), [text.order])
  const ours = own === undefined ? undefined : lookup(text.orderStances, own)
  if (!rights.levels.includes('confirmed') || text.order.length < 2) return null
  if (ours?.order === order && ours.level === 'confirmed') return null
  return (
    <Button
      look={isNext ? 'primary' : 'plain'}
      onPress={() =>
        void act({ type: 'TakeStance', text: text.text, level: 'confirmed', targets: [{ order }] })
      }
    >
      {say('room.accept-order')}
    </Button>
  )
}
