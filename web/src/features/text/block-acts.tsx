import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { TextState } from '@parley/domain/text/state'
import { useState, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { ProposeForm } from './propose-form.tsx'
import { movedBy, type Proposing, type Written } from './proposing.ts'
import type { BlockLine, VersionLine } from './text-lines.ts'
import { useTextDesk } from './text-desk.tsx'
import { Unfolding } from './unfolding.tsx'
import styles from './text-page.module.css'

type Wish = 'change' | 'chamber' | 'delete' | 'after' | 'before' | 'up' | 'down'

/** What this person may do with a block: change it, here or first in the chamber, take it out, put one beside it, move it. */
export const BlockActs = ({ block }: { readonly block: BlockLine }) => {
  const { act, current, draft, rights } = useTextDesk()
  const { say } = useLocale()
  const [proposing, setProposing] = useState<Proposing>()
  const base = block.versions.findLast(({ isDeletion }) => !isDeletion) ?? block.versions.at(-1)
  if (base === undefined || (!rights.table && !rights.arrange && draft === undefined)) return null
  if (proposing !== undefined) {
    return (
      <ProposeForm
        text={current()}
        proposing={proposing}
        stands={proposing.what === 'change' ? writtenOf(base) : {}}
        onDone={() => setProposing(undefined)}
      />
    )
  }
  const does = (wish: Wish): void => {
    const { text, order } = current()
    const place = order.indexOf(block.block)
    switch (wish) {
      case 'change':
      case 'delete':
        return setProposing({ what: wish, block: block.block, base: base.version })
      case 'chamber':
        return draft?.({ text, block: block.block, base: base.version, body: writtenOf(base) })
      case 'after':
        return setProposing({ what: 'new', kind: 'paragraph', after: block.block })
      case 'before':
        return setProposing({ what: 'new', kind: 'paragraph', after: order[place - 1] ?? null })
      case 'up':
      case 'down': {
        const moved = movedBy(order, block.block, wish === 'up' ? -1 : 1)
        if (moved !== order) void act({ type: 'ArrangeBlocks', text, order: [...moved] })
      }
    }
  }
  const wishes: readonly Wish[] = [
    ...(draft === undefined ? [] : (['chamber'] as const)),
    ...(rights.table ? TABLING : []),
    ...(rights.arrange ? (['up', 'down'] as const) : []),
  ]
  return (
    <Unfolding words={say('negotiation.propose')}>
      {(fold) =>
        wishes.map((wish) => (
          <Button
            key={wish}
            onPress={() => {
              if (wish === 'up' || wish === 'down' || wish === 'chamber') fold()
              does(wish)
            }}
          >
            {say(`negotiation.wish-${wish}`)}
          </Button>
        ))
      }
    </Unfolding>
  )
}

const TABLING = ['change', 'after', 'before', 'delete'] as const

const writtenOf = ({ wordings }: VersionLine): Written =>
  Object.fromEntries(wordings.flatMap(({ language, text }) => (text === undefined ? [] : [[language, text]])))

/** The first block of a text that has none yet, or one more at its end. */
export const AddBlock = ({ text }: { readonly text: TextState }) => {
  const { rights } = useTextDesk()
  const { say } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const proposing = { what: 'new', kind: 'paragraph', after: text.order.at(-1) ?? null } as const
  if (isOpen)
    return <ProposeForm text={text} proposing={proposing} stands={{}} onDone={() => setOpen(false)} />
  if (!rights.table) return null
  return (
    <Button look={text.order.length === 0 ? 'primary' : 'plain'} onPress={() => setOpen(true)}>
      {say(text.order.length === 0 ? 'negotiation.first-block' : 'negotiation.block-at-end')}
    </Button>
  )
}

/** Who puts a version forward, and joining or leaving them. */
export const Sponsoring = ({ version }: { readonly version: VersionLine }) => {
  const { act, current, may, names } = useTextDesk()
  const { say } = useLocale()
  const { shortParty } = names
  const [leaving, setLeaving] = useState<string>()
  const acts = version.proposals.flatMap(({ proposal, sponsors }): readonly ReactNode[] => {
    const join: ProceedingsCommand = { type: 'JoinProposal', text: current().text, proposal }
    const withdraw: ProceedingsCommand = { type: 'WithdrawProposal', text: current().text, proposal }
    return [
      ...(may(join)
        ? [
            <Button key={`join ${proposal}`} look="quiet" onPress={() => void act(join)}>
              {sponsors.length === 0
                ? say('negotiation.join-plain')
                : say('negotiation.join', { who: sponsors.map((one) => shortParty(one).text).join(', ') })}
            </Button>,
          ]
        : []),
      ...(may(withdraw)
        ? [
            <Button key={`leave ${proposal}`} look="quiet" onPress={() => setLeaving(proposal)}>
              {say('negotiation.withdraw')}
            </Button>,
          ]
        : []),
    ]
  })
  if (leaving !== undefined) {
    return (
      <Confirmation
        question={say('negotiation.withdraw-question')}
        note={say('negotiation.withdraw-note')}
        confirm={say('room.confirm')}
        cancel={say('room.cancel')}
        onCancel={() => setLeaving(undefined)}
        onConfirm={() => {
          setLeaving(undefined)
          void act({ type: 'WithdrawProposal', text: current().text, proposal: leaving })
        }}
      />
    )
  }
  return acts.length === 0 ? null : <span className={styles['acts']}>{acts}</span>
}
