import { useEffect, useState } from 'react'
import { useLocale } from '../app/locale.tsx'
import { Icon } from '../ui/icon.tsx'
import { useMediaView } from './media-context.tsx'
import styles from './own-devices.module.css'

/** Takes the largest picture out into a window of its own, which stays on top of whatever else is worked on. */
export const FloatButton = () => {
  const { say } = useLocale()
  const { tiles } = useMediaView()
  const [floats, setFloats] = useState(false)
  useEffect(() => {
    const left = (): void => setFloats(false)
    document.addEventListener('leavepictureinpicture', left)
    return () => document.removeEventListener('leavepictureinpicture', left)
  }, [])
  if (!document.pictureInPictureEnabled || tiles.length === 0) return null
  const toggle = async (): Promise<void> => {
    if (document.pictureInPictureElement !== null) return document.exitPictureInPicture()
    try {
      await largestVideo()?.requestPictureInPicture()
      setFloats(true)
    } catch {
      // The browser would not, for reasons of its own; everything stays where it was.
      setFloats(false)
    }
  }
  return (
    <button
      type="button"
      className={styles['device']}
      aria-label={say('media.float')}
      title={say('media.float')}
      aria-pressed={floats}
      onClick={() => void toggle()}
    >
      <Icon name="float" />
    </button>
  )
}

const largestVideo = (): HTMLVideoElement | undefined =>
  [...document.querySelectorAll('video')].toSorted(
    (one, other) => other.clientWidth * other.clientHeight - one.clientWidth * one.clientHeight,
  )[0]
