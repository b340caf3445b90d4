import { describe, expect, it } from 'vitest'
import { byName, passkeySupport } from './passkey-support.ts'

describe('passkeys', () => {
  it.each(['parley.example', 'localhost', '127.parley.example'])(
    'can be used under a name: %s',
    (hostname) => {
      expect(passkeySupport({ hostname }, true)).toBe('ready')
      expect(passkeySupport({ hostname }, false)).toBe('none')
    },
  )

  it.each(['127.0.0.1', '192.168.0.7', '[::1]', '[2001:db8::7]'])('cannot at a number: %s', (hostname) => {
    expect(passkeySupport({ hostname }, true)).toBe('need-name')
  })

  it('can be reached from this machine’s number by its name', () => {
    expect(byName('http://127.0.0.1:8420/room/-/keys?lang=ru')).toBe(
      'http://localhost:8420/room/-/keys?lang=ru',
    )
    expect(byName('http://[::1]:8420/room')).toBe('http://localhost:8420/room')
    expect(byName('http://192.168.0.7:8420/room')).toBeUndefined()
  })
})
