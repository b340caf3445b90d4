import type { RemovalView } from '@parley/client/parley-client'
import { describe, expect, it } from 'vitest'
import { waitingFirst } from './removal-order.ts'

const removal = (id: string, receivedAt: number, settledAt?: number): RemovalView => ({
  id,
  receivedAt,
  pageUrl: 'https://r.example/zh/dialogues/river/',
  claim: 'other',
  requester: { name: 'A', contact: 'B' },
  explanation: 'C',
  language: 'zh',
  ...(settledAt === undefined ? {} : { settled: { outcome: 'refused', at: settledAt, reason: {} } }),
})
const ids = (removals: readonly RemovalView[]): readonly string[] => removals.map(({ id }) => id)

describe('requests for removal', () => {
  it('wait in the order they came, and stand settled with the latest first', () => {
    const { waiting, settled } = waitingFirst([
      removal('late', 30),
      removal('old', 1, 40),
      removal('early', 20),
      removal('new', 2, 50),
    ])
    expect(ids(waiting)).toEqual(['early', 'late'])
    expect(ids(settled)).toEqual(['new', 'old'])
  })
})
