import { describe, expect, it } from 'vitest'
import type { PendingAct } from './act-desk.ts'
import { actDrawer } from './act-drawer.ts'

const storage = (kept: Record<string, string> = {}) => ({
  kept,
  getItem: (name: string) => kept[name] ?? null,
  setItem: (name: string, value: string) => {
    kept[name] = value
  },
  removeItem: (name: string) => {
    delete kept[name]
  },
})

const act = (id: string, log = 'meeting/river/first'): PendingAct => ({
  id,
  log,
  command: { type: 'RequestFloor' },
  state: 'waiting',
})

describe('the drawer of acts', () => {
  it('gives back what was laid in it, to whoever asks by the same name', () => {
    const shelf = storage()
    actDrawer(shelf, 'mine').write([act('one'), act('two')])
    expect(actDrawer(shelf, 'mine').read()).toEqual([act('one'), act('two')])
    expect(actDrawer(shelf, 'another').read()).toEqual([])
  })

  it('leaves nothing behind once it is empty', () => {
    const shelf = storage()
    actDrawer(shelf, 'mine').write([act('one')])
    actDrawer(shelf, 'mine').write([])
    expect(shelf.kept).toEqual({})
  })

  it('never holds words for a closed room', () => {
    const shelf = storage()
    actDrawer(shelf, 'mine').write([act('secret', 'chamber/river/first/north')])
    expect(shelf.kept).toEqual({})
  })

  it.each(['', 'not json', '{}', '[1, null, {"id": 7}]', '[{"id":"a","log":"meeting/r/f","state":"sent"}]'])(
    'takes nothing for an act that is none: %s',
    (text) => {
      expect(actDrawer(storage({ mine: text }), 'mine').read()).toEqual([])
    },
  )
})
