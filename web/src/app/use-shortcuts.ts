import { useEffect, useRef } from 'react'
import { createCell } from './cell.ts'
import { shortcutOf, type KeysOf, type ShortcutId } from './shortcuts.ts'

const KEPT = 'parley.keys'

/** Whether single keys act; a person may switch them off (WCAG 2.1.4), and this browser remembers. */
export const keysAct = createCell(globalThis.localStorage?.getItem(KEPT) !== 'off')
keysAct.subscribe(() => localStorage.setItem(KEPT, keysAct.read() ? 'on' : 'off'))

/** Listens for the keys of a kind of seat; `onShortcut` answers whether it did something with one. */
export const useShortcuts = (whose: KeysOf, onShortcut: (id: ShortcutId) => boolean): void => {
  const latest = useRef(onShortcut)
  latest.current = onShortcut
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.isComposing || event.defaultPrevented || !keysAct.read()) return
      const isWriting = event.target instanceof HTMLElement && isWritten(event.target)
      const { code, shiftKey, ctrlKey, altKey, metaKey } = event
      const found = shortcutOf({ code, shiftKey, ctrlKey, altKey, metaKey, isWriting }, whose)
      if (found === undefined) return
      if (latest.current(found.id)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [whose])
}

/** Where keys write or choose: fields, lists that are searched by typing, open dialogs. */
const isWritten = (target: HTMLElement): boolean =>
  target.isContentEditable ||
  target.closest(
    'input:not([type=checkbox]), textarea, select, [role=menu], [role=dialog], [role=listbox]',
  ) !== null
