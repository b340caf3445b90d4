import { describe, expect, it } from 'vitest'
import type { Tile } from './media-room.ts'
import { shownLarge } from './shown-large.ts'

const tile = (key: string, source: Tile['source']): Tile => ({
  key,
  seat: key,
  source,
  mine: false,
  paused: false,
  quality: 'good',
  show: () => () => {},
})
const keys = ({ large, waiting }: ReturnType<typeof shownLarge>) => [
  large.map(({ key }) => key),
  waiting.map(({ key }) => key),
]
const room = [tile('north', 'camera'), tile('map', 'screen'), tile('table', 'screen')]

describe('the stage', () => {
  it('is the speaker’s while no screen is shared', () => {
    expect(keys(shownLarge([tile('north', 'camera')], []))).toEqual([[], []])
  })

  it('goes to the screen shared last, and the earlier ones wait', () => {
    expect(keys(shownLarge(room, []))).toEqual([['table'], ['map']])
  })

  it('goes to all that were pinned, faces included, in the order of pinning', () => {
    expect(keys(shownLarge(room, ['map', 'north']))).toEqual([['map', 'north'], ['table']])
  })

  it('forgets a pin whose picture is gone, and shows four at most', () => {
    expect(keys(shownLarge(room, ['gone']))).toEqual([['table'], ['map']])
    const many = ['a', 'b', 'c', 'd', 'e'].map((key) => tile(key, 'screen'))
    expect(keys(shownLarge(many, ['a', 'b', 'c', 'd', 'e']))).toEqual([['a', 'b', 'c', 'd'], ['e']])
  })
})
