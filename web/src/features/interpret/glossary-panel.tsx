import { useDeferredValue, useId, useRef, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { InTwoLanguages } from './in-two-languages.tsx'
import { found, glossaryOf, occurring, type GlossaryArea, type GlossaryEntry } from './glossary.ts'
import type { LanguagePair } from './language-pair.ts'
import { rowsOf } from './wordings.ts'
import styles from './glossary-panel.module.css'

/** The agreed words of the meeting: first those that occur in the wording shown, then all, narrowed by what is typed. */
export const GlossaryPanel = ({
  pair,
  shown,
}: {
  readonly pair: LanguagePair
  /** The wording being worked from. */
  readonly shown: string | undefined
}) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const id = useId()
  const [sought, setSought] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useShortcuts('interpreter', (asked) => {
    if (asked !== 'find') return false
    field.current?.focus()
    return true
  })
  const all = glossaryOf(proceedings)
  const entries = found(all, useDeferredValue(sought))
  const passage =
    shown === undefined
      ? ''
      : rowsOf(proceedings, shown, pair)
          .map(({ from }) => from ?? '')
          .join('\n')
  const here = sought.trim() === '' ? occurring(all, passage, pair) : []
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>{say('seats.glossary')}</h2>
        <span role="status">{say('seats.glossary-count', { count: entries.length })}</span>
      </div>
      <input
        ref={field}
        type="search"
        aria-keyshortcuts={shownKey('find', 'interpreter')}
        value={sought}
        placeholder={say('seats.glossary-search')}
        aria-label={say('seats.glossary-search')}
        onChange={({ target }) => setSought(target.value)}
      />
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={say('seats.glossary')}>
        <Entries heading={say('seats.glossary-here')} entries={here} pair={pair} />
        {AREAS.map((area) => (
          <Entries
            key={area}
            heading={say(`seats.glossary-${area}`)}
            entries={entries.filter((one) => one.area === area && !here.includes(one))}
            pair={pair}
          />
        ))}
      </div>
    </section>
  )
}

const AREAS: readonly GlossaryArea[] = ['names', 'titles', 'terms']

const Entries = ({
  heading,
  entries,
  pair,
}: {
  readonly heading: string
  readonly entries: readonly GlossaryEntry[]
  readonly pair: LanguagePair
}) => {
  if (entries.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {entries.map(({ id, wording }) => (
          <li key={id}>
            <InTwoLanguages wording={wording} pair={pair} />
          </li>
        ))}
      </ul>
    </>
  )
}
