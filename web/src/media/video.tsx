import { useEffect, useRef } from 'react'
import type { Tile } from './media-room.ts'
import { useMediaPart } from './media-context.tsx'
import styles from './video.module.css'

/** A picture, fetched only while this is on the screen. One’s own face is shown as in a mirror. */
export const Video = ({
  tile,
  whole = false,
  label,
}: {
  readonly tile: Tile
  /** All of it, with a margin, as a shared screen needs it; otherwise it fills its place. */
  readonly whole?: boolean
  readonly label: string
}) => {
  const part = useMediaPart()
  const element = useRef<HTMLVideoElement>(null)
  const { key, show } = tile
  useEffect(() => part?.watching.want(key), [part, key])
  useEffect(() => {
    const { current } = element
    return current === null ? undefined : show(current)
  }, [show, key])
  return (
    <video
      ref={element}
      className={`${styles['video']} ${whole ? styles['whole'] : ''} ${tile.mine && tile.source === 'camera' ? styles['mirror'] : ''}`}
      aria-label={label}
      autoPlay
      playsInline
      muted
      data-seat={tile.seat}
      data-source={tile.source}
    />
  )
}
