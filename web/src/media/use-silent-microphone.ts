import { useEffect, useState } from 'react'
import { createSilenceWatch } from './level.ts'
import type { MediaSession } from './media-session.ts'

const LOOK_EVERY_MS = 250

/** Whether one’s own open microphone has sent nothing to be heard for a while: the wrong one, or off at its own switch. */
export const useSilentMicrophone = (isOpen: boolean, session: MediaSession): boolean => {
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    if (!isOpen) return undefined
    const watch = createSilenceWatch()
    const timer = setInterval(() => setSilent(watch(session.level(), performance.now())), LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      setSilent(false)
    }
  }, [isOpen, session])
  return silent
}
