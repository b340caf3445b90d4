import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, Settings } from './config.ts'

describe('the configuration', () => {
  it('of an empty environment serves this machine alone', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        port: 8420,
        host: '127.0.0.1',
        dataFolder: './data',
        origin: undefined,
        name: 'parley.local',
        logLevel: 'warn',
        clock: 'system',
      },
    })
  })

  it('takes an empty value for none, and leaves what is not ours alone', () => {
    expect(readConfig({ PORT: '', HOME: '/root' })).toEqual(readConfig({}))
  })

  it('names every wrong setting at once, with what was expected', () => {
    const read = readConfig({
      PORT: '80a',
      HOST: '::1',
      PARLEY_ORIGIN: 'https://parley.example/',
      PARLEY_NAME: 'Parley+1',
      PARLEY_LOG: 'loud',
      PARLEY_CLOCK: 'mine',
    })
    expect(read).toMatchObject({
      ok: false,
      wrong: [
        { key: 'PORT' },
        { key: 'PARLEY_ORIGIN' },
        { key: 'PARLEY_NAME' },
        { key: 'PARLEY_LOG' },
        { key: 'PARLEY_CLOCK' },
      ],
    })
  })

  it.each(['-1', '65536', '1e3', ' 80', '0x50'])('takes %j for no port', (PORT) => {
    expect(readConfig({ PORT }).ok).toBe(false)
  })

  it.each([
    'parley.example',
    'https://a.example/b',
    'ftp://a.example',
    'https://u@a.example',
    'https://A.example',
  ])('takes %j for no origin', (PARLEY_ORIGIN) => {
    expect(readConfig({ PARLEY_ORIGIN }).ok).toBe(false)
  })

  it('has one row each in the documentation, and no row is left over', () => {
    const page = readFileSync(new URL('../../docs/operate/configuration.md', import.meta.url), 'utf8')
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, key]) => key)
    expect(rows).toEqual(Object.keys(Settings.shape))
  })
})
