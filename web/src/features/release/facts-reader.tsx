import type { Expression } from '@parley/domain/release/events'
import { directionOf } from '@parley/messages/choose-catalogue'
import { formatList } from '@parley/messages/quantities'
import { useMemo, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { Beside } from './beside.tsx'
import { FactsAside } from './facts-aside.tsx'
import type { ToldNow } from './record-moved-on.ts'
import {
  citedFacts,
  isUnsupported,
  supportedSentences,
  type SupportedSentence,
} from './supported-sentences.ts'
import styles from './facts-reader.module.css'

/** What is chosen: the facts of one sentence, or one fact with what is said of it. */
export type Chosen =
  | { readonly kind: 'sentence'; readonly key: string; readonly facts: readonly number[] }
  | { readonly kind: 'fact'; readonly facts: readonly [number] }

/** A draft beside the entries of the record it rests on; choosing on one side shows the other. */
export const FactsReader = ({
  release,
  language,
  expression,
  first,
  told,
}: {
  readonly release: string
  readonly language: string
  readonly expression: Expression
  /** The draft as it first was, which tells what the record has moved on from. */
  readonly first: Expression
  readonly told: ToldNow | undefined
}) => {
  const [chosen, setChosen] = useState<Chosen>()
  const paragraphs = useMemo(
    () => expression.paragraphs.map((one) => supportedSentences(one, told?.sentences ?? [], language)),
    [expression, told, language],
  )
  return (
    <div className={styles['columns']}>
      <DraftText
        language={language}
        expression={expression}
        paragraphs={paragraphs}
        chosen={chosen}
        onChoose={setChosen}
      />
      <Beside release={release} language={language}>
        <FactsAside
          cited={citedFacts(expression.paragraphs)}
          expression={expression}
          first={first}
          told={told}
          chosen={chosen}
          onChoose={setChosen}
        />
      </Beside>
    </div>
  )
}

const DraftText = ({
  language,
  expression,
  paragraphs,
  chosen,
  onChoose,
}: {
  readonly language: string
  readonly expression: Expression
  readonly paragraphs: readonly (readonly SupportedSentence[])[]
  readonly chosen: Chosen | undefined
  readonly onChoose: (chosen: Chosen | undefined) => void
}) => {
  const { say } = useLocale()
  const { headline, deck, dateline, byline, source } = expression
  const unsupported = paragraphs.flat().filter(isUnsupported).length
  return (
    <div>
      <p className={styles['status']} role="status">
        <ChosenWords chosen={chosen} />
        {chosen !== undefined && (
          <Button look="quiet" onPress={() => onChoose(undefined)}>
            {say('desk.choice-undone')}
          </Button>
        )}
        {chosen === undefined && unsupported > 0 && say('desk.unsupported-count', { count: unsupported })}
      </p>
      <div className={styles['draft']} lang={language} dir={directionOf(language)}>
        <h3>{headline}</h3>
        {deck !== undefined && <p className={styles['deck']}>{deck}</p>}
        <p className={styles['dateline']}>
          {dateline} · {byline}
        </p>
        {paragraphs.map((sentences, place) => (
          <p key={`${place}`} className={styles['paragraph']}>
            {sentences.map((sentence, index) => (
              <SentenceButton
                key={`${index}`}
                name={`${place}.${index}`}
                sentence={sentence}
                chosen={chosen}
                onChoose={onChoose}
              />
            ))}
          </p>
        ))}
        <p className={styles['dateline']}>{source}</p>
      </div>
    </div>
  )
}

const ChosenWords = ({ chosen }: { readonly chosen: Chosen | undefined }) => {
  const { language, say } = useLocale()
  if (chosen === undefined) return <span>{say('desk.facts-note')}</span>
  if (chosen.kind === 'fact') return <b>{say('desk.fact', { seq: chosen.facts[0] })}</b>
  if (chosen.facts.length === 0) return <b>{say('desk.chosen-nothing')}</b>
  const facts = formatList(
    language,
    chosen.facts.map((seq) => say('desk.fact', { seq })),
  )
  return <b>{say('desk.chosen-facts', { facts })}</b>
}

const SentenceButton = ({
  name,
  sentence,
  chosen,
  onChoose,
}: {
  readonly name: string
  readonly sentence: SupportedSentence
  readonly chosen: Chosen | undefined
  readonly onChoose: (chosen: Chosen | undefined) => void
}) => {
  const { language, say } = useLocale()
  const isChosen = chosen?.kind === 'sentence' && chosen.key === name
  const isMeant = chosen?.kind === 'fact' && sentence.facts.includes(chosen.facts[0])
  const choose = (): void =>
    onChoose(isChosen ? undefined : { kind: 'sentence', key: name, facts: sentence.facts })
  const state = isUnsupported(sentence) ? 'unsupported' : sentence.by
  return (
    <>
      {/* A button proper would not break over lines as words do. */}
      <span
        role="button"
        tabIndex={0}
        aria-pressed={isChosen}
        className={`${styles['sentence']} ${styles[state] ?? ''} ${isChosen || isMeant ? styles['lit'] : ''}`}
        onClick={choose}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          choose()
        }}
      >
        {sentence.text}
      </span>
      {isUnsupported(sentence) && (
        <span className={styles['flag']} lang={language} dir={directionOf(language)}>
          {say('desk.unsupported')}
        </span>
      )}
      {!isUnsupported(sentence) && sentence.by === 'editor' && (
        <span className={styles['note']} lang={language} dir={directionOf(language)}>
          {say('desk.by-editor')}
        </span>
      )}
    </>
  )
}
