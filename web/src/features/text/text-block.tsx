import { memo } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { BlockActs, Sponsoring } from './block-acts.tsx'
import { blockElementId } from './go-to-block.ts'
import { useTextDesk } from './text-desk.tsx'
import { VersionActs } from './version-acts.tsx'
import type { BlockLine, VersionLine } from './text-lines.ts'
import { Wording } from './wording.tsx'
import styles from './text-page.module.css'

/** How the wordings are shown. */
export type Shown = {
  /** The languages of the text, the reader’s first. */
  readonly languages: readonly string[]
  /** Whether what changed from the wording something was made from is marked. */
  readonly marked: boolean
}

/**
 * One block: where it stands, every wording of it, what everybody thinks of each, and what may be done. What changed and
 * what may be done is worked out once it is `near`.
 */
export const TextBlock = memo(({ block, shown, near }: TextBlockProps) => {
  const { say } = useLocale()
  return (
    <div role="listitem" className={styles['block']} id={blockElementId(block.block)} tabIndex={-1}>
      <div className={styles['about']}>
        <b>{block.place}</b> {say(`block-kind.${block.kind}`)}
        <Chip solid={block.mark === 'agreed'}>
          {block.mark === 'agreed' && <Icon name="check" />}
          {say(block.mark === 'agreed' ? 'room.block-agreed' : 'room.block-open')}
        </Chip>
        <span className={styles['acts']}>{near && <BlockActs block={block} />}</span>
      </div>
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
    </div>
  )
})

type TextBlockProps = { readonly block: BlockLine; readonly shown: Shown; readonly near: boolean }

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
  const { names } = useTextDesk()
  const { shortParty, side } = names
  return (
    <article className={`${styles['version']} ${styles[block.kind]}`}>
      {version.office !== undefined && (
        <p className={styles['sponsor']}>
          {say(version.office === 'chair' ? 'room.by-chair' : 'negotiation.by-secretariat')}
        </p>
      )}
      {version.sponsors.map((sponsor) => (
        <p key={sponsor} className={styles['sponsor']}>
          <Mark side={side(sponsor)} />
          {say('room.proposed-by', { who: shortParty(sponsor).text })}
        </p>
      ))}
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
          <Wording
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
