import { useLocale } from '../../app/locale.tsx'
import type { TextLines } from './text-lines.ts'
import styles from './text-map.module.css'

/** The text as a row of cells, one a block: agreed is solid, open is hatched, a missing language hollow, this one outlined. */
export const TextMap = ({ lines }: { readonly lines: TextLines }) => {
  const { say } = useLocale()
  const { blocks, here, progress } = lines
  return (
    <p
      className={styles['cells']}
      role="img"
      aria-label={say('room.blocks-map', { agreed: progress.agreedBlocks, count: blocks.length })}
    >
      {blocks.map(({ block, mark }, index) => (
        <i key={block} className={`${styles[mark]} ${index === here ? styles['here'] : ''}`} />
      ))}
    </p>
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
