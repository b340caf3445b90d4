import { startTransition, useEffect, useState, type RefObject } from 'react'

/** Whether an element is on the screen or close to it; once it was, for good. What is far away need not be worked out. */
export const useNear = (element: RefObject<HTMLElement | null>): boolean => {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const { current } = element
    if (current === null || near) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        // Whoever scrolls goes first.
        if (entries.some(({ isIntersecting }) => isIntersecting)) startTransition(() => setNear(true))
      },
      { rootMargin: '1200px 0px' },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [element, near])
  return near
}
