import { memo, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { hasAlternatives } from './alternatives.ts'
import { BlockActs, Sponsoring } from './block-acts.tsx'
import { Comparison } from './comparison.tsx'
import { blockElementId } from './go-to-block.ts'
import { Sponsors } from './sponsors.tsx'
import { useTextDesk } from './text-desk.tsx'
import { VersionActs } from './version-acts.tsx'
import type { BlockLine, VersionLine } from './text-lines.ts'
import { MarkedWording } from '../../app/marked-wording.tsx'
import styles from './text-page.module.css'

/** How the wordings are shown. */
export type Shown = {
  /** The languages that are shown side by side, the reader’s first. */
  readonly languages: readonly string[]
  /** All languages of the text, the one to begin with first. */
  readonly all: readonly string[]
  /** Whether what changed from the wording something was made from is marked. */
  readonly marked: boolean
}

/**
 * One block: where it stands, every wording of it, what everybody thinks of each, and what may be done. What changed and
 * what may be done is worked out once it is `near`.
 */
export const TextBlock = memo(({ block, shown, near }: TextBlockProps) => {
  const { say } = useLocale()
  const [isComparing, setComparing] = useState(false)
  return (
    <div role="listitem" className={styles['block']} id={blockElementId(block.block)} tabIndex={-1}>
      <div className={styles['about']}>
        <b>{block.place}</b> {say(`block-kind.${block.kind}`)}
        <Chip solid={block.mark === 'agreed'}>
          {block.mark === 'agreed' && <Icon name="check" />}
          {say(block.mark === 'agreed' ? 'room.block-agreed' : 'room.block-open')}
        </Chip>
        <span className={styles['acts']}>
          {near && hasAlternatives(block) && (
            <Button look="quiet" pressed={isComparing} onPress={() => setComparing(!isComparing)}>
              {say('negotiation.compare')}
            </Button>
          )}
          {near && <BlockActs block={block} />}
        </span>
      </div>
      {isComparing && hasAlternatives(block) ? (
        <Comparison
          block={block}
          languages={shown.all}
          marked={shown.marked}
          onClose={() => setComparing(false)}
        />
      ) : (
        <Versions block={block} shown={shown} near={near} />
      )}
    </div>
  )
})

type TextBlockProps = { readonly block: BlockLine; readonly shown: Shown; readonly near: boolean }

/** What stands for the block, one below the other; what else is put forward stays folded. */
const Versions = ({ block, shown, near }: TextBlockProps) => {
  const { say } = useLocale()
  return (
    <>
      {block.versions.map((version) => (
        <TextVersion key={version.version} block={block} version={version} shown={shown} near={near} />
      ))}
      {block.others.length > 0 && (
        <details className={styles['others']}>
          <summary>{say('negotiation.others', { count: block.others.length })}</summary>
          {block.others.map((version) => (
            <TextVersion key={version.version} block={block} version={version} shown={shown} near={near} />
          ))}
        </details>
      )}
    </>
  )
}

const TextVersion = ({
  block,
  version,
  shown,
  near,
}: {
  readonly block: BlockLine
  readonly version: VersionLine
  readonly shown: Shown
  readonly near: boolean
}) => {
  const { say } = useLocale()
  return (
    <article className={`${styles['version']} ${styles[block.kind]}`}>
      <Sponsors version={version} />
      {version.isDeletion ? (
        <p className={styles['deletion']}>{say('room.deletion')}</p>
      ) : (
        <Wordings version={version} shown={shown} near={near} />
      )}
      {version.stances.length > 0 && (
        <div className={styles['foot']}>
          <Stances version={version} />
          <span className={styles['acts']}>
            {near && <Sponsoring version={version} />}
            {near && <VersionActs block={block.block} version={version} />}
          </span>
        </div>
      )}
    </article>
  )
}

const Wordings = ({
  version,
  shown: { languages, marked },
  near,
}: {
  readonly version: VersionLine
  readonly shown: Shown
  readonly near: boolean
}) => {
  const { say } = useLocale()
  return (
    <div className={styles['wordings']}>
      {languages.map((language) => {
        const { text, before } = version.wordings.find((one) => one.language === language) ?? {}
        return text === undefined ? (
          <p key={language} className={styles['lacking']}>
            {say('room.no-wording')}
          </p>
        ) : (
          <MarkedWording
            key={language}
            language={language}
            text={text}
            before={near && marked && !version.isAgreed ? before : undefined}
            className={styles['wording']}
          />
        )
      })}
    </div>
  )
}

const Stances = ({ version }: { readonly version: VersionLine }) => {
  const { say } = useLocale()
  const { names } = useTextDesk()
  const { shortParty, side } = names
  return (
    <ul className={styles['stances']}>
      {version.stances.map(({ delegation, level }) => (
        <li key={delegation}>
          <Mark side={side(delegation)} />
          <Words {...shortParty(delegation)} />
          <b>{level === undefined ? say('room.no-stance') : say(`stance.${level}`)}</b>
          {version.certifiedBy.includes(delegation) && (
            <span className={styles['certified']}>
              <Icon name="check" small />
              {say('room.certified-by', { who: shortParty(delegation).text })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
