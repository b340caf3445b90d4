import { packOf } from '@parley/domain/meeting/seats'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { TextState } from '@parley/domain/text/state'
import { formatDate } from '@parley/messages/dates'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { refusalOf } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Words } from '../../ui/words.tsx'
import { timeLeft } from './time-left.ts'
import { WholeHash } from './whole-hash.tsx'
import { useActOnce } from './use-act-once.ts'
import styles from './text-page.module.css'

type Breaking = 'objection' | 'amendment'

/**
 * While a silence runs: until when by the clock of each capital, how long that is, and the way to break it. Time alone
 * adopts nothing; the chair closes the silence.
 */
export const SilenceBanner = ({ text }: { readonly text: TextState }) => {
  const { meeting, proceedings, seat } = useRoom()
  const act = useActOnce()
  const { language, say } = useLocale()
  const { words } = useNames()
  const now = useServerNow()
  const [asked, setAsked] = useState<Breaking | 'close'>()
  const { silence } = text
  if (silence === undefined) return null
  const breaking = (by: Breaking, reason?: string): ProceedingsCommand => ({
    type: 'BreakSilence',
    text: text.text,
    by,
    ...(reason === undefined || reason === '' ? {} : { reason }),
  })
  const ways = packOf(meeting).adoption.silence.brokenBy.filter(
    (by) => refusalOf(proceedings, seat, breaking(by), now) === undefined,
  )
  const close: ProceedingsCommand = { type: 'CloseSilence', text: text.text, root: silence.root }
  const mayClose = refusalOf(proceedings, seat, close, now) === undefined
  if (asked !== undefined) {
    const command = (reason: string): ProceedingsCommand =>
      asked === 'close' ? close : breaking(asked, reason)
    return (
      <Question
        asked={asked}
        title={words(text.title).text}
        root={silence.root}
        onCancel={() => setAsked(undefined)}
        onConfirm={(reason) => {
          setAsked(undefined)
          void act(command(reason))
        }}
      />
    )
  }
  const { count, unit } = timeLeft(silence.expiresAt - now)
  return (
    <section className={styles['banner']} aria-label={say('negotiation.silence')}>
      <div>
        <p>
          <b>{say('negotiation.silence-runs', { title: words(text.title).text })}</b>
        </p>
        <p>
          {meeting.delegations.map(({ id, city, timeZone }) => (
            <span key={id} className={styles['side']}>
              <Words {...words(city)} /> {formatDate(language, silence.expiresAt, timeZone, 'date-time')}
            </span>
          ))}
        </p>
        <WholeHash hash={silence.root} />
        <p role="timer">
          {silence.expiresAt > now
            ? say(`negotiation.left-${unit}`, { count })
            : say('negotiation.silence-over')}
        </p>
      </div>
      {ways.map((by) => (
        <Button key={by} onPress={() => setAsked(by)}>
          {say(`negotiation.break-${by}`)}
        </Button>
      ))}
      {mayClose && (
        <Button look="primary" onPress={() => setAsked('close')}>
          {say('console.close-silence')}
        </Button>
      )}
    </section>
  )
}

/** Before a silence is broken or closed. */
const Question = ({
  asked,
  title,
  root,
  onCancel,
  onConfirm,
}: {
  readonly asked: Breaking | 'close'
  readonly title: string
  readonly root: string
  readonly onCancel: () => void
  readonly onConfirm: (reason: string) => void
}) => {
  const { say } = useLocale()
  return asked === 'close' ? (
    <Confirmation
      question={say('negotiation.close-question', { title })}
      note={say('negotiation.hash', { hash: root.slice(0, 16) })}
      confirm={say('console.close-silence')}
      cancel={say('room.cancel')}
      onCancel={onCancel}
      onConfirm={onConfirm}
    />
  ) : (
    <Confirmation
      question={say(`negotiation.break-${asked}-question`)}
      note={say('negotiation.break-note')}
      confirm={say('room.confirm')}
      cancel={say('room.cancel')}
      reason={{ label: say('negotiation.break-reason') }}
      onCancel={onCancel}
      onConfirm={onConfirm}
    />
  )
}
