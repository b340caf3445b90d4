import { evolveProceedings, initialProceedings } from '@parley/domain/proceedings'
import { progress } from '@parley/domain/text/views/standing'
import type { Instant } from '@parley/domain/words/identity'
import { lookup } from '@parley/domain/words/lookup'
import type { Fact } from '../../app/proceedings-store.ts'

/** How a text stood from a moment on, until the next. */
export type ProgressPoint = { readonly at: Instant; readonly agreed: number; readonly open: number }

/** What can change how a text stands. */
const MOVES: ReadonlySet<string> = new Set([
  'TextOpened',
  'ProposalTabled',
  'ProposalJoined',
  'ProposalWithdrawn',
  'StanceTaken',
  'TextAdopted',
])

/** How many blocks of a text were agreed and how many open, whenever that changed; from the record alone. */
export const progressOverTime = (facts: Iterable<Fact>, text: string): readonly ProgressPoint[] => {
  const points: ProgressPoint[] = []
  let proceedings = initialProceedings
  for (const fact of facts) {
    proceedings = evolveProceedings(proceedings, fact)
    if (!MOVES.has(fact.event.type)) continue
    const state = lookup(proceedings.texts.byId, text)
    if (state === undefined) continue
    const { agreedBlocks: agreed, openBlocks: open } = progress(state, proceedings.meeting)
    const last = points.at(-1)
    if (last?.agreed === agreed && last.open === open) continue
    points.push({ at: fact.at, agreed, open })
  }
  return points
}
