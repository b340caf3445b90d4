import { evolveProceedings, initialProceedings } from '@parley/domain/proceedings'
import { isProceedingsEvent } from '../../server/src/application/kinds.ts'
import { recordedOf } from '../../server/src/application/leaf.ts'
import { longMeeting } from './long-meeting.ts'
import { type Pair, timed } from './pair.ts'

const EVENTS = 1_000_000

/** From bytes to the state of the meeting, as the server does when it first opens a log, beside parsing the bytes. */
export const folding = (): readonly Pair[] => {
  const leaves = [...longMeeting(EVENTS)]
  const decoder = new TextDecoder()
  return [
    {
      name: 'fold a log of 1,000,000 events',
      peer: 'JSON.parse of the same leaves',
      aim: 2,
      rounds: 3,
      ours: () =>
        timed(1, () => {
          let state = initialProceedings
          for (const leaf of leaves) state = evolveProceedings(state, recordedOf(leaf, isProceedingsEvent))
          if (state.size !== EVENTS) throw new Error(`folded ${state.size} events`)
        }),
      bare: () =>
        timed(1, () => {
          let parsed = 0
          for (const leaf of leaves) if (JSON.parse(decoder.decode(leaf)) !== null) parsed++
          if (parsed !== EVENTS) throw new Error(`parsed ${parsed} leaves`)
        }),
    },
  ]
}
