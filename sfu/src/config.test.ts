import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const least = { PARLEY_MEDIA_KEY: 'key', PARLEY_MEDIA_SECRET: 's'.repeat(32) }

describe('the settings', () => {
  it('need a key and a secret only; everything else stays on this machine', () => {
    expect(readConfig(least)).toMatchObject({ host: '127.0.0.1', address: '127.0.0.1', port: 0, udpPort: 0 })
  })

  it.each([
    ['PARLEY_MEDIA_KEY', undefined],
    ['PARLEY_MEDIA_SECRET', 'short'],
    ['PARLEY_MEDIA_PORT', '70000'],
    ['PARLEY_MEDIA_UDP_PORT', 'many'],
    ['PARLEY_MEDIA_RELAYED_PORT', '-1'],
    ['PARLEY_MEDIA_ANNOUNCE', '192.0.2.1'],
    ['PARLEY_MEDIA_LOG', 'loud'],
  ])('are refused by name: %s', (name, value) => {
    expect(() => readConfig({ ...least, [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ ...least, [name]: value })).toThrow(name)
  })

  it('can name another address than the one bound', () => {
    const config = readConfig({
      ...least,
      PARLEY_MEDIA_ANNOUNCE: '192.0.2.1:443',
      PARLEY_MEDIA_WEBHOOKS: 'a,b',
    })
    expect(config.announced).toEqual({ address: '192.0.2.1', port: 443 })
    expect(config.webhookUrls).toEqual(['a', 'b'])
  })
})
