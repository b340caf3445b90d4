import type { Draft } from '@parley/domain/chamber'
import type { TextState } from '@parley/domain/text/state'
import { lookup } from '@parley/domain/words/lookup'
import { directionOf } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import type { ChamberLine } from '../../app/chamber-line.ts'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { Icon } from '../../ui/icon.tsx'
import { baseOf } from './draft-lines.ts'
import { DraftActs } from './draft-acts.tsx'
import { DraftName } from './draft-name.tsx'
import { PadEditor } from './pad-editor.tsx'
import type { PadReplica } from './pad-replica.ts'
import { PadState } from './pad-state.tsx'
import { usePad, useStanding, useWordings } from './use-pad.ts'
import styles from './draft-desk.module.css'

/** One draft, which the delegation writes together: an editor per language beside what stands in the text. */
export const DraftDesk = ({
  line,
  draft,
  textHref,
}: {
  readonly line: ChamberLine
  readonly draft: Draft
  /** Where the text is shown to everybody. */
  readonly textHref: string
}) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const text = lookup(proceedings.texts.byId, draft.text)
  return (
    <section className={styles['desk']} aria-labelledby="draft-heading">
      <header className={styles['header']}>
        <h2 id="draft-heading">
          <DraftName draft={draft} text={text} />
        </h2>
      </header>
      {draft.proposal === undefined ? (
        <>
          <p className={styles['explained']}>
            <Icon name="lock" small /> {say('drafting.draft-explained')}
          </p>
          <OpenDraft line={line} draft={draft} text={text} />
        </>
      ) : (
        <Tabled draft={draft} languages={text?.languages ?? Object.keys(draft.body)} textHref={textHref} />
      )}
    </section>
  )
}

/** A draft that is on the table: what it said, and where everybody reads it now. */
const Tabled = ({
  draft,
  languages,
  textHref,
}: {
  readonly draft: Draft
  readonly languages: readonly string[]
  readonly textHref: string
}) => {
  const { language, say } = useLocale()
  return (
    <>
      <p className={styles['tabled']}>
        <Icon name="check" small /> {say('drafting.tabled-explained')}{' '}
        <a href={`${textHref}#block-${draft.block}`}>{say('drafting.see-in-text')}</a>
      </p>
      <div className={styles['languages']}>
        {languages.map((one) => (
          <div key={one} className={styles['language']}>
            <h3>{languageName(language, one)}</h3>
            <p className={styles['base']} lang={one} dir={directionOf(one)}>
              {lookup(draft.body, one)}
            </p>
          </div>
        ))}
      </div>
    </>
  )
}

const OpenDraft = ({
  line,
  draft,
  text,
}: {
  readonly line: ChamberLine
  readonly draft: Draft
  readonly text: TextState | undefined
}) => {
  const { meeting } = useRoom()
  const replica = usePad(line, `draft/${draft.draft}`)
  const languages = text?.languages ?? meeting.languages
  return replica === undefined ? null : (
    <Writing replica={replica} draft={draft} text={text} languages={languages} line={line} />
  )
}

const Writing = ({
  replica,
  draft,
  text,
  languages,
  line,
}: {
  readonly replica: PadReplica
  readonly draft: Draft
  readonly text: TextState | undefined
  readonly languages: readonly string[]
  readonly line: ChamberLine
}) => {
  const { language, say } = useLocale()
  const { standing, wasRead } = useStanding(replica)
  const base = baseOf(text, draft)
  const wordings = useWordings(replica, languages)
  return (
    <>
      {wasRead && (
        <div className={styles['languages']}>
          {languages.map((one) => (
            <div key={one} className={styles['language']}>
              <h3>{languageName(language, one)}</h3>
              <Standing wording={lookup(base, one)} language={one} />
              <PadEditor
                replica={replica}
                fragment={one}
                language={one}
                label={say('drafting.editor', { language: languageName(language, one) })}
                isReadOnly={standing === 'closed'}
              />
            </div>
          ))}
        </div>
      )}
      <PadState standing={standing} />
      {wasRead && standing !== 'closed' && (
        <DraftActs line={line} draft={draft} text={text} base={base} wordings={wordings} />
      )}
    </>
  )
}

/** What stands in the text now, to be compared with. */
const Standing = ({
  wording,
  language,
}: {
  readonly wording: string | undefined
  readonly language: string
}) => {
  const { say } = useLocale()
  if (wording === undefined) return null
  return (
    <details className={styles['standing']} open>
      <summary>{say('drafting.base')}</summary>
      <p className={styles['base']} lang={language} dir={directionOf(language)}>
        {wording}
      </p>
    </details>
  )
}
