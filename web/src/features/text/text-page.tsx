import type { TextState } from '@parley/domain/text/state'
import { directionOf } from '@parley/messages/choose-catalogue'
import { obstacleText } from '@parley/messages/problem-text'
import { languageName } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { namingIn } from '../../app/naming.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { OrderActs, VersionActs } from './text-acts.tsx'
import { TextMap, ThreeNumbers } from './text-map.tsx'
import { textLines, type BlockLine, type TextLines, type VersionLine } from './text-lines.ts'
import styles from './text-page.module.css'

/** How many obstacles are listed in words; the rest are counted. */
const LISTED = 12

/** The whole text, its languages side by side, block by block, with every stance and what stands against adoption. */
export const TextPage = ({ text, back }: { readonly text: TextState | undefined; readonly back: string }) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const { words, other } = useNames()
  const lines = text && textLines(proceedings, text)
  const second = text && other(text.title)
  return (
    <main className={styles['page']}>
      <p className={styles['back']}>
        <a href={back}>
          <Icon name="back" small /> {say('room.text-back')}
        </a>
      </p>
      {lines === undefined && <p>{say('room.text-none')}</p>}
      {lines !== undefined && (
        <>
          <header className={styles['header']}>
            <h1>
              <Words {...words(lines.text.title)} />
            </h1>
            {second !== undefined && (
              <p className={styles['second']}>
                <Words {...second} />
              </p>
            )}
            <TextMap lines={lines} />
            <ThreeNumbers lines={lines} />
          </header>
          <div className={styles['columns']}>
            <TextBlocks lines={lines} />
            <Obstacles lines={lines} />
          </div>
        </>
      )}
    </main>
  )
}

const TextBlocks = ({ lines }: { readonly lines: TextLines }) => {
  const { language } = useLocale()
  const { languages } = lines.text
  return (
    <div className={styles['text']} style={{ '--languages': languages.length }}>
      <div className={styles['languages']} aria-hidden="true">
        {languages.map((one) => (
          <span key={one}>{languageName(language, one)}</span>
        ))}
      </div>
      <ol>
        {lines.blocks.map((block) => (
          <TextBlock key={block.block} block={block} text={lines.text} />
        ))}
      </ol>
    </div>
  )
}

const TextBlock = ({ block, text }: { readonly block: BlockLine; readonly text: TextState }) => {
  const { say } = useLocale()
  return (
    <li className={styles['block']} id={`block-${block.block}`}>
      <p className={styles['about']}>
        <b>{block.place}</b> {say(`block-kind.${block.kind}`)}
        <Chip solid={block.mark === 'agreed'}>
          {block.mark === 'agreed' && <Icon name="check" />}
          {say(block.mark === 'agreed' ? 'room.block-agreed' : 'room.block-open')}
        </Chip>
      </p>
      {block.versions.map((version) => (
        <TextVersion key={version.version} block={block} version={version} text={text} />
      ))}
    </li>
  )
}

const TextVersion = ({
  block,
  version,
  text,
}: {
  readonly block: BlockLine
  readonly version: VersionLine
  readonly text: TextState
}) => {
  const { say } = useLocale()
  const { shortParty, side } = useNames()
  return (
    <article className={`${styles['version']} ${styles[block.kind]}`}>
      {version.sponsors.map((sponsor) => (
        <p key={sponsor} className={styles['sponsor']}>
          <Mark side={side(sponsor)} />
          {say('room.proposed-by', { who: shortParty(sponsor).text })}
        </p>
      ))}
      {version.isDeletion && <p className={styles['deletion']}>{say('room.deletion')}</p>}
      {!version.isDeletion && (
        <div className={styles['wordings']}>
          {version.wordings.map(({ language, text: wording }) =>
            wording === undefined ? (
              <p key={language} className={styles['lacking']}>
                {say('room.no-wording')}
              </p>
            ) : (
              <p key={language} lang={language} dir={directionOf(language)} className={styles['wording']}>
                {wording}
              </p>
            ),
          )}
        </div>
      )}
      {version.stances.length > 0 && (
        <div className={styles['foot']}>
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
          <VersionActs
            text={text}
            block={block.block}
            version={version.version}
            certifiedBy={version.certifiedBy}
          />
        </div>
      )}
    </article>
  )
}

const Obstacles = ({ lines }: { readonly lines: TextLines }) => {
  const { proceedings } = useRoom()
  const { language, say } = useLocale()
  const naming = namingIn(proceedings, language)
  const places = new Map(lines.blocks.map(({ block, place }) => [block, place]))
  const { adopted } = lines.text
  if (adopted !== undefined) {
    return (
      <Panel heading={say('room.adopted')} className={styles['aside']}>
        <p>{say(`adoption-mode.${adopted.mode}`)}</p>
        <code className={styles['hash']}>{adopted.root.slice(0, 16)}</code>
      </Panel>
    )
  }
  return (
    <Panel heading={say('room.obstacles')} className={styles['aside']}>
      {lines.obstacles.length === 0 && <p>{say('room.obstacles-none')}</p>}
      <ol>
        {lines.obstacles.slice(0, LISTED).map((obstacle) => (
          <li key={JSON.stringify(obstacle)}>
            {obstacleText(language, obstacle, (field, id) =>
              field === 'block' ? String(places.get(id) ?? id) : naming(field, id),
            )}
          </li>
        ))}
      </ol>
      {lines.obstacles.length > LISTED && (
        <p>{say('room.obstacles-more', { count: lines.obstacles.length - LISTED })}</p>
      )}
      <OrderActs text={lines.text} />
    </Panel>
  )
}
