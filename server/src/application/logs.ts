import type { ChamberEvent } from '@parley/domain/chamber/events'
import { evolveChamber, initialChamber } from '@parley/domain/chamber'
import type { Chamber } from '@parley/domain/chamber/state'
import type { DialogueEvent } from '@parley/domain/dialogue/events'
import { evolveDialogue, initialDialogue } from '@parley/domain/dialogue'
import type { Dialogue } from '@parley/domain/dialogue/state'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { evolveProceedings, initialProceedings } from '@parley/domain/proceedings'
import type { Proceedings } from '@parley/domain/proceedings/state'
import { logName } from '@parley/protocol/address'
import type { EventStore } from '../ports/event-store.ts'
import { createFolds, type Folded, type Folds } from './folds.ts'
import { isChamberEvent, isDialogueEvent, isProceedingsEvent } from './kinds.ts'

/** Every log of the server, folded. */
export type Logs = {
  readonly store: EventStore
  readonly dialogues: Folds<Dialogue, DialogueEvent>
  readonly meetings: Folds<Proceedings, ProceedingsEvent>
  readonly chambers: Folds<Chamber, ChamberEvent>
  readonly dialogue: (dialogue: string) => Promise<Folded<Dialogue>>
  readonly meeting: (dialogue: string, meeting: string) => Promise<Folded<Proceedings>>
}

export const createLogs = (store: EventStore): Logs => {
  const dialogues = createFolds<Dialogue, DialogueEvent>(store, {
    initial: initialDialogue,
    evolve: evolveDialogue,
    kinds: isDialogueEvent,
  })
  const meetings = createFolds<Proceedings, ProceedingsEvent>(store, {
    initial: initialProceedings,
    evolve: evolveProceedings,
    kinds: isProceedingsEvent,
  })
  const chambers = createFolds<Chamber, ChamberEvent>(store, {
    initial: initialChamber,
    evolve: evolveChamber,
    kinds: isChamberEvent,
  })
  return {
    store,
    dialogues,
    meetings,
    chambers,
    dialogue: (dialogue) => dialogues.load(logName({ kind: 'dialogue', dialogue })),
    meeting: (dialogue, meeting) => meetings.load(logName({ kind: 'meeting', dialogue, meeting })),
  }
}
