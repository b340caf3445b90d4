import { useEffect } from 'react'
import type { MediaSession } from './media-session.ts'
import type { OwnMicrophone } from './own-microphone.ts'

const TALK = 'KeyV'
/** Held longer than this, the key is a push-to-talk: what it opened closes when it is let go. */
const HOLD_MS = 350

/** One key for the microphone: a short press opens and closes it, a long one opens it for as long as it is held. */
export const useTalkKey = (microphone: OwnMicrophone, session: MediaSession): void => {
  useEffect(() => {
    let pressedAt: number | undefined
    const down = (event: KeyboardEvent): void => {
      if (event.code !== TALK || event.repeat || isElsewhere(event)) return
      if (microphone === 'open' || microphone === 'opening') {
        void session.close('microphone')
      } else if (microphone === 'ready') {
        pressedAt = event.timeStamp
        void session.open('microphone')
      }
    }
    const up = (event: KeyboardEvent): void => {
      if (event.code !== TALK || pressedAt === undefined) return
      if (event.timeStamp - pressedAt > HOLD_MS) void session.close('microphone')
      pressedAt = undefined
    }
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
    }
  }, [microphone, session])
}

/** Somebody writes, or the browser is meant. */
const isElsewhere = ({ target, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean =>
  ctrlKey ||
  altKey ||
  metaKey ||
  isComposing ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)))
