import * as z from 'zod'

/** By which way sound and pictures go: straight, straight but over TCP, or through a server that relays them. */
type Way = 'direct' | 'tcp' | 'relay'

export type Line = {
  readonly way: Way
  readonly roundTripMs: number | undefined
  /** Of what was sent to this page and by it, the worse; not known while nothing was. */
  readonly lossPercent: number | undefined
  readonly grade: 'good' | 'fair' | 'poor'
}

/** How a line is, by a browser’s statistics; nothing where no pair of addresses has been chosen. */
export const lineOf = (stats: readonly object[]): Line | undefined => {
  const known = stats.flatMap((one) => {
    const read = Stat.safeParse(one)
    return read.success ? [read.data] : []
  })
  const chosen = known.find(({ type }) => type === 'transport')?.selectedCandidatePairId
  // Firefox marks the pair itself and has no transport.
  const pair = known.find(
    ({ id, type, selected }) => type === 'candidate-pair' && (id === chosen || selected),
  )
  const local = known.find(({ id }) => id === pair?.localCandidateId)
  if (pair === undefined || local === undefined) return undefined
  const roundTripMs =
    pair.currentRoundTripTime === undefined ? undefined : Math.round(pair.currentRoundTripTime * 1000)
  const lossPercent = lossOf(known)
  return {
    way: local.candidateType === 'relay' ? 'relay' : local.protocol === 'tcp' ? 'tcp' : 'direct',
    roundTripMs,
    lossPercent,
    grade: gradeOf(roundTripMs ?? 0, lossPercent ?? 0),
  }
}

const Stat = z.object({
  id: z.string(),
  type: z.string(),
  selectedCandidatePairId: z.string().optional(),
  selected: z.boolean().optional(),
  localCandidateId: z.string().optional(),
  candidateType: z.string().optional(),
  protocol: z.string().optional(),
  currentRoundTripTime: z.number().optional(),
  packetsLost: z.number().optional(),
  packetsReceived: z.number().optional(),
  fractionLost: z.number().optional(),
})
type Stat = z.infer<typeof Stat>

const lossOf = (stats: readonly Stat[]): number | undefined => {
  const inbound = stats.filter(({ type }) => type === 'inbound-rtp')
  const lost = inbound.reduce((sum, { packetsLost = 0 }) => sum + Math.max(0, packetsLost), 0)
  const received = inbound.reduce((sum, { packetsReceived = 0 }) => sum + packetsReceived, 0)
  const losses = [
    ...(lost + received === 0 ? [] : [lost / (lost + received)]),
    ...stats.flatMap(({ type, fractionLost }) =>
      type === 'remote-inbound-rtp' && fractionLost !== undefined ? [fractionLost] : [],
    ),
  ]
  return losses.length === 0 ? undefined : Math.round(Math.max(...losses) * 1000) / 10
}

/** Beyond the first numbers a talk begins to halt (ITU-T G.114), beyond the second people talk over one another. */
const GRADES = { good: { roundTripMs: 300, lossPercent: 2 }, fair: { roundTripMs: 800, lossPercent: 8 } }

const gradeOf = (roundTripMs: number, lossPercent: number): Line['grade'] => {
  for (const grade of ['good', 'fair'] as const)
    if (roundTripMs <= GRADES[grade].roundTripMs && lossPercent <= GRADES[grade].lossPercent) return grade
  return 'poor'
}
