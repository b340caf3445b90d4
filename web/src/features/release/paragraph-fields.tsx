import { directionOf } from '@parley/messages/choose-catalogue'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useDesk } from './desk-context.tsx'
import type { Clash } from './merge-drafts.ts'
import type { ToldNow } from './record-moved-on.ts'
import { citedFacts } from './supported-sentences.ts'
import { TextField } from './text-field.tsx'
import type { DraftInHand } from './use-working-draft.ts'
import {
  paragraphAfter,
  paragraphChanged,
  paragraphMoved,
  paragraphRemoved,
  type WorkingParagraph,
} from './working-draft.ts'
import styles from './version-editor.module.css'

/** The paragraphs, each with its facts, to be written, moved, added and removed. */
export const ParagraphFields = ({
  hand,
  language,
  told,
}: {
  readonly hand: DraftInHand
  readonly language: string
  readonly told: ToldNow | undefined
}) => {
  const { say } = useLocale()
  const { paragraphs } = hand.draft
  const facts = [...new Set([...citedFacts(paragraphs), ...(told?.facts ?? [])])]
  return (
    <fieldset className={styles['paragraphs']}>
      <legend>{say('desk.line-paragraphs')}</legend>
      <Clashes hand={hand} of={({ part }) => part === 'paragraphs'} language={language} />
      <ol>
        {paragraphs.map((paragraph, index) => (
          <li key={paragraph.key}>
            <TextField
              label={say('desk.paragraph', { place: index + 1 })}
              language={language}
              value={paragraph.text}
              rows={3}
              onChange={(text) =>
                hand.change({ paragraphs: paragraphChanged(paragraphs, paragraph.key, { text }) })
              }
            />
            <Clashes
              hand={hand}
              of={(clash) => clash.part === 'paragraph' && clash.key === paragraph.key}
              language={language}
            />
            <ParagraphFacts hand={hand} paragraph={paragraph} place={index + 1} facts={facts} />
            <ParagraphActs hand={hand} paragraph={paragraph} place={index + 1} />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

const ParagraphActs = ({
  hand,
  paragraph: { key },
  place,
}: {
  readonly hand: DraftInHand
  readonly paragraph: WorkingParagraph
  readonly place: number
}) => {
  const { say } = useLocale()
  const { paragraphs } = hand.draft
  const become = (next: typeof paragraphs): void => hand.change({ paragraphs: next })
  return (
    <div className={styles['acts']}>
      {place > 1 && (
        <Button
          label={say('desk.move-up', { place })}
          onPress={() => become(paragraphMoved(paragraphs, key, -1))}
        >
          ↑
        </Button>
      )}
      {place < paragraphs.length && (
        <Button
          label={say('desk.move-down', { place })}
          onPress={() => become(paragraphMoved(paragraphs, key, 1))}
        >
          ↓
        </Button>
      )}
      <Button
        label={say('desk.add-paragraph', { place })}
        onPress={() => become(paragraphAfter(paragraphs, key, hand.freshKey()))}
      >
        +
      </Button>
      {paragraphs.length > 1 && (
        <Button
          label={say('desk.remove-paragraph', { place })}
          onPress={() => become(paragraphRemoved(paragraphs, key))}
        >
          <Icon name="cross" small />
        </Button>
      )}
    </div>
  )
}

/** Which entries of the record a paragraph rests on; they are cleared and published with it. */
const ParagraphFacts = ({
  hand,
  paragraph,
  place,
  facts,
}: {
  readonly hand: DraftInHand
  readonly paragraph: WorkingParagraph
  readonly place: number
  readonly facts: readonly number[]
}) => {
  const { say } = useLocale()
  const { factLine } = useDesk()
  const { paragraphs } = hand.draft
  const rest = (next: readonly number[]): void =>
    hand.change({
      paragraphs: paragraphChanged(paragraphs, paragraph.key, {
        facts: [...next].toSorted((one, other) => one - other),
      }),
    })
  const left = facts.filter((seq) => !paragraph.facts.includes(seq))
  const line = (seq: number): string => `${seq} · ${factLine(seq) ?? say('desk.fact-hidden')}`
  return (
    <div className={styles['facts']} role="group" aria-label={say('desk.facts-of', { place })}>
      <ul>
        {paragraph.facts.length === 0 && <li className={styles['none']}>{say('desk.unsupported')}</li>}
        {paragraph.facts.map((seq) => (
          <li key={seq} title={factLine(seq)}>
            {say('desk.fact', { seq })}
            <button
              type="button"
              aria-label={say('desk.remove-fact', { seq })}
              onClick={() => rest(paragraph.facts.filter((one) => one !== seq))}
            >
              <Icon name="cross" small />
            </button>
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <select
          aria-label={say('desk.add-fact')}
          value=""
          onChange={({ target }) => {
            if (target.value !== '') rest([...paragraph.facts, Number(target.value)])
          }}
        >
          <option value="">{say('desk.add-fact')}</option>
          {left.map((seq) => (
            <option key={seq} value={seq}>
              {line(seq)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** What the other editor wrote where both changed the same part. */
export const Clashes = ({
  hand,
  of,
  language,
}: {
  readonly hand: DraftInHand
  readonly of: (clash: Clash) => boolean
  readonly language: string
}) => {
  const { say } = useLocale()
  return hand.clashes.filter(of).map((clash) => (
    <div key={'key' in clash ? clash.key : clash.part} className={styles['clash']} role="group">
      <p>{say('desk.clash')}</p>
      <blockquote lang={language} dir={directionOf(language)}>
        {wordsOf(clash)}
      </blockquote>
      <Button
        onPress={() => {
          takeTheirs(hand, clash)
          hand.settle(clash)
        }}
      >
        {say('desk.take-theirs')}
      </Button>
      <Button onPress={() => hand.settle(clash)}>{say('desk.keep-mine')}</Button>
    </div>
  ))
}

const wordsOf = (clash: Clash): string => {
  switch (clash.part) {
    case 'paragraph':
      return clash.theirs.text
    case 'paragraphs':
      return clash.theirs.map(({ text }) => text).join('\n\n')
    case 'headline':
    case 'deck':
    case 'dateline':
    case 'byline':
    case 'source':
      return clash.theirs
  }
}

const takeTheirs = (hand: DraftInHand, clash: Clash): void => {
  const { paragraphs } = hand.draft
  switch (clash.part) {
    case 'paragraph': {
      const { text, facts } = clash.theirs
      return hand.change({ paragraphs: paragraphChanged(paragraphs, clash.key, { text, facts }) })
    }
    case 'paragraphs':
      return hand.change({ paragraphs: clash.theirs.map((one) => ({ ...one, key: hand.freshKey() })) })
    case 'headline':
    case 'deck':
    case 'dateline':
    case 'byline':
    case 'source':
      return hand.change({ [clash.part]: clash.theirs })
  }
}
