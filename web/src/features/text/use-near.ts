import { startTransition, useEffect, useState, type RefObject } from 'react'

/** Whether an element is on the screen or close to it; once it was, for good. What is far away need not be worked out. */
export const useNear = (element: RefObject<HTMLElement | null>): boolean => {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const { current } = element
    if (current === null || near) return undefined
    // Whoever scrolls goes first.
    return whenNear(current, () => startTransition(() => setNear(true)))
  }, [element, near])
  return near
}

const waiting = new Map<Element, () => void>()
let observer: IntersectionObserver | undefined

/** Calls back once the element comes near. One observer for all: a browser works out each anew for every picture. */
const whenNear = (element: Element, comes: () => void): (() => void) => {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.()
    },
    { rootMargin: '1200px 0px' },
  )
  const shared = observer
  waiting.set(element, comes)
  shared.observe(element)
  return () => {
    waiting.delete(element)
    shared.unobserve(element)
  }
}
