import { languageName } from '@parley/messages/quantities'
import { useId, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { MarkedWording } from '../../app/marked-wording.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { alternativesOf, beforeOf, wordingIn, type Alternative } from './alternatives.ts'
import { Sponsoring } from './block-acts.tsx'
import { Sponsors } from './sponsors.tsx'
import { useTextDesk } from './text-desk.tsx'
import type { BlockLine } from './text-lines.ts'
import { VersionActs } from './version-acts.tsx'
import styles from './comparison.module.css'

/**
 * All wordings of a block beside each other, in one language at a time: who put each forward, what changed, and what
 * every delegation thinks of each, with the acts on each.
 */
export const Comparison = ({
  block,
  languages,
  marked,
  onClose,
}: {
  readonly block: BlockLine
  /** The languages of the text, the one to begin with first. */
  readonly languages: readonly string[]
  readonly marked: boolean
  readonly onClose: () => void
}) => {
  const { language: mine, say } = useLocale()
  const heading = useId()
  const [chosen, setChosen] = useState(languages[0] ?? mine)
  const alternatives = alternativesOf(block)
  return (
    <section
      className={styles['comparison']}
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className={styles['header']}>
        <h3 id={heading}>{say('negotiation.alternatives', { count: alternatives.length })}</h3>
        <div className={styles['tabs']} role="group" aria-label={say('negotiation.languages')}>
          {languages.map((one) => (
            <button key={one} type="button" aria-pressed={one === chosen} onClick={() => setChosen(one)}>
              {languageName(mine, one)}
            </button>
          ))}
        </div>
      </header>
      <div className={styles['wordings']}>
        {alternatives.map((alternative) => (
          <OneWording
            key={alternative.line.version}
            block={block.block}
            alternatives={alternatives}
            alternative={alternative}
            language={chosen}
            marked={marked}
          />
        ))}
      </div>
      <StanceTable alternatives={alternatives} />
    </section>
  )
}

const OneWording = ({
  block,
  alternatives,
  alternative,
  language,
  marked,
}: {
  readonly block: string
  readonly alternatives: readonly Alternative[]
  readonly alternative: Alternative
  readonly language: string
  readonly marked: boolean
}) => {
  const { say } = useLocale()
  const { line, marks, number } = alternative
  const text = wordingIn(line, language)?.text
  return (
    <article className={styles['alternative']} aria-label={say('negotiation.alternative', { number })}>
      <h4>
        {say('negotiation.alternative', { number })}
        {line.isAgreed && (
          <Chip solid>
            <Icon name="check" /> {say('room.block-agreed')}
          </Chip>
        )}
      </h4>
      <Sponsors version={line} />
      {line.isDeletion ? (
        <p className={styles['lacking']}>{say('room.deletion')}</p>
      ) : text === undefined ? (
        <p className={styles['lacking']}>{say('room.no-wording')}</p>
      ) : (
        <MarkedWording
          language={language}
          text={text}
          before={marked ? beforeOf(alternatives, alternative, language) : undefined}
          className={styles['wording']}
        />
      )}
      {marked && marks !== 'nothing' && <small>{say(`negotiation.marks-${marks}`)}</small>}
      <span className={styles['acts']}>
        <Sponsoring version={line} />
        <VersionActs block={block} version={line} />
      </span>
    </article>
  )
}

/** A row for each delegation, a column for each wording. */
const StanceTable = ({ alternatives }: { readonly alternatives: readonly Alternative[] }) => {
  const { say } = useLocale()
  const { names, own } = useTextDesk()
  const caption = useId()
  const delegations = alternatives[0]?.line.stances.map(({ delegation }) => delegation) ?? []
  return (
    <div className={styles['wide']} role="region" aria-labelledby={caption} tabIndex={0}>
      <table>
        <caption id={caption}>{say('negotiation.stances')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('negotiation.delegation')}</th>
            {alternatives.map(({ line, number }) => (
              <th key={line.version} scope="col">
                {say('negotiation.alternative', { number })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {delegations.map((delegation) => (
            <tr key={delegation} className={delegation === own ? styles['own'] : undefined}>
              <th scope="row">
                <Mark side={names.side(delegation)} /> <Words {...names.shortParty(delegation)} />
              </th>
              {alternatives.map(({ line }) => (
                <Stance key={line.version} line={line} delegation={delegation} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Stance = ({
  line,
  delegation,
}: {
  readonly line: Alternative['line']
  readonly delegation: string
}) => {
  const { say } = useLocale()
  const level = line.stances.find((one) => one.delegation === delegation)?.level
  return (
    <td className={level === undefined ? styles['none'] : undefined}>
      {level === undefined ? say('room.no-stance') : say(`stance.${level}`)}
      {line.certifiedBy.includes(delegation) && (
        <span className={styles['certified']}>
          <Icon name="check" small /> {say('negotiation.languages-certified')}
        </span>
      )}
    </td>
  )
}
