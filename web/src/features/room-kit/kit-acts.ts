import { currentItem } from '@parley/domain/meeting/seats'
import type { Meeting } from '@parley/domain/meeting/state'
import { Speech } from '@parley/domain/meeting/things'
import type { Proceedings } from '@parley/domain/proceedings'
import type { MeetingCommand } from '@parley/domain/meeting/commands'
import type { Refusal } from '@parley/domain/refusal'
import type { Instant } from '@parley/domain/words/identity'
import { isAllowed, refusalOf } from '../../app/permission.ts'
import { kitStanding } from './kit-people.ts'

/** What the device may do now in the name of somebody who sits at it; `first` is the act offered before the others. */
export type KitActs = {
  readonly first: KitAct | undefined
  readonly others: readonly KitAct[]
  /** Why the floor cannot be asked for, where it cannot. */
  readonly refusal: Refusal | undefined
}

export type KitAct = {
  readonly id: 'yield' | 'withdraw' | 'point-of-order' | Speech
  readonly command: MeetingCommand
}

/** The rules are asked with the colleague's name in the act, as the server will be. */
export const kitActs = (proceedings: Proceedings, seat: string, speaker: string, at: Instant): KitActs => {
  const { meeting } = proceedings
  const standing = kitStanding(meeting, speaker)
  const may = ({ command }: KitAct): boolean => isAllowed(proceedings, seat, command, at)
  const point: KitAct = { id: 'point-of-order', command: { type: 'RaisePointOfOrder', speaker } }
  const asking = kindsInOrder(meeting).map((kind): KitAct => ({
    id: kind,
    command: { type: 'RequestFloor', kind, speaker },
  }))
  const askable = asking.filter(may)
  const points = [point].filter(may)
  switch (standing.kind) {
    case 'speaking':
      return {
        first: [{ id: 'yield', command: { type: 'YieldFloor', speaker } } as const].find(may),
        others: points,
        refusal: undefined,
      }
    case 'listed': {
      const { request } = standing
      const withdraw: KitAct = { id: 'withdraw', command: { type: 'WithdrawRequest', request, speaker } }
      return { first: [withdraw].find(may), others: [...askable, ...points], refusal: undefined }
    }
    case 'quiet': {
      const [first, ...rest] = askable
      const [usual] = asking
      return {
        first,
        others: [...rest, ...points],
        refusal:
          first !== undefined || usual === undefined
            ? undefined
            : refusalOf(proceedings, seat, usual.command, at),
      }
    }
  }
}

/** The kind that is usual under the item taken up, then the others. */
const kindsInOrder = (meeting: Meeting): readonly Speech[] => {
  const kind = currentItem(meeting)?.item.kind
  const usual: Speech = kind === 'exchange' || kind === 'remarks' ? kind : 'statement'
  return [usual, ...Speech.options.filter((one) => one !== usual)]
}
