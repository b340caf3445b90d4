import { directionOf } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { BlockKind } from '@parley/domain/text/things'
import type { TextState } from '@parley/domain/text/state'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { refusalOf } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { freshName, languagesLeftOut, tablingOf, type Proposing, type Written } from './proposing.ts'
import { MarkedWording } from '../../app/marked-wording.tsx'
import { useTextDesk } from './text-desk.tsx'
import styles from './propose-form.module.css'

/** Rights on a text change with the record, not with the second. */
const EVERY_MS = 60_000

/**
 * A wording put forward at the table, in all languages of the text side by side. What stands is shown above what is
 * written, with the difference; nothing is tabled before it has been looked at once more.
 */
export const ProposeForm = ({
  text,
  proposing: first,
  stands,
  onDone,
}: {
  readonly text: TextState
  readonly proposing: Proposing
  /** The wording it changes, per language. */
  readonly stands: Written
  readonly onDone: () => void
}) => {
  const { proceedings, seat } = useRoom()
  const { act } = useTextDesk()
  const { language: mine, say } = useLocale()
  const names = useNames()
  const now = useServerNow(EVERY_MS)
  const [proposing, setProposing] = useState(first)
  const [written, setWritten] = useState<Written>(stands)
  const [fresh] = useState(() => ({ proposal: freshName('p'), block: freshName('b') }))
  const [checking, setChecking] = useState(first.what === 'delete')
  const [isSent, setSent] = useState(false)
  const command = tablingOf(text.text, proposing, written, fresh)
  const refusal = refusalOf(proceedings, seat, command, now)
  const reason = isSent ? say('negotiation.tabling') : refusal && names.reason(refusal)
  const leftOut = proposing.what === 'delete' ? [] : languagesLeftOut(text.languages, written)
  const table = (): void => {
    setSent(true)
    void act(command).then((isDone) => (isDone ? onDone() : setSent(false)))
  }
  return (
    <form
      className={styles['form']}
      aria-label={say(`negotiation.propose-${proposing.what}`)}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone()
      }}
    >
      <h3>{say(`negotiation.propose-${proposing.what}`)}</h3>
      {proposing.what === 'new' && (
        <KindChoice kind={proposing.kind} onChoose={(kind) => setProposing({ ...proposing, kind })} />
      )}
      {proposing.what !== 'delete' && (
        <Languages
          languages={text.languages}
          written={written}
          stands={proposing.what === 'change' ? stands : undefined}
          onWrite={checking ? undefined : setWritten}
        />
      )}
      {proposing.what === 'delete' && <p>{say('negotiation.delete-explained')}</p>}
      {leftOut.length > 0 && (
        <p className={styles['note']}>
          {say('negotiation.left-out', {
            languages: leftOut.map((one) => languageName(mine, one)).join(', '),
          })}
        </p>
      )}
      {checking && <p className={styles['note']}>{say('negotiation.everybody-reads')}</p>}
      <Acts
        isChecking={checking}
        reason={reason}
        onGoOn={checking ? table : () => setChecking(true)}
        onWriteOn={checking && proposing.what !== 'delete' ? () => setChecking(false) : undefined}
        onDone={onDone}
      />
      {reason !== undefined && <p className={styles['note']}>{reason}</p>}
    </form>
  )
}

const Acts = ({
  isChecking,
  reason,
  onGoOn,
  onWriteOn,
  onDone,
}: {
  readonly isChecking: boolean
  readonly reason: string | undefined
  readonly onGoOn: () => void
  readonly onWriteOn: (() => void) | undefined
  readonly onDone: () => void
}) => {
  const { say } = useLocale()
  return (
    <div className={styles['acts']}>
      <Button look="primary" size="large" reason={reason} onPress={onGoOn}>
        {say(isChecking ? 'negotiation.table' : 'negotiation.check')}
      </Button>
      {onWriteOn !== undefined && (
        <Button size="large" onPress={onWriteOn}>
          {say('negotiation.write-on')}
        </Button>
      )}
      <Button size="large" shortcut="Esc" onPress={onDone}>
        {say('room.cancel')}
      </Button>
    </div>
  )
}

/** The wording in each language side by side: to write in, or to look at with what has changed. */
const Languages = ({
  languages,
  written,
  stands,
  onWrite,
}: {
  readonly languages: readonly string[]
  readonly written: Written
  readonly stands: Written | undefined
  readonly onWrite: ((written: Written) => void) | undefined
}) => {
  const { language: mine } = useLocale()
  return (
    <div className={styles['languages']} style={{ '--languages': languages.length }}>
      {languages.map((one) =>
        onWrite === undefined ? (
          <div key={one}>
            <b>{languageName(mine, one)}</b>
            <MarkedWording
              language={one}
              text={written[one] ?? ''}
              before={stands && (stands[one] ?? '')}
              className={styles['paper']}
            />
          </div>
        ) : (
          <label key={one}>
            <b>{languageName(mine, one)}</b>
            <textarea
              lang={one}
              dir={directionOf(one)}
              rows={5}
              maxLength={12_000}
              value={written[one] ?? ''}
              onChange={({ target }) => onWrite({ ...written, [one]: target.value })}
            />
          </label>
        ),
      )}
    </div>
  )
}

const KindChoice = ({
  kind,
  onChoose,
}: {
  readonly kind: BlockKind
  readonly onChoose: (kind: BlockKind) => void
}) => {
  const { say } = useLocale()
  return (
    <label className={styles['kind']}>
      <span>{say('negotiation.kind')}</span>
      <select
        value={kind}
        onChange={({ target }) => {
          const chosen = BlockKind.options.find((one) => one === target.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
      >
        {BlockKind.options.map((one) => (
          <option key={one} value={one}>
            {say(`block-kind.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
