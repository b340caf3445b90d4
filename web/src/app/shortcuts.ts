import type { Key } from '@parley/messages/format'

/** What a key asks for. */
export type ShortcutId =
  | 'primary'
  | 'point-of-order'
  | 'help'
  | 'rule'
  | 'pause'
  | 'extend'
  | 'end-turn'
  | 'list'
  | 'adoption'
  | 'suspend'
  | 'appeal'
  | 'take-up'
  | 'conclude'
  | 'adjourn'
  | 'call'
  | 'roll-call'
  | 'limit'
  | 'note'
  | 'silence'
  | 'recording'
  | 'turn-round'
  | 'find'

export type Shortcut = {
  readonly id: ShortcutId
  /** The key by its place on the keyboard (`KeyboardEvent.code`), so that it is the same on every layout. */
  readonly code: string
  /** What is printed on that key of a Latin keyboard, as shown on screen. */
  readonly shown: string
  readonly word: Key
  readonly whose: 'everyone' | KeysOf
}

/** Who has keys of their own. */
export type KeysOf = 'delegate' | 'chair' | 'interpreter'

/** The one catalogue of shortcuts. */
export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'help', code: 'Slash', shown: '?', word: 'room.key-help', whose: 'everyone' },
  { id: 'primary', code: 'KeyR', shown: 'R', word: 'room.key-primary', whose: 'delegate' },
  { id: 'point-of-order', code: 'KeyO', shown: 'O', word: 'room.act-point', whose: 'delegate' },
  { id: 'appeal', code: 'KeyA', shown: 'A', word: 'sitting.appeal', whose: 'delegate' },
  { id: 'primary', code: 'KeyN', shown: 'N', word: 'console.next-act', whose: 'chair' },
  { id: 'pause', code: 'KeyP', shown: 'P', word: 'console.pause', whose: 'chair' },
  { id: 'extend', code: 'Equal', shown: '+', word: 'console.extend', whose: 'chair' },
  { id: 'end-turn', code: 'KeyE', shown: 'E', word: 'console.end-turn', whose: 'chair' },
  { id: 'rule', code: 'KeyU', shown: 'U', word: 'console.rule', whose: 'chair' },
  { id: 'list', code: 'KeyL', shown: 'L', word: 'console.close-list', whose: 'chair' },
  { id: 'adoption', code: 'KeyA', shown: 'A', word: 'console.adoption', whose: 'chair' },
  { id: 'suspend', code: 'KeyS', shown: 'S', word: 'console.suspend', whose: 'chair' },
  { id: 'take-up', code: 'KeyI', shown: 'I', word: 'sitting.key-take-up', whose: 'chair' },
  { id: 'conclude', code: 'KeyC', shown: 'C', word: 'sitting.key-conclude', whose: 'chair' },
  { id: 'call', code: 'KeyD', shown: 'D', word: 'sitting.call-somebody', whose: 'chair' },
  { id: 'limit', code: 'KeyT', shown: 'T', word: 'sitting.limit', whose: 'chair' },
  { id: 'roll-call', code: 'KeyW', shown: 'W', word: 'sitting.roll-call', whose: 'chair' },
  { id: 'note', code: 'KeyM', shown: 'M', word: 'sitting.note', whose: 'chair' },
  { id: 'silence', code: 'KeyY', shown: 'Y', word: 'sitting.open-silence', whose: 'chair' },
  { id: 'recording', code: 'KeyV', shown: 'V', word: 'media.key-recording', whose: 'chair' },
  { id: 'adjourn', code: 'KeyJ', shown: 'J', word: 'console.adjourn', whose: 'chair' },
  { id: 'turn-round', code: 'KeyX', shown: 'X', word: 'seats.turn-round', whose: 'interpreter' },
  { id: 'find', code: 'KeyF', shown: 'F', word: 'seats.glossary-search', whose: 'interpreter' },
]

/** A key press as far as it matters here. */
export type Press = {
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly isWriting: boolean
}

/** What a press asks for; nothing while somebody writes, and nothing with a modifier, which belongs to the browser. */
export const shortcutOf = (press: Press, whose: KeysOf): Shortcut | undefined => {
  if (press.isWriting || press.ctrlKey || press.altKey || press.metaKey) return undefined
  return SHORTCUTS.find(
    (one) =>
      one.code === press.code &&
      (one.whose === 'everyone' || one.whose === whose) &&
      (one.code === 'Equal' || press.shiftKey === (one.id === 'help')),
  )
}

export const shownKey = (id: ShortcutId, whose: KeysOf): string | undefined =>
  SHORTCUTS.find((one) => one.id === id && (one.whose === whose || one.whose === 'everyone'))?.shown
