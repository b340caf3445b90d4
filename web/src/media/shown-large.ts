import type { Tile } from './media-room.ts'

/** More than this side by side, and nothing can be read on any of them. */
const MOST = 4

/** What a picture is kept large by. A face is its person’s, also after the camera was off; a screen is just that one. */
export const pinOf = ({ key, seat, source }: Pick<Tile, 'key' | 'seat' | 'source'>): string =>
  source === 'camera' ? `camera ${seat}` : key

/** The pins with one more at the end, or without one that was there. */
export const toggled = (pinned: readonly string[], pin: string): readonly string[] =>
  pinned.includes(pin) ? pinned.filter((one) => one !== pin) : [...pinned, pin]

/**
 * What takes the stage, and what waits below it: the pinned pictures if any are still there, otherwise the screen that was
 * shared last. While nothing is shared and nothing pinned, nobody; the speaker has the stage.
 */
export const shownLarge = (
  tiles: readonly Tile[],
  pinned: readonly string[],
): { readonly large: readonly Tile[]; readonly waiting: readonly Tile[] } => {
  const screens = tiles.filter(({ source }) => source === 'screen')
  const chosen = pinned
    .flatMap((pin) => tiles.filter((tile) => pinOf(tile) === pin).slice(0, 1))
    .slice(0, MOST)
  const large = chosen.length > 0 ? chosen : screens.slice(-1)
  return { large, waiting: screens.filter((tile) => !large.includes(tile)) }
}
