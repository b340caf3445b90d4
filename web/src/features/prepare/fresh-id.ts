/**
 * The next identifier of a kind: `item-3` after `item-1` and `item-2`. People never see or choose identifiers; one higher
 * than any in use, so that what was numbered stays numbered.
 */
export const freshId = (kind: string, taken: Iterable<string>): string => {
  const numbered = new RegExp(`^${kind}-([0-9]{1,6})$`)
  let highest = 0
  for (const id of taken) highest = Math.max(highest, Number(numbered.exec(id)?.[1] ?? 0))
  return `${kind}-${highest + 1}`
}
