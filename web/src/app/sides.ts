/**
 * How a delegation is told apart: a hue, a shape and a pattern, by its place in the order of the alternat. Beyond three
 * there are no more hues that stay apart for everybody; those delegations share one mark and are told apart by name.
 */
export type Side = 'a' | 'b' | 'c' | 'further'

const SIDES: readonly Side[] = ['a', 'b', 'c']

export const sideOf = (
  { delegations }: { readonly delegations: readonly { readonly id: string }[] },
  delegation: string | undefined,
): Side | undefined => {
  const place = delegations.findIndex(({ id }) => id === delegation)
  return place < 0 ? undefined : (SIDES[place] ?? 'further')
}
