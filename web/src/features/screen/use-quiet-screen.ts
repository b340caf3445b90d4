import { useEffect, useState } from 'react'

const STILL_MS = 2500

/** Keeps a hall's screen awake while it is shown, and says when the pointer has been still long enough to hide it. */
export const useQuietScreen = (): boolean => {
  const [isStill, setStill] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setStill(true), STILL_MS)
    const move = (): void => {
      setStill(false)
      clearTimeout(timer)
      timer = setTimeout(() => setStill(true), STILL_MS)
    }
    window.addEventListener('pointermove', move)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', move)
    }
  }, [])
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    // A browser lets go of the lock whenever the page is hidden, and may refuse it, on low battery for one.
    const hold = (): void => {
      if (document.hidden || !('wakeLock' in navigator)) return
      navigator.wakeLock.request('screen').then(
        (held) => (lock = held),
        () => undefined,
      )
    }
    hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
  return isStill
}
