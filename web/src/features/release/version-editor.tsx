import type { Expression } from '@parley/domain/release/events'
import type { LanguageVersion } from '@parley/domain/release/state'
import { expressionHash } from '@parley/domain/release/expression-hash'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { hasKey } from '@parley/messages/words'
import { useEffect, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { useRules } from './desk-context.tsx'
import { Clashes, ParagraphFields } from './paragraph-fields.tsx'
import type { ToldNow } from './record-moved-on.ts'
import { TextField } from './text-field.tsx'
import { useWorkingDraft, type DraftInHand } from './use-working-draft.ts'
import { draftFaults, expressionFrom, LINES, type DraftFault } from './working-draft.ts'
import styles from './version-editor.module.css'

/**
 * Writing a language version: begun by hand, edited, or corrected once it is published. What is written stays here,
 * whatever happens to the record meanwhile, until it is saved or discarded.
 */
export const VersionEditor = ({
  name,
  release,
  language,
  version,
  told,
  onClose,
}: {
  readonly name: string
  readonly release: string
  readonly language: string
  readonly version: LanguageVersion | undefined
  readonly told: ToldNow | undefined
  readonly onClose: () => void
}) => {
  const { say } = useLocale()
  const hand = useWorkingDraft(name, version)
  const [isLeaving, setLeaving] = useState(false)
  const { base, correction } = hand
  const isPublished = (version?.editions.length ?? 0) > 0
  const command = savingCommand({ release, language }, hand, isPublished)
  const close = (): void => {
    hand.forget()
    onClose()
  }
  const isOnRecord = expressionHash(command.expression) === version?.hash
  const isOvertaken = version !== undefined && version.hash !== base?.hash && !isOnRecord
  return (
    <section className={styles['editor']} aria-label={say(isPublished ? 'desk.correct' : 'desk.edit')}>
      {isOvertaken && <Overtaken version={version} onBring={() => hand.bringTogether(version)} />}
      {base === undefined && version === undefined && told?.sentences.length === 0 && (
        <p className={styles['note']}>{say('desk.no-writer')}</p>
      )}
      <Lines hand={hand} language={language} />
      <ParagraphFields hand={hand} language={language} told={told} />
      {isPublished && (
        <div className={styles['correction']}>
          <TextField
            label={say('desk.correction')}
            note={say('desk.correction-note')}
            language={language}
            value={correction}
            rows={3}
            onChange={hand.setCorrection}
          />
        </div>
      )}
      <p className={styles['note']}>{say('desk.kept')}</p>
      {isLeaving ? (
        <Confirmation
          question={say('desk.discard-question')}
          confirm={say('desk.discard')}
          cancel={say('room.cancel')}
          onConfirm={close}
          onCancel={() => setLeaving(false)}
        />
      ) : (
        <SaveBar
          hand={hand}
          command={command}
          version={version}
          isOnRecord={isOnRecord}
          isOvertaken={isOvertaken}
          onSaved={close}
          onLeave={() => (isOnRecord ? close() : setLeaving(true))}
        />
      )}
    </section>
  )
}

/** What saving would ask of the rules. */
const savingCommand = (
  of: { readonly release: string; readonly language: string },
  { draft, base, correction: words }: DraftInHand,
  isPublished: boolean,
): SavingCommand => {
  const expression = expressionFrom(draft)
  if (base === undefined) return { type: 'DraftRelease', ...of, expression }
  const correction = words.normalize('NFC').trim()
  const corrected = isPublished && correction !== '' ? { correction } : {}
  return { type: 'EditRelease', ...of, expression, base: base.hash, ...corrected }
}

type SavingCommand = Extract<ProceedingsCommand, { type: 'DraftRelease' | 'EditRelease' }> & {
  readonly expression: Expression
}

const Lines = ({ hand, language }: { readonly hand: DraftInHand; readonly language: string }) => {
  const { say } = useLocale()
  return (
    <>
      {LINES.map((line) => (
        <div key={line} className={styles[line]}>
          <TextField
            label={say(`desk.line-${line}`)}
            language={language}
            value={hand.draft[line]}
            rows={line === 'deck' ? 2 : 1}
            isLine={line !== 'deck'}
            onChange={(words) => hand.change({ [line]: words })}
          />
          <Clashes hand={hand} of={(clash) => clash.part === line} language={language} />
        </div>
      ))}
    </>
  )
}

/** Tells that the record has another revision than the one being edited. */
const Overtaken = ({
  version,
  onBring,
}: {
  readonly version: LanguageVersion
  readonly onBring: () => void
}) => {
  const { facts } = useRoom()
  const { say } = useLocale()
  const { person } = useNames()
  const { release, language, hash } = version
  const last = facts
    .filter(
      ({ event }) =>
        (event.type === 'ReleaseEdited' || event.type === 'ReleaseDrafted') &&
        event.release === release &&
        event.language === language &&
        event.hash === hash,
    )
    .at(-1)
  const who = last !== undefined && 'seat' in last.by ? person(last.by.seat).text : ''
  return (
    <div className={styles['overtaken']} role="alert">
      <p>
        <b>{say('desk.meanwhile', { who })}</b> {say('desk.meanwhile-note')}
      </p>
      <Button look="primary" onPress={onBring}>
        {say('desk.bring-together')}
      </Button>
    </div>
  )
}

const SaveBar = ({
  hand,
  command,
  version,
  isOnRecord,
  isOvertaken,
  onSaved,
  onLeave,
}: {
  readonly hand: DraftInHand
  readonly command: SavingCommand
  readonly version: LanguageVersion | undefined
  readonly isOnRecord: boolean
  readonly isOvertaken: boolean
  readonly onSaved: () => void
  readonly onLeave: () => void
}) => {
  const { act } = useRoom()
  const { say } = useLocale()
  const { reason } = useNames()
  const { refusal } = useRules()
  const [isSent, setSent] = useState(false)
  const [fault] = draftFaults(hand.draft)
  const refused = refusal(command)
  // The record may have it although the answer to us was lost.
  useEffect(() => {
    if (isSent && isOnRecord) onSaved()
  }, [isSent, isOnRecord, onSaved])
  const faultWords = useFaultWords()
  const hindrance = ((): string | undefined => {
    if (isOvertaken) return say('desk.meanwhile-note')
    if (hand.clashes.length > 0) return say('desk.clashes-left')
    if (isOnRecord) return say('desk.unchanged')
    if (fault !== undefined) return faultWords(fault)
    return refused === undefined ? undefined : reason(refused)
  })()
  const voids = version !== undefined && version.clearedBy.length > 0
  return (
    <div className={styles['save']}>
      <Button
        look={isOvertaken ? 'plain' : 'primary'}
        size="large"
        reason={hindrance}
        onPress={() => {
          setSent(true)
          void act(command)
        }}
      >
        {say(command.type === 'DraftRelease' ? 'desk.save-first' : 'desk.save')}
      </Button>
      <Button size="large" onPress={onLeave}>
        {say('desk.stop-editing')}
      </Button>
      <p className={styles['hindrance']} role="status">
        {hindrance ?? (voids ? say('desk.voids') : '')}
      </p>
    </div>
  )
}

const useFaultWords = (): ((fault: DraftFault) => string) => {
  const { say } = useLocale()
  return ({ part, code }) => {
    const key = `malformation.${code}`
    return say('desk.faulty', {
      part: say(`desk.line-${part}`),
      fault: say(hasKey(key) ? key : 'malformation.not-as-expected'),
    })
  }
}
