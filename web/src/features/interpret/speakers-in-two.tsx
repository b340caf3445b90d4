import type { Message, Turn } from '@parley/domain/meeting/state'
import { messagesToRead } from '@parley/domain/meeting/messages'
import { personAt, secretariatAt } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Speech } from '@parley/domain/meeting/things'
import type { ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SeatPicture } from '../../media/seat-picture.tsx'
import { Picture } from '../../ui/picture.tsx'
import { InTwoLanguages } from './in-two-languages.tsx'
import type { LanguagePair } from './language-pair.ts'
import styles from './speakers-in-two.module.css'

/** Whoever has the floor, as they are named and introduced in both languages. */
export const SpeakingNow = ({
  pair,
  clock,
}: {
  readonly pair: LanguagePair
  readonly clock: (turn: Turn) => ReactNode
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { turn } = meeting
  return (
    <section className={styles['now']} aria-label={say('room.speaking')}>
      {turn === undefined ? (
        <Picture side={undefined} className={styles['picture']} />
      ) : (
        <SeatPicture seat={turn.seat} className={styles['picture']} isSpeaking />
      )}
      {turn === undefined ? (
        <p className={styles['free']}>
          {say(meeting.phase === 'open' ? 'room.floor-free' : `phase.${meeting.phase}`)}
        </p>
      ) : (
        <>
          <Introduced seat={turn.seat} delegation={turn.delegation} kind={turn.kind} pair={pair} />
          {clock(turn)}
        </>
      )}
    </section>
  )
}

const Introduced = ({
  seat,
  delegation,
  kind,
  pair,
}: {
  readonly seat: string
  readonly delegation: string | undefined
  readonly kind: Speech
  readonly pair: LanguagePair
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { side } = useNames()
  const person = (personAt(meeting, seat) ?? secretariatAt(meeting, seat))?.person
  const party = meeting.delegations.find(({ id }) => id === delegation)
  return (
    <div className={styles['who']}>
      <h1>
        <Mark side={side(delegation)} large />
        <InTwoLanguages wording={person?.name} pair={pair} large />
      </h1>
      <div className={styles['office']}>
        <InTwoLanguages wording={person?.office ?? party?.name} pair={pair} />
        <Chip>{say(`speech.${kind}`)}</Chip>
      </div>
    </div>
  )
}

/** Who comes next, in the order of the list, or whose message is read next. */
export const NextToSpeak = ({ pair }: { readonly pair: LanguagePair }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { sideOfSeat } = useNames()
  const next = nextSpeakers(meeting)
  const letters = meeting.turn?.kind === 'message' || next.length === 0 ? messagesToRead(meeting) : []
  return (
    <Panel heading={say('seats.next-to-speak')}>
      {next.length + letters.length === 0 && <p className={styles['none']}>{say('seats.nobody-next')}</p>}
      <ol className={styles['next']}>
        {next.map(({ request, seat, kind, delegation }) => {
          const person = personAt(meeting, seat)?.person
          const party = meeting.delegations.find(({ id }) => id === delegation)
          return (
            <li key={request}>
              <Mark side={sideOfSeat(seat)} />
              <div>
                <b>
                  <InTwoLanguages wording={person?.name} pair={pair} />
                </b>
                <small>
                  <InTwoLanguages wording={person?.office ?? party?.name} pair={pair} />
                </small>
              </div>
              <Chip>{say(`speech.${kind}`)}</Chip>
            </li>
          )
        })}
        {letters.map((letter) => (
          <Letter key={letter.message.id} letter={letter} pair={pair} />
        ))}
      </ol>
    </Panel>
  )
}

/** Its author is not its reader: both are named. */
const Letter = ({ letter: { message }, pair }: { readonly letter: Message; readonly pair: LanguagePair }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { side } = useNames()
  return (
    <li>
      <Mark side={side(message.delegation)} />
      <div>
        <b>
          <InTwoLanguages wording={message.author.name} pair={pair} />
        </b>
        <small>
          <InTwoLanguages wording={personAt(meeting, message.reader)?.person.name} pair={pair} />
        </small>
      </div>
      <Chip>{say(`message-form.${message.form}`)}</Chip>
    </li>
  )
}
