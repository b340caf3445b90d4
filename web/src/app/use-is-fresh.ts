import { useEffect, useRef } from 'react'

/** How long what a button does has to have stood there before a press is taken to mean it. */
const SETTLED_MS = 500

/**
 * Whether what is named by `about` has only just come to stand there: a press now may have been meant for what stood
 * there before. What was there when the page opened has always been there.
 */
export const useIsFresh = (about: string): (() => boolean) => {
  const changedAt = useRef(Number.NEGATIVE_INFINITY)
  const last = useRef(about)
  useEffect(() => {
    if (last.current === about) return
    last.current = about
    changedAt.current = performance.now()
  }, [about])
  return () => performance.now() - changedAt.current < SETTLED_MS
}
