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
        media: { kind: 'embedded', udpPort: 8421, address: undefined },
        turn: undefined,
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

  it('has a LiveKit server whole, or asks for what is missing of it', () => {
    const whole = {
      PARLEY_LIVEKIT_URL: 'wss://media.example',
      PARLEY_LIVEKIT_KEY: 'key',
      PARLEY_LIVEKIT_SECRET: 's'.repeat(32),
    }
    expect(readConfig(whole)).toMatchObject({ ok: true, config: { media: { kind: 'livekit' } } })
    for (const key of Object.keys(whole))
      expect(readConfig({ ...whole, [key]: '' })).toMatchObject({ ok: false, wrong: { length: 3 } })
    expect(readConfig({ ...whole, PARLEY_LIVEKIT_SECRET: 'short' }).ok).toBe(false)
    expect(readConfig({ ...whole, PARLEY_LIVEKIT_URL: 'https://media.example' }).ok).toBe(false)
  })

  it('has relays with their secret, or neither', () => {
    const relays = {
      PARLEY_TURN_URLS: 'turns:relay.example:443?transport=tcp,turn:relay.example:3478',
      PARLEY_TURN_SECRET: 's'.repeat(16),
    }
    expect(readConfig(relays)).toMatchObject({ config: { turn: { urls: { length: 2 } } } })
    for (const key of Object.keys(relays)) expect(readConfig({ ...relays, [key]: '' }).ok).toBe(false)
    expect(readConfig({ ...relays, PARLEY_TURN_URLS: 'https://relay.example' }).ok).toBe(false)
  })

  it('carries sound and pictures on the port beside the pages, or on any, or not at all', () => {
    expect(readConfig({ PORT: '9000' })).toMatchObject({ config: { media: { udpPort: 9001 } } })
    expect(readConfig({ PORT: '0' })).toMatchObject({ config: { media: { udpPort: 0 } } })
    expect(readConfig({ PARLEY_MEDIA_PORT: '7000' })).toMatchObject({ config: { media: { udpPort: 7000 } } })
    expect(readConfig({ PARLEY_MEDIA: 'none' })).toMatchObject({ config: { media: { kind: 'none' } } })
  })

  it('carries them on a port browsers go to where the pages are on a low one', () => {
    expect(readConfig({ PORT: '443' })).toMatchObject({ config: { media: { udpPort: 8421 } } })
    expect(readConfig({ PORT: '1023' })).toMatchObject({ config: { media: { udpPort: 1024 } } })
  })

  it('has a second media port where there are relays, the one after the first unless it is named', () => {
    const relays = { PARLEY_TURN_URLS: 'turns:relay.example:443', PARLEY_TURN_SECRET: 's'.repeat(16) }
    const ports = [
      [{ PARLEY_MEDIA_RELAYED_PORT: '7001' }, undefined],
      [relays, 9002],
      [{ ...relays, PARLEY_MEDIA_PORT: '7000' }, 7001],
      [{ ...relays, PARLEY_MEDIA_RELAYED_PORT: '7005' }, 7005],
    ] as const
    for (const [more, relayedPort] of ports)
      expect(readConfig({ PORT: '9000', ...more })).toMatchObject({ config: { media: { relayedPort } } })
    expect(readConfig({ ...relays, PARLEY_MEDIA_RELAYED_PORT: '70000' }).ok).toBe(false)
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
