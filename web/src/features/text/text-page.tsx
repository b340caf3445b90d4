import type { TextState } from '@parley/domain/text/state'
import { obstacleText } from '@parley/messages/problem-text'
import { languageName } from '@parley/messages/quantities'
import { memo, useMemo, useState, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { namingIn } from '../../app/naming.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { AfterAdoption } from './after-adoption.tsx'
import { AddBlock } from './block-acts.tsx'
import { ListOfBlocks } from './list-of-blocks.tsx'
import { MapOfBlocks } from './map-of-blocks.tsx'
import { NextStepLine } from './next-step-line.tsx'
import { OrderActs } from './order-acts.tsx'
import { ProgressChart } from './progress-chart.tsx'
import { SeveralActs } from './several-acts.tsx'
import { SilenceBanner } from './silence-banner.tsx'
import { Statements } from './statements.tsx'
import { AdoptionBanner } from './text-acts.tsx'
import type { Shown } from './text-block.tsx'
import { TextChoice } from './text-choice.tsx'
import { TextDeskContext, useOwnTextDesk, type BeginPrivately } from './text-desk.tsx'
import { ThreeNumbers } from './text-map.tsx'
import { textLines, type TextLines } from './text-lines.ts'
import styles from './text-page.module.css'

/** How many obstacles are listed in words; the rest are counted. */
const LISTED = 12

/** The whole text, its languages side by side, block by block, with every stance and what stands against adoption. */
export const TextPage = ({
  text,
  back,
  onChoose,
  onDraft,
}: {
  readonly text: TextState | undefined
  readonly back: string
  readonly onChoose: (text: string) => void
  /** Where the seat sits in a chamber. */
  readonly onDraft: BeginPrivately | undefined
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words, other } = useNames()
  // A text of hundreds of blocks is worked out when it changes, not whenever anything happens at the meeting.
  const lines = useMemo(
    () => text && textLines({ meeting }, text),
    [text, meeting.delegations, meeting.rulePack, meeting.people],
  )
  const second = text && other(text.title)
  return (
    <main className={styles['page']}>
      <p className={styles['back']}>
        <a href={back}>
          <Icon name="back" small /> {say('room.text-back')}
        </a>
      </p>
      <TextChoice chosen={text} onChoose={onChoose} />
      {lines === undefined && <p>{say('room.text-none')}</p>}
      {lines !== undefined && (
        <TextDeskProvider text={lines.text} onDraft={onDraft}>
          <header className={styles['header']}>
            <h1>
              <Words {...words(lines.text.title)} />
            </h1>
            {second !== undefined && (
              <p className={styles['second']}>
                <Words {...second} />
              </p>
            )}
            <MapOfBlocks blocks={lines.blocks} agreed={lines.progress.agreedBlocks} here={lines.here} />
            <ThreeNumbers lines={lines} />
            <NextStepLine lines={lines} />
          </header>
          <AdoptionBanner text={lines.text} />
          <SilenceBanner text={lines.text} />
          <Columns lines={lines} />
        </TextDeskProvider>
      )}
    </main>
  )
}

const TextDeskProvider = ({
  text,
  onDraft,
  children,
}: {
  readonly text: TextState
  readonly onDraft: BeginPrivately | undefined
  readonly children: ReactNode
}) => <TextDeskContext value={useOwnTextDesk(text, onDraft)}>{children}</TextDeskContext>

const Columns = memo(({ lines }: { readonly lines: TextLines }) => {
  const { language, say } = useLocale()
  const [marked, setMarked] = useState(true)
  const [only, setOnly] = useState(() => (isNarrow() ? readersFirst(lines.text, language)[0] : undefined))
  const { text } = lines
  const shown = useMemo((): Shown => {
    const all = readersFirst(text, only ?? language)
    return { languages: only === undefined ? all : [only], all, marked }
  }, [text.languages, language, marked, only])
  return (
    <div className={styles['columns']}>
      <div className={styles['text']} style={{ '--languages': shown.languages.length }}>
        <div className={styles['tools']}>
          <LanguageTabs languages={text.languages} only={only} onOnly={setOnly} />
          <label>
            <input type="checkbox" checked={marked} onChange={({ target }) => setMarked(target.checked)} />
            {say('negotiation.mark-changes')}
          </label>
          <Button look="quiet" onPress={() => window.print()}>
            {say('negotiation.print')}
          </Button>
        </div>
        <div className={styles['languages']} aria-hidden="true">
          {shown.languages.map((one) => (
            <span key={one}>{languageName(language, one)}</span>
          ))}
        </div>
        <ListOfBlocks blocks={lines.blocks} shown={shown} />
        <div className={styles['unprinted']}>{text.adopted === undefined && <AddBlock text={text} />}</div>
        <SeveralActs lines={lines} />
      </div>
      <Aside lines={lines} />
    </div>
  )
})

/** A phone has room for one language at a time. */
const isNarrow = (): boolean => matchMedia('(max-width: 700px)').matches

const readersFirst = ({ languages }: TextState, language: string): readonly string[] =>
  languages.toSorted((one, other) => Number(other === language) - Number(one === language))

/** On a narrow screen the languages stand one below the other, unless one is chosen. */
const LanguageTabs = ({
  languages,
  only,
  onOnly,
}: {
  readonly languages: readonly string[]
  readonly only: string | undefined
  readonly onOnly: (language: string | undefined) => void
}) => {
  const { language, say } = useLocale()
  return (
    <div className={styles['tabs']} role="group" aria-label={say('negotiation.languages')}>
      {[undefined, ...languages].map((one) => (
        <button key={one ?? 'all'} type="button" aria-pressed={only === one} onClick={() => onOnly(one)}>
          {one === undefined ? say('negotiation.side-by-side') : languageName(language, one)}
        </button>
      ))}
    </div>
  )
}

const Aside = ({ lines }: { readonly lines: TextLines }) => {
  const { say } = useLocale()
  const { adopted } = lines.text
  if (adopted === undefined) {
    return (
      <Panel heading={say('room.obstacles')} className={styles['aside']}>
        <Obstacles lines={lines} />
        <Statements text={lines.text} />
        <ProgressChart text={lines.text} />
      </Panel>
    )
  }
  return (
    <Panel heading={say('room.adopted')} className={`${styles['aside']} ${styles['bound']}`}>
      <p>{say(`adoption-mode.${adopted.mode}`)}</p>
      <AfterAdoption text={lines.text} />
      <Statements text={lines.text} />
      <ProgressChart text={lines.text} />
    </Panel>
  )
}

const Obstacles = ({ lines }: { readonly lines: TextLines }) => {
  const { proceedings } = useRoom()
  const { language, say } = useLocale()
  const naming = namingIn(proceedings, language)
  const places = new Map(lines.blocks.map(({ block, place }) => [block, place]))
  return (
    <>
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
    </>
  )
}
