import { describe, expect, it } from 'vitest'
import type { Tile } from './media-room.ts'
import { pinOf, shownLarge, toggled } from './shown-large.ts'

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
    expect(keys(shownLarge(room, ['map', 'camera north']))).toEqual([['map', 'north'], ['table']])
  })

  it('keeps a person’s face large over a camera switched off and on', () => {
    const again = { ...tile('north, anew', 'camera'), seat: 'north' }
    expect(pinOf(again)).toBe(pinOf(tile('north', 'camera')))
    expect(keys(shownLarge([again], ['camera north']))).toEqual([['north, anew'], []])
  })

  it('shows a face once, on however many devices its person is', () => {
    const second = { ...tile('second', 'camera'), seat: 'north' }
    expect(keys(shownLarge([tile('north', 'camera'), second], ['camera north']))).toEqual([['north'], []])
  })

  it('takes a pin off where it was put on', () => {
    expect(toggled(['map'], 'camera north')).toEqual(['map', 'camera north'])
    expect(toggled(['map', 'camera north'], 'map')).toEqual(['camera north'])
  })

  it('forgets a pin whose picture is gone, and shows four at most', () => {
    expect(keys(shownLarge(room, ['gone']))).toEqual([['table'], ['map']])
    const many = ['a', 'b', 'c', 'd', 'e'].map((key) => tile(key, 'screen'))
    expect(keys(shownLarge(many, ['a', 'b', 'c', 'd', 'e']))).toEqual([['a', 'b', 'c', 'd'], ['e']])
  })
})
