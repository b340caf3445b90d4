import { useLocale } from '../../app/locale.tsx'
import type { TextLines } from './text-lines.ts'
import styles from './text-map.module.css'

/**
 * The text as a row of cells, one a block: agreed is solid, open is hatched, a missing language hollow, this one outlined.
 * With `jumps` each leads to its block.
 */
export const TextMap = ({
  lines,
  jumps = false,
}: {
  readonly lines: TextLines
  readonly jumps?: boolean
}) => {
  const { say } = useLocale()
  const { blocks, here, progress } = lines
  const label = say('room.blocks-map', { agreed: progress.agreedBlocks, count: blocks.length })
  if (!jumps) {
    return (
      <p className={styles['cells']} role="img" aria-label={label}>
        {blocks.map(({ block, mark }, index) => (
          <i key={block} className={`${styles[mark]} ${index === here ? styles['here'] : ''}`} />
        ))}
      </p>
    )
  }
  return (
    <nav className={styles['cells']} aria-label={label}>
      {blocks.map(({ block, mark, place }, index) => (
        <a
          key={block}
          href={`#block-${block}`}
          className={`${styles[mark]} ${index === here ? styles['here'] : ''}`}
          aria-label={say(`negotiation.map-${mark}`, { place })}
          title={say(`negotiation.map-${mark}`, { place })}
        />
      ))}
    </nav>
  )
}

/** What stands between now and adoption, as three numbers. */
export const ThreeNumbers = ({ lines }: { readonly lines: TextLines }) => {
  const { say } = useLocale()
  const { openBlocks, agreedBlocks, unconfirmedConcordance } = lines.progress
  if (lines.text.adopted !== undefined) return null
  return (
    <dl className={styles['numbers']}>
      <div>
        <dd>{openBlocks}</dd>
        <dt>{say('room.open-blocks')}</dt>
      </div>
      <div>
        <dd>{agreedBlocks}</dd>
        <dt>{say('room.agreed-blocks')}</dt>
      </div>
      <div>
        <dd>{unconfirmedConcordance}</dd>
        <dt>{say('room.unconfirmed')}</dt>
      </div>
    </dl>
  )
}
