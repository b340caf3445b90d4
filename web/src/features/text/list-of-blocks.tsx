import { useRef } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { TextBlock, type Shown } from './text-block.tsx'
import type { BlockLine } from './text-lines.ts'
import { useGrown } from './use-grown.ts'
import { useNear } from './use-near.ts'
import styles from './text-page.module.css'

/** So many blocks come on the screen together: a browser keeps track of every stretch at every turn of the wheel. */
const STRETCH = 8

/** All blocks of a text. Those far from the screen are in the page, to be found and read out, but not laid out. */
export const ListOfBlocks = ({
  blocks,
  shown,
}: {
  readonly blocks: readonly BlockLine[]
  readonly shown: Shown
}) => {
  const { say } = useLocale()
  const count = Math.ceil(useGrown(blocks.length) / STRETCH)
  return (
    <div role="list" aria-label={say('negotiation.blocks')}>
      {Array.from({ length: count }, (_, index) => (
        <Stretch key={index} blocks={blocks.slice(index * STRETCH, (index + 1) * STRETCH)} shown={shown} />
      ))}
    </div>
  )
}

const Stretch = ({ blocks, shown }: { readonly blocks: readonly BlockLine[]; readonly shown: Shown }) => {
  const element = useRef<HTMLDivElement>(null)
  const near = useNear(element)
  return (
    <div className={styles['stretch']} ref={element}>
      {blocks.map((block) => (
        <TextBlock key={block.block} block={block} shown={shown} near={near} />
      ))}
    </div>
  )
}
