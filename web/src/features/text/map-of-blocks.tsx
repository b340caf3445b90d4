import { memo, useState, type KeyboardEvent } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { blockElementId, goToBlock } from './go-to-block.ts'
import type { BlockLine } from './text-lines.ts'
import styles from './text-map.module.css'

/**
 * The text as a field of cells, one a block, each the way to it: agreed is solid, open hatched, a missing language hollow,
 * the one under discussion outlined. One stop for the keyboard; arrows go from cell to cell.
 */
export const MapOfBlocks = memo(
  ({
    blocks,
    agreed,
    here,
  }: {
    readonly blocks: readonly BlockLine[]
    readonly agreed: number
    readonly here: number
  }) => {
    const { say } = useLocale()
    const [at, setAt] = useState(here)
    const stop = Math.min(at, blocks.length - 1)
    const move = (event: KeyboardEvent<HTMLElement>): void => {
      const to = placeAfter(event.key, stop, blocks.length, getComputedStyle(event.currentTarget).direction)
      if (to === undefined) return
      event.preventDefault()
      setAt(to)
      const cell = event.currentTarget.children[to]
      if (cell instanceof HTMLElement) cell.focus()
    }
    return (
      <nav
        className={styles['cells']}
        aria-label={say('room.blocks-map', { agreed, count: blocks.length })}
        onKeyDown={move}
      >
        {blocks.map(({ block, mark, place }, index) => {
          const label = say(`negotiation.map-${mark}`, { place })
          return (
            <a
              key={block}
              href={`#${blockElementId(block)}`}
              tabIndex={index === stop ? 0 : -1}
              className={`${styles[mark]} ${index === here && mark !== 'agreed' ? styles['here'] : ''}`}
              aria-label={label}
              title={label}
              onFocus={() => setAt(index)}
              onClick={(event) => {
                event.preventDefault()
                goToBlock(block)
              }}
            />
          )
        })}
      </nav>
    )
  },
)

/** Where a key leads among so many cells; arrows go the way the text is written. */
const placeAfter = (key: string, from: number, count: number, direction: string): number | undefined => {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case forward:
      return Math.min(from + 1, count - 1)
    case back:
      return Math.max(from - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
