import type { ChamberCommand, Draft } from '@parley/domain/chamber'
import type { TextState } from '@parley/domain/text/state'
import { useState } from 'react'
import type { ChamberLine } from '../../app/chamber-line.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import type { Wordings } from './draft-lines.ts'
import { Tabling } from './tabling.tsx'
import styles from './draft-desk.module.css'

type DraftActsProps = {
  readonly line: ChamberLine
  readonly draft: Draft
  readonly text: TextState | undefined
  readonly base: Wordings
  readonly wordings: Wordings
}

/** What becomes of a draft: tabled, kept as it stands, dropped. */
export const DraftActs = ({ line, draft, text, base, wordings }: DraftActsProps) => {
  const { sitting } = useRoom()
  const { say } = useLocale()
  const [asked, setAsked] = useState<'table' | 'drop'>()
  const inChamber = (command: ChamberCommand): Promise<boolean> => sitting.desk.act(line.log, command)
  const keep = (kept: Wordings): Promise<boolean> => {
    const { draft: name, text: of, block } = draft
    return inChamber({ type: 'KeepDraft', draft: name, text: of, block, body: { ...kept } })
  }
  if (asked === 'drop') {
    return (
      <Confirmation
        question={say('drafting.drop-question')}
        note={say('drafting.drop-note')}
        confirm={say('drafting.drop')}
        cancel={say('room.cancel')}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => void inChamber({ type: 'DropDraft', draft: draft.draft })}
      />
    )
  }
  if (asked === 'table') {
    return (
      <Tabling
        draft={draft}
        languages={text?.languages ?? Object.keys(wordings)}
        base={base}
        wordings={wordings}
        onCancel={() => setAsked(undefined)}
        onTabled={async (proposal, tabled) => {
          if (!areSame(tabled, draft.body)) await keep(tabled)
          await inChamber({ type: 'CloseDraft', draft: draft.draft, proposal })
        }}
      />
    )
  }
  return (
    <Offered
      draft={draft}
      wordings={wordings}
      onTable={() => setAsked('table')}
      onKeep={() => void keep(wordings)}
      onDrop={() => setAsked('drop')}
    />
  )
}

const Offered = ({
  draft,
  wordings,
  onTable,
  onKeep,
  onDrop,
}: Pick<DraftActsProps, 'draft' | 'wordings'> & {
  readonly onTable: () => void
  readonly onKeep: () => void
  readonly onDrop: () => void
}) => {
  const { say } = useLocale()
  const { person } = useNames()
  const isKept = areSame(wordings, draft.body)
  const empty = Object.keys(wordings).length === 0 ? say('drafting.nothing-yet') : undefined
  return (
    <footer className={styles['acts']}>
      <Button look="primary" size="large" reason={empty} onPress={onTable}>
        {say('drafting.table')}
      </Button>
      <Button size="large" reason={empty ?? (isKept ? say('drafting.is-kept') : undefined)} onPress={onKeep}>
        {say('drafting.keep')}
      </Button>
      <Button look="quiet" size="large" onPress={onDrop}>
        {say('drafting.drop')}
      </Button>
      <p className={styles['kept']}>
        {say(isKept ? 'drafting.kept' : 'drafting.changed-since', { who: person(draft.seat).text })}
      </p>
    </footer>
  )
}

const areSame = (one: Wordings, other: Wordings): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

const sorted = (wordings: Wordings): readonly (readonly [string, string])[] =>
  Object.entries(wordings).toSorted(([one], [other]) => (one < other ? -1 : 1))
