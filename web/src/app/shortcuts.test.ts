import { describe, expect, it } from 'vitest'
import { SHORTCUTS, shortcutOf, shownKey, type Press } from './shortcuts.ts'

const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isWriting: false,
  ...more,
})

describe('a key', () => {
  it('asks for the same thing on every keyboard layout, for it goes by its place', () => {
    expect(shortcutOf(press('KeyR'), 'delegate')?.id).toBe('primary')
    expect(shortcutOf(press('KeyP'), 'chair')?.id).toBe('pause')
  })

  it('of the chair means nothing to a delegate', () => {
    expect(shortcutOf(press('KeyP'), 'delegate')).toBeUndefined()
    expect(shortcutOf(press('KeyV'), 'chair')?.id).toBe('recording')
    expect(shortcutOf(press('KeyV'), 'delegate')).toBeUndefined()
  })

  it('of the interpreter means nothing to the chair, nor the chair’s to the interpreter', () => {
    expect(shortcutOf(press('KeyX'), 'interpreter')?.id).toBe('turn-round')
    expect(shortcutOf(press('KeyX'), 'chair')).toBeUndefined()
    expect(shortcutOf(press('KeyE'), 'interpreter')).toBeUndefined()
  })

  it('is silent while somebody writes', () => {
    expect(shortcutOf(press('KeyR', { isWriting: true }), 'delegate')).toBeUndefined()
  })

  it.each(['ctrlKey', 'altKey', 'metaKey'] as const)('with %s belongs to the browser', (modifier) => {
    expect(shortcutOf(press('KeyR', { [modifier]: true }), 'delegate')).toBeUndefined()
  })

  it('with shift asks for help and for nothing else', () => {
    expect(shortcutOf(press('Slash', { shiftKey: true }), 'chair')?.id).toBe('help')
    expect(shortcutOf(press('Slash'), 'chair')).toBeUndefined()
    expect(shortcutOf(press('KeyE', { shiftKey: true }), 'chair')).toBeUndefined()
    expect(shortcutOf(press('Equal', { shiftKey: true }), 'chair')?.id).toBe('extend')
  })
})

describe('the catalogue of shortcuts', () => {
  it.each(['delegate', 'chair', 'interpreter'] as const)('gives no key two meanings for the %s', (whose) => {
    const codes = SHORTCUTS.filter((one) => one.whose === whose || one.whose === 'everyone').map(
      ({ code }) => code,
    )
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('shows the key that does it', () => {
    expect(shownKey('primary', 'chair')).toBe('N')
    expect(shownKey('primary', 'delegate')).toBe('R')
    expect(shownKey('pause', 'delegate')).toBeUndefined()
  })
})
