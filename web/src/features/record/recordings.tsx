import type { RecordedTrack } from '@parley/domain/meeting/events'
import type { Recording } from '@parley/domain/meeting/state'
import { formatDate } from '@parley/messages/dates'
import { formatDuration, formatNumber, languageName } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { forOtherTab } from '../../app/own-client.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { megabytes, sizeOfAll, standingOf, withSeconds } from './recorded-files.ts'
import styles from './recordings.module.css'

/** What was recorded of the meeting, file by file, to be heard and taken away; for secretariats. */
export const Recordings = ({ timeZone }: { readonly timeZone: string }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  return (
    <Panel heading={say('media.recordings')}>
      <p className={styles['note']}>{say('media.recordings-note')}</p>
      {meeting.recordings.map((one, index) => (
        <OneRecording key={one.recording} recording={one} number={index + 1} timeZone={timeZone} />
      ))}
    </Panel>
  )
}

const OneRecording = ({
  recording,
  number,
  timeZone,
}: {
  readonly recording: Recording
  readonly number: number
  readonly timeZone: string
}) => {
  const { language, say } = useLocale()
  const { orderedAt, endedAt, tracks } = recording
  const standing = standingOf(recording)
  const from = formatDate(language, orderedAt, timeZone, 'time')
  const size = say('media.megabytes', { count: formatNumber(language, megabytes(sizeOfAll(tracks))) })
  return (
    <section className={styles['recording']}>
      <h3>
        {say('media.recording-number', { number })}{' '}
        <bdi>
          {endedAt === undefined ? from : `${from}–${formatDate(language, endedAt, timeZone, 'time')}`}
        </bdi>
      </h3>
      <p className={styles['note']} data-standing={standing}>
        {standing === 'listed'
          ? say('media.recording-sum', { count: tracks?.length ?? 0, size })
          : say(`media.recording-${standing}-note`)}
      </p>
      <ol className={styles['files']}>
        {tracks?.map((one) => (
          <OneFile key={one.file} recording={recording.recording} track={one} timeZone={timeZone} />
        ))}
      </ol>
    </section>
  )
}

const OneFile = ({
  recording,
  track,
  timeZone,
}: {
  readonly recording: string
  readonly track: RecordedTrack
  readonly timeZone: string
}) => {
  const { meeting, sitting } = useRoom()
  const { language, say } = useLocale()
  const { person, sideOfSeat, side } = useNames()
  const [isPlayed, setPlayed] = useState(false)
  const { file, seat, source, startedAt, durationMs, sizeBytes, sha256 } = track
  const { dialogue, meeting: id } = sitting.place
  const address = forOtherTab(`/api/dialogues/${dialogue}/meetings/${id}/recordings/${recording}/${file}`)
  const name = person(seat)
  const at = withSeconds(formatDate(language, startedAt, timeZone, 'time'), startedAt)
  const delegation = meeting.delegations.find((one) => side(one.id) === sideOfSeat(seat))
  const isSound = source === 'microphone' || source === 'screen-sound'
  const label = `${say(`media.source-${source}`)}, ${name.text}, ${at}`
  return (
    <li data-file={file}>
      <p className={styles['who']}>
        <Mark side={sideOfSeat(seat)} />
        <b>
          <Words {...name} />
        </b>
        <span>{say(`media.source-${source}`)}</span>
        {isSound && delegation !== undefined && <span>{languageName(language, delegation.language)}</span>}
      </p>
      <p className={styles['facts']}>
        <time dateTime={new Date(startedAt).toISOString()}>{at}</time>
        <span>{formatDuration(language, Math.ceil(durationMs / 1000))}</span>
        <span>{say('media.megabytes', { count: formatNumber(language, megabytes(sizeBytes)) })}</span>
        {!isPlayed && (
          <bdi className={styles['hash']} title={say('media.file-hash', { hash: sha256 })}>
            {sha256.slice(0, 12)}…
          </bdi>
        )}
      </p>
      <p className={styles['acts']}>
        <Button
          pressed={isPlayed}
          label={`${say('media.file-play')}: ${label}`}
          onPress={() => setPlayed(!isPlayed)}
        >
          {say('media.file-play')}
        </Button>
        <a href={address} download={file} aria-label={`${say('media.file-save')}: ${label}`}>
          {say('media.file-save')}
        </a>
      </p>
      {isPlayed && <bdi className={styles['hash']}>{say('media.file-hash', { hash: sha256 })}</bdi>}
      {isPlayed && <Player isSound={isSound} address={address} label={label} />}
    </li>
  )
}

/** Nothing is fetched before it is asked for. */
const Player = ({
  isSound,
  address,
  label,
}: {
  readonly isSound: boolean
  readonly address: string
  readonly label: string
}) =>
  isSound ? (
    <audio className={styles['player']} src={address} controls autoPlay aria-label={label} />
  ) : (
    <video className={styles['player']} src={address} controls autoPlay playsInline aria-label={label} />
  )
