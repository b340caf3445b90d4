import type { ReactNode } from 'react'
import { useLocale } from '../app/locale.tsx'
import { useNames } from '../app/room-context.tsx'
import { useAttendee, useMediaView, usePins } from './media-context.tsx'
import type { Tile } from './media-room.ts'
import { pinOf, shownLarge } from './shown-large.ts'
import { Words } from '../ui/words.tsx'
import { Video } from './video.tsx'
import styles from './shared-screens.module.css'

/**
 * The screens that are shared, and what was pinned beside them: as many as were chosen, large, in place of what would
 * stand there; the others wait below. Without any, `children`.
 */
export const SharedScreens = ({
  caption,
  children,
}: {
  /** What of `children` must still be read while they give way. */
  readonly caption?: ReactNode
  readonly children: ReactNode
}) => {
  const { say } = useLocale()
  const { tiles } = useMediaView()
  const { pinned, toggle } = usePins()
  const { large, waiting } = shownLarge(tiles, pinned)
  if (large.length === 0) return children
  return (
    <div className={styles['screens']} role="group" aria-label={say('media.screens')}>
      {caption}
      <div className={styles['large']} data-count={large.length}>
        {large.map((tile) => (
          <Shown
            key={tile.key}
            tile={tile}
            pinned={pinned.includes(pinOf(tile))}
            onPin={() => toggle(pinOf(tile))}
          />
        ))}
      </div>
      {waiting.length > 0 && (
        <div className={styles['waiting']}>
          {waiting.map((tile) => (
            <Shown key={tile.key} tile={tile} pinned={false} onPin={() => toggle(pinOf(tile))} />
          ))}
        </div>
      )}
    </div>
  )
}

const Shown = ({
  tile,
  pinned,
  onPin,
}: {
  readonly tile: Tile
  readonly pinned: boolean
  readonly onPin: () => void
}) => {
  const { say } = useLocale()
  const names = useNames()
  const attendee = useAttendee(tile.seat)
  const { text: name } = names.person(tile.seat)
  const other = names.personOther(tile.seat)
  const isFace = tile.source === 'camera'
  const isSpeaking = isFace && attendee?.heard === true && attendee.speaking
  return (
    <figure className={`${styles['shown']} ${isSpeaking ? styles['speaking'] : ''}`}>
      <div>
        <Video
          tile={tile}
          whole={!isFace}
          label={say(isFace ? 'media.face-of' : 'media.screen-of', { name })}
        />
      </div>
      <figcaption>
        <span>
          {isFace ? (
            <>
              <Words {...names.person(tile.seat)} /> {other !== undefined && <Words {...other} />}
            </>
          ) : (
            say('media.screen-of', { name })
          )}
        </span>
        <button
          type="button"
          aria-pressed={pinned}
          aria-label={`${say(pinned ? 'media.unpin' : 'media.pin')}: ${name}`}
          onClick={onPin}
        >
          {say(pinned ? 'media.unpin' : 'media.pin')}
        </button>
      </figcaption>
    </figure>
  )
}
