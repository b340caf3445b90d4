import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { TextState } from '@parley/domain/text/state'
import { useState, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { ProposeForm } from './propose-form.tsx'
import { movedBy, tablingOf, type Proposing, type Written } from './proposing.ts'
import type { BlockLine, VersionLine } from './text-lines.ts'
import { useMay } from './use-may.ts'
import styles from './text-page.module.css'

type Wish = 'change' | 'delete' | 'after' | 'before' | 'up' | 'down'

/** What this person may do with a block: change it, take it out, put one beside it, move it. */
export const BlockActs = ({ text, block }: { readonly text: TextState; readonly block: BlockLine }) => {
  const { act } = useRoom()
  const { say } = useLocale()
  const may = useMay()
  const [proposing, setProposing] = useState<Proposing>()
  const base = block.versions.findLast(({ isDeletion }) => !isDeletion) ?? block.versions.at(-1)
  if (base === undefined) return null
  const before = text.order[text.order.indexOf(block.block) - 1] ?? null
  const wishes = {
    change: { what: 'change', block: block.block, base: base.version },
    delete: { what: 'delete', block: block.block, base: base.version },
    after: { what: 'new', kind: 'paragraph', after: block.block },
    before: { what: 'new', kind: 'paragraph', after: before },
  } as const
  const arranged = (by: -1 | 1): ProceedingsCommand => ({
    type: 'ArrangeBlocks',
    text: text.text,
    order: [...movedBy(text.order, block.block, by)],
  })
  const place = text.order.indexOf(block.block)
  const possible: readonly Wish[] = [
    ...(may(tablingOf(text.text, wishes.after, ANYTHING(text), TRIAL))
      ? (['change', 'after', 'before', 'delete'] as const)
      : []),
    ...(place > 0 && may(arranged(-1)) ? (['up'] as const) : []),
    ...(place < text.order.length - 1 && may(arranged(1)) ? (['down'] as const) : []),
  ]
  if (proposing !== undefined) {
    return (
      <ProposeForm
        text={text}
        proposing={proposing}
        stands={proposing.what === 'change' ? writtenOf(base) : {}}
        onDone={() => setProposing(undefined)}
      />
    )
  }
  if (possible.length === 0) return null
  return (
    <Choice
      options={possible.map((id) => ({ id, words: say(`negotiation.wish-${id}`) }))}
      onChoose={(wish) => {
        if (wish === 'up' || wish === 'down') void act(arranged(wish === 'up' ? -1 : 1))
        else setProposing(wishes[wish])
      }}
    >
      {say('negotiation.propose')}
    </Choice>
  )
}

/** Asked of the rules only to know whether proposals are taken from this seat now. */
const TRIAL = { proposal: 'p-trial', block: 'b-trial' }
const ANYTHING = ({ languages }: TextState): Written => ({ [languages[0] ?? 'en']: '…' })

const writtenOf = ({ wordings }: VersionLine): Written =>
  Object.fromEntries(wordings.map(({ language, text }) => [language, text ?? '']))

/** The first block of a text that has none yet, or one more at its end. */
export const AddBlock = ({ text }: { readonly text: TextState }) => {
  const { say } = useLocale()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const proposing = { what: 'new', kind: 'paragraph', after: text.order.at(-1) ?? null } as const
  if (isOpen)
    return <ProposeForm text={text} proposing={proposing} stands={{}} onDone={() => setOpen(false)} />
  if (!may(tablingOf(text.text, proposing, ANYTHING(text), TRIAL))) return null
  return (
    <Button look={text.order.length === 0 ? 'primary' : 'plain'} onPress={() => setOpen(true)}>
      {say(text.order.length === 0 ? 'negotiation.first-block' : 'negotiation.block-at-end')}
    </Button>
  )
}

/** Who puts a version forward, and joining or leaving them. */
export const Sponsoring = ({
  text,
  version,
}: {
  readonly text: TextState
  readonly version: VersionLine
}) => {
  const { act } = useRoom()
  const { say } = useLocale()
  const { shortParty } = useNames()
  const may = useMay()
  const [leaving, setLeaving] = useState<string>()
  const acts = version.proposals.flatMap(({ proposal, sponsors }): readonly ReactNode[] => {
    const join: ProceedingsCommand = { type: 'JoinProposal', text: text.text, proposal }
    const withdraw: ProceedingsCommand = { type: 'WithdrawProposal', text: text.text, proposal }
    return [
      ...(may(join)
        ? [
            <Button key={`join ${proposal}`} onPress={() => void act(join)}>
              {sponsors.length === 0
                ? say('negotiation.join-plain')
                : say('negotiation.join', { who: sponsors.map((one) => shortParty(one).text).join(', ') })}
            </Button>,
          ]
        : []),
      ...(may(withdraw)
        ? [
            <Button key={`leave ${proposal}`} onPress={() => setLeaving(proposal)}>
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
          void act({ type: 'WithdrawProposal', text: text.text, proposal: leaving })
        }}
      />
    )
  }
  return acts.length === 0 ? null : <span className={styles['acts']}>{acts}</span>
}
