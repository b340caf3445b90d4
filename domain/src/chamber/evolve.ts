import type { Recorded } from '../decider.ts'
import type { ChamberEvent } from './events.ts'
import type { Chamber } from './state.ts'

/** Folds one fact into the chamber. */
export const evolveChamber = (chamber: Chamber, { event, at }: Recorded<ChamberEvent>): Chamber => {
  switch (event.type) {
    case 'ChamberOpened':
      return { ...chamber, meeting: event.meeting, delegation: event.delegation }
    case 'WordPassed':
      return { ...chamber, words: chamber.words.append({ seat: event.seat, body: event.body, at }) }
    case 'DraftBegun':
    case 'DraftKept': {
      const { type: _type, ...draft } = event
      const known = chamber.drafts.get(draft.draft)
      return { ...chamber, drafts: chamber.drafts.with(draft.draft, { ...known, ...draft }) }
    }
    case 'DraftClosed': {
      const draft = chamber.drafts.get(event.draft)
      if (draft === undefined) return chamber
      const closed = { ...draft, proposal: event.proposal }
      return { ...chamber, drafts: chamber.drafts.with(event.draft, closed) }
    }
    case 'DraftDropped':
      return { ...chamber, drafts: chamber.drafts.without(event.draft) }
  }
}
