/**
 * The position an item is to be moved to, counted among the others as the record counts; nothing where it would stay. `at`
 * says where it was let go: before or after `target`.
 */
export const positionAfter = (
  order: readonly string[],
  moved: string,
  target: string,
  at: 'before' | 'after' | 'on',
): number | undefined => {
  if (at === 'on' || moved === target) return undefined
  const others = order.filter((id) => id !== moved)
  const place = others.indexOf(target)
  if (place < 0) return undefined
  const position = at === 'before' ? place : place + 1
  return position === order.indexOf(moved) ? undefined : position
}
