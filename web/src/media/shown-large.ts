import type { Tile } from './media-room.ts'

/** More than this side by side, and nothing can be read on any of them. */
const MOST = 4

/**
 * What takes the stage, and what waits below it: the pinned pictures if any are still there, otherwise the screen that was
 * shared last. While nothing is shared and nothing pinned, nobody; the speaker has the stage.
 */
export const shownLarge = (
  tiles: readonly Tile[],
  pinned: readonly string[],
): { readonly large: readonly Tile[]; readonly waiting: readonly Tile[] } => {
  const screens = tiles.filter(({ source }) => source === 'screen')
  const chosen = pinned.flatMap((key) => tiles.filter((tile) => tile.key === key)).slice(0, MOST)
  const large = chosen.length > 0 ? chosen : screens.slice(-1)
  return { large, waiting: screens.filter((tile) => !large.includes(tile)) }
}
