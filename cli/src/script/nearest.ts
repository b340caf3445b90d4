/** Longer names are not slips of the pen. */
const LONGEST = 64

/** The known name that a misspelt one most likely means: at most a third of its letters away. */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  if (name.length > LONGEST) return undefined
  let best: string | undefined
  let bestDistance = Math.max(name.length > 3 ? 2 : 1, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const distance = distanceOf(name.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

const LISTED = 14

/** `expected one of …`, short enough to read, with what was probably meant. */
export const oneOf = (name: string, known: Iterable<string>): string => {
  const names = [...known]
  if (names.length === 0) return 'there are none'
  const meant = nearest(name, names)
  const hint = meant === undefined ? '' : `; did you mean “${meant}”?`
  const more = names.length > LISTED ? `, and ${names.length - LISTED} more` : ''
  return `expected one of ${names.slice(0, LISTED).join(', ')}${more}${hint}`
}

/** Levenshtein distance. */
const distanceOf = (one: string, other: string): number => {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[other.length] ?? 0
}
