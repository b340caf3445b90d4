import { directionOf } from '@parley/messages/choose-catalogue'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Chip } from '../../ui/chip.tsx'
import type { LanguagePair } from './language-pair.ts'
import { rowsOf, sourceNow, sources, type Row, type Source } from './wordings.ts'
import styles from './wording-panel.module.css'

const FOLLOWING = ''

/** Which wording is shown: the one the interpreter chose, otherwise what the meeting has before it. */
export const useWordingShown = () => {
  const { proceedings } = useRoom()
  const [chosen, choose] = useState(FOLLOWING)
  const all = sources(proceedings)
  const shown = all.find(({ id }) => id === chosen) ?? sourceNow(proceedings)
  return { all, chosen: all.some(({ id }) => id === chosen) ? chosen : FOLLOWING, choose, shown }
}

/** Messages, texts and documents, passage beside passage in the two languages. */
export const WordingPanel = ({
  pair,
  all,
  chosen,
  choose,
  shown,
}: ReturnType<typeof useWordingShown> & { readonly pair: LanguagePair }) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const rows = shown === undefined ? [] : rowsOf(proceedings, shown.id, pair)
  return (
    <section className={styles['panel']} aria-label={say('seats.wording')}>
      <div className={styles['head']}>
        <h2>{say('seats.wording')}</h2>
        {all.length > 0 && (
          <select
            value={chosen}
            aria-label={say('seats.wording-shown')}
            onChange={({ target }) => choose(target.value)}
          >
            <option value={FOLLOWING}>{say('seats.wording-follow')}</option>
            {all.map((source) => (
              <SourceOption key={source.id} source={source} />
            ))}
          </select>
        )}
      </div>
      {shown === undefined ? (
        <p className={styles['none']}>{say('seats.wording-none')}</p>
      ) : (
        <>
          <Title source={shown} />
          <div className={styles['scroll']} tabIndex={0} role="group" aria-label={say('seats.wording-shown')}>
            <Rows rows={rows} pair={pair} />
          </div>
        </>
      )}
    </section>
  )
}

const SourceOption = ({ source }: { readonly source: Source }) => {
  const { say } = useLocale()
  const { words } = useNames()
  const { text, lang } = words(source.title)
  return (
    <option value={source.id} lang={lang}>
      {`${say(`seats.source-${source.kind}`)} · ${text}`}
    </option>
  )
}

const Title = ({ source }: { readonly source: Source }) => {
  const { say } = useLocale()
  const { words } = useNames()
  const { text, lang } = words(source.title)
  return (
    <p className={styles['title']}>
      <b>
        <bdi lang={lang}>{text}</bdi>
      </b>
      {source.kind !== 'text' && <Chip solid>{say('seats.check-delivery')}</Chip>}
    </p>
  )
}

const Rows = ({ rows, pair }: { readonly rows: readonly Row[]; readonly pair: LanguagePair }) => {
  const { say } = useLocale()
  if (rows.length === 0) return <p className={styles['none']}>{say('room.no-wording')}</p>
  return (
    <ol className={styles['rows']}>
      {rows.map((row) => (
        <li key={row.id}>
          <span className={styles['number']}>
            {row.id}
            {row.agreed !== undefined && (
              <span className={row.agreed ? styles['agreed'] : styles['open']}>
                {say(row.agreed ? 'room.block-agreed' : 'room.block-open')}
              </span>
            )}
          </span>
          <Passage text={row.from} language={pair.from} />
          {pair.into !== pair.from && <Passage text={row.into} language={pair.into} />}
        </li>
      ))}
    </ol>
  )
}

const Passage = ({ text, language }: { readonly text: string | undefined; readonly language: string }) => {
  const { say } = useLocale()
  if (text === undefined) return <p className={styles['missing']}>{say('room.no-wording')}</p>
  return (
    <p className={styles['passage']} lang={language} dir={directionOf(language)}>
      {text}
    </p>
  )
}
