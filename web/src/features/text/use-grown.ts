import { startTransition, useEffect, useState } from 'react'

/** As many as fill a screen. */
const FIRST = 8

/** How many of so many rows to draw: a screenful at once, the rest as soon as nothing else waits. */
export const useGrown = (count: number): number => {
  const [isWhole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])
  return isWhole ? count : Math.min(count, FIRST)
}
