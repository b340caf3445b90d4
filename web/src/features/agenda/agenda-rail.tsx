import { formatDate } from '@parley/messages/dates'
import { formatMinutes } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Ruler } from '../../ui/ruler.tsx'
import { Words } from '../../ui/words.tsx'
import { agendaPlan, type AgendaLine } from './agenda-lines.ts'
import styles from './agenda-rail.module.css'

const EVERY_MS = 10_000

/** The agenda with actual beside planned minutes; how far behind the meeting is, and when it is expected to end. */
export const AgendaRail = ({ timeZone }: { readonly timeZone: string }) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const plan = agendaPlan(meeting, useServerNow(EVERY_MS))
  const time = (instant: number): string => formatDate(language, instant, timeZone, 'time')
  const isUnderWay = meeting.phase === 'open' && meeting.retrospective === undefined
  const end = [
    ...(isUnderWay ? [driftWords(plan.driftMinutes, say)] : []),
    ...(plan.endsAt === undefined ? [] : [say('room.ends-at', { time: time(plan.endsAt) })]),
  ].join(' · ')
  return (
    <Panel heading={say('room.agenda')} end={end === '' ? undefined : end}>
      {plan.lines.length === 0 && <p>{say('room.agenda-empty')}</p>}
      <ol className={styles['agenda']}>
        {plan.lines.map((line) => (
          <Line key={line.item.id} line={line} time={time} />
        ))}
      </ol>
    </Panel>
  )
}

const Line = ({ line, time }: { readonly line: AgendaLine; readonly time: (instant: number) => string }) => {
  const { language, say } = useLocale()
  const { words } = useNames()
  const { item, status, plannedMinutes, actualMinutes, expectedAt } = line
  const isNow = status === 'taken-up'
  const planned = plannedMinutes === undefined ? undefined : formatMinutes(language, plannedMinutes)
  return (
    <li className={isNow ? styles['now'] : ''} aria-current={isNow ? 'step' : undefined}>
      <span className={styles['number']}>{line.number}</span>
      <span>
        <Words {...words(item.title)} />
        <span className="sr">, {say(`item-status.${status}`)}</span>
      </span>
      <span className={styles['time']}>
        {actualMinutes !== undefined && (
          <>
            <b>{actualMinutes}′</b>
            {plannedMinutes !== undefined && ` / ${plannedMinutes}′`}
          </>
        )}
        {actualMinutes === undefined &&
          [expectedAt === undefined ? undefined : time(expectedAt), planned]
            .filter((part) => part !== undefined)
            .join(' · ')}
      </span>
      {isNow && plannedMinutes !== undefined && actualMinutes !== undefined && (
        <span className={styles['ruler']}>
          <Ruler minutes={plannedMinutes} usedMinutes={actualMinutes} thin />
        </span>
      )}
    </li>
  )
}

const driftWords = (minutes: number, say: ReturnType<typeof useLocale>['say']): string => {
  if (minutes === 0) return say('room.drift-none')
  return minutes > 0 ? say('room.drift-late', { minutes }) : say('room.drift-early', { minutes: -minutes })
}
