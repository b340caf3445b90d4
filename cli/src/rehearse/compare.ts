import type { ParleyClient } from '@parley/client/parley-client'
import type { Place } from '../script/script-problem.ts'
import type { Surprise } from './outcome.ts'
import type { Participant } from './participant.ts'
import { Unplayable } from './sitting.ts'

/**
 * Whether everybody who followed a log was told the same bytes: those who see it whole, exactly the leaves under the signed
 * head; those who see a part, that part of them. Answers how many were compared.
 */
export const compareFollowers = async (
  participants: readonly Participant[],
  lead: Participant,
  operator: ParleyClient,
  { log, size, place }: { readonly log: string; readonly size: number; readonly place: Place },
): Promise<{ readonly followers: number; readonly surprises: readonly Surprise[] }> => {
  const surprises: Surprise[] = []
  const whole = lead.follow(log)
  await whole.sees(size)
  const [checkpoint, key] = await Promise.all([operator.checkpoint(log), operator.key()])
  for (const answer of [checkpoint, key]) {
    if (!answer.ok && answer.problem.code === 'unreachable') throw new Unplayable(answer.problem)
  }
  const verdict =
    checkpoint.ok && key.ok ? whole.received.verifyHead(checkpoint.value, key.value) : 'not-signed'
  if (verdict !== 'same-record') surprises.push({ place, kind: 'other-bytes', seat: lead.seat })
  let followers = 1
  for (const participant of participants) {
    if (participant === lead) continue
    const following = participant.follow(log)
    const seen = await following.sees(size)
    // Who was let out in the meantime has the beginning.
    if (!seen && !participant.hasEnded()) surprises.push({ place, kind: 'not-seen', seat: participant.seat })
    followers += 1
    const same = [...following.received.entries()].every(([seq, bytes]) =>
      sameBytes(bytes, whole.received.leaf(seq)),
    )
    if (!same) surprises.push({ place, kind: 'other-bytes', seat: participant.seat })
  }
  return { followers, surprises }
}

const sameBytes = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
  other !== undefined && Buffer.compare(one, other) === 0
