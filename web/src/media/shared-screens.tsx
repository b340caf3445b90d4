import { useState, type ReactNode } from 'react'
import { useLocale } from '../app/locale.tsx'
import { useNames } from '../app/room-context.tsx'
import { useMediaView } from './media-context.tsx'
import type { Tile } from './media-room.ts'
import { shownLarge } from './shown-large.ts'
import { Video } from './video.tsx'
import styles from './shared-screens.module.css'

/**
 * The screens that are shared, and what was pinned beside them: as many as were chosen, large, in place of what would
 * stand there; the others wait below. Without any, `children`.
 */
export const SharedScreens = ({ children }: { readonly children: ReactNode }) => {
  const { say } = useLocale()
  const { tiles } = useMediaView()
  const [pinned, setPinned] = useState<readonly string[]>([])
  const { large, waiting } = shownLarge(tiles, pinned)
  const toggle = (key: string): void =>
    setPinned((before) => (before.includes(key) ? before.filter((one) => one !== key) : [...before, key]))
  if (large.length === 0) return children
  return (
    <div className={styles['screens']} role="group" aria-label={say('media.screens')}>
      <div className={styles['large']} data-count={large.length}>
        {large.map((tile) => (
          <Shown
            key={tile.key}
            tile={tile}
            pinned={pinned.includes(tile.key)}
            onPin={() => toggle(tile.key)}
          />
        ))}
      </div>
      {waiting.length > 0 && (
        <div className={styles['waiting']}>
          {waiting.map((tile) => (
            <Shown key={tile.key} tile={tile} pinned={false} onPin={() => toggle(tile.key)} />
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
  const name = useNames().person(tile.seat).text
  return (
    <figure className={styles['shown']}>
      <div>
        <Video
          tile={tile}
          whole={tile.source === 'screen'}
          label={say(tile.source === 'screen' ? 'media.screen-of' : 'media.face-of', { name })}
        />
      </div>
      <figcaption>
        <span>{say(tile.source === 'screen' ? 'media.screen-of' : 'media.face-of', { name })}</span>
        <button type="button" aria-pressed={pinned} onClick={onPin}>
          {say(pinned ? 'media.unpin' : 'media.pin')}
        </button>
      </figcaption>
    </figure>
  )
}
