import type { RemovalSettlement, RemovalView } from '@parley/client/parley-client'
import type { Trouble } from '@parley/client/result'
import { formatDate } from '@parley/messages/dates'
import { languageName } from '@parley/messages/quantities'
import { problemText } from '@parley/messages/problem-text'
import { useEffect, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { ownClient } from '../../app/own-client.ts'
import { wordingFor } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { localizedFrom } from './localized-from.ts'
import { OneOf, Question } from './question.tsx'
import { waitingFirst } from './removal-order.ts'
import { TextField } from './text-field.tsx'
import styles from './removal-requests.module.css'

/** Requests for removal about a dialogue's public pages, for its secretariats: those that wait, then those settled. */
export const RemovalRequests = ({
  dialogue,
  languages,
  timeZone,
}: {
  readonly dialogue: string
  readonly languages: readonly string[]
  readonly timeZone: string
}) => {
  const { language, say } = useLocale()
  const [removals, setRemovals] = useState<readonly RemovalView[]>()
  const [trouble, setTrouble] = useState<Trouble>()
  useEffect(() => {
    void ownClient()
      .removals(dialogue)
      .then((answer) => (answer.ok ? setRemovals(answer.value.removals) : setTrouble(answer.problem)))
  }, [dialogue])
  const settle = async (id: string, settlement: RemovalSettlement): Promise<void> => {
    const answer = await ownClient().settleRemoval(dialogue, id, settlement)
    if (!answer.ok) return setTrouble(answer.problem)
    setTrouble(undefined)
    setRemovals((all) => all?.map((one) => (one.id === id ? answer.value : one)))
  }
  const { waiting, settled } = waitingFirst(removals ?? [])
  const line = (one: RemovalView) => (
    <Removal key={one.id} removal={one} languages={languages} timeZone={timeZone} onSettle={settle} />
  )
  return (
    <Panel heading={say('desk.removals')} note={say('desk.removals-note')}>
      {trouble !== undefined && <p role="alert">{problemText(language, trouble)}</p>}
      {removals !== undefined && waiting.length === 0 && (
        <p className={styles['none']}>{say('desk.removals-none')}</p>
      )}
      <ul className={styles['removals']}>{waiting.map(line)}</ul>
      {settled.length > 0 && (
        <details>
          <summary>{say('desk.removals-settled', { count: settled.length })}</summary>
          <ul className={styles['removals']}>{settled.map(line)}</ul>
        </details>
      )}
    </Panel>
  )
}

const Removal = ({
  removal,
  languages,
  timeZone,
  onSettle,
}: {
  readonly removal: RemovalView
  readonly languages: readonly string[]
  readonly timeZone: string
  readonly onSettle: (id: string, settlement: RemovalSettlement) => Promise<void>
}) => {
  const { language, say } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const { id, receivedAt, pageUrl, claim, requester, explanation, settled } = removal
  return (
    <li>
      <p className={styles['head']}>
        <b>{id}</b>
        <Chip>{say(`portal.claim-${claim}`)}</Chip>
        <span>
          {say('desk.removal-received', { time: formatDate(language, receivedAt, timeZone, 'date-time') })}
        </span>
      </p>
      {/* Whatever was typed as an address is shown and not followed. */}
      <p className={styles['page']} dir="ltr">
        {pageUrl}
      </p>
      <blockquote dir="auto">{explanation}</blockquote>
      <p className={styles['from']}>
        <bdi>{say('desk.removal-from', { name: requester.name, contact: requester.contact })}</bdi>
      </p>
      {settled !== undefined && (
        <p className={styles['settled']}>
          <b>{say(`portal.removal-outcome-${settled.outcome}`)}</b> ·{' '}
          {formatDate(language, settled.at, timeZone, 'date')}{' '}
          <Words {...wordingFor(settled.reason, language, languages)} />
        </p>
      )}
      {settled === undefined && !isOpen && (
        <Button label={`${say('desk.removal-settle')}: ${id}`} onPress={() => setOpen(true)}>
          {say('desk.removal-settle')}
        </Button>
      )}
      {settled === undefined && isOpen && (
        <SettleForm id={id} languages={languages} onSettle={onSettle} onClose={() => setOpen(false)} />
      )}
    </li>
  )
}

const OUTCOMES = ['media-removed', 'text-redacted', 'page-removed', 'refused'] as const

const SettleForm = ({
  id,
  languages,
  onSettle,
  onClose,
}: {
  readonly id: string
  readonly languages: readonly string[]
  readonly onSettle: (id: string, settlement: RemovalSettlement) => Promise<void>
  readonly onClose: () => void
}) => {
  const { language, say } = useLocale()
  const [outcome, setOutcome] = useState<RemovalSettlement['outcome']>()
  const [wordings, setWordings] = useState<Readonly<Record<string, string>>>({})
  const reason = localizedFrom(wordings, 'passage')
  return (
    <Question
      question={say('desk.removal-question', { id })}
      note={say('desk.removal-note')}
      confirm={say('desk.removal-settle')}
      hindrance={outcome === undefined ? say('desk.removal-outcome-needed') : undefined}
      onConfirm={() => {
        if (outcome === undefined) return
        onClose()
        void onSettle(id, { outcome, ...(reason === undefined ? {} : { reason }) })
      }}
      onCancel={onClose}
    >
      <OneOf
        legend={say('desk.removal-outcome')}
        options={OUTCOMES.map((one) => ({ id: one, words: say(`portal.removal-outcome-${one}`) }))}
        chosen={outcome}
        onChoose={setOutcome}
      />
      {languages.map((one) => (
        <TextField
          key={one}
          label={say('desk.removal-reason', { language: languageName(language, one) })}
          language={one}
          value={wordings[one] ?? ''}
          rows={2}
          onChange={(text) => setWordings({ ...wordings, [one]: text })}
        />
      ))}
    </Question>
  )
}
