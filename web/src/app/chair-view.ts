import { createCell } from './cell.ts'

const KEPT = 'parley.chair-view'

/** Which of their two places whoever chairs is shown, the console or the room; this window remembers. */
export const chairView = createCell<'console' | 'room'>(
  globalThis.sessionStorage?.getItem(KEPT) === 'room' ? 'room' : 'console',
)
chairView.subscribe(() => sessionStorage.setItem(KEPT, chairView.read()))
