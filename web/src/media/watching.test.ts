import { describe, expect, it } from 'vitest'
import { createWatching } from './watching.ts'

const watched = () => {
  const told: string[] = []
  return { told, watching: createWatching((keys) => told.push([...keys].join(' '))) }
}
const turn = () => Promise.resolve()

describe('the pictures on the screen', () => {
  it('are told once for all that come and go together', async () => {
    const { told, watching } = watched()
    watching.want('a')
    const stop = watching.want('b')
    stop()
    await turn()
    expect(told).toEqual(['a'])
  })

  it('stay wanted while anybody still shows them, and each goes once', async () => {
    const { told, watching } = watched()
    const one = watching.want('a')
    const other = watching.want('a')
    await turn()
    one()
    one()
    await turn()
    expect(told.at(-1)).toBe('a')
    other()
    await turn()
    expect(told.at(-1)).toBe('')
  })
})
