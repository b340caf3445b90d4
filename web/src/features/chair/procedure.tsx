import { motionsByPrecedence } from '@parley/domain/meeting/decide/motions'
import { lookup } from '@parley/domain/words/lookup'
import { formatDuration, formatList } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { useActWords } from './act-words.ts'
import { useConsole } from './console-context.ts'
import styles from './chair-console.module.css'

/** Where on the page the three rulings stand. */
export const RULINGS = 'rulings'

const CHOICES = ['rule-upheld', 'rule-rejected', 'rule-noted'] as const

/** What must be dealt with before anything else: a point of order, an appeal, motions. */
export const Procedure = () => {
  const { press, dueId } = useConsole()
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  return (
    <>
      {meeting.pointOfOrder !== undefined && <PointOfOrderCard />}
      {meeting.appeal !== undefined && (
        <section className={styles['card']} role="alert">
          <Icon name="gavel" />
          <h2>{say('console.appeal', { who: names.shortParty(meeting.appeal.by).text })}</h2>
          <p className={styles['votes']}>
            {meeting.delegations
              .map(({ id }) => {
                const vote = lookup(meeting.appeal?.votes ?? {}, id)
                return `${names.shortParty(id).text}: ${say(vote === undefined ? 'sitting.no-vote-yet' : `appeal-position.${vote}`)}`
              })
              .join(' · ')}
          </p>
          <div className={styles['acts']}>
            <Button size="large" onPress={() => press('decide-appeal')}>
              {say('console.decide-appeal')}
            </Button>
          </div>
        </section>
      )}
      {motionsByPrecedence(meeting).map((motion, place) => (
        <section key={motion.motion} className={styles['card']} role="alert">
          <Icon name="gavel" />
          <h2>
            {say('console.motion', {
              who: names.shortParty(motion.delegation).text,
              kind: say(`motion.${motion.kind}`),
            })}
          </h2>
          {motion.opposedBy.length > 0 && (
            <p className={styles['votes']}>
              {say('console.motion-opposed', {
                who: formatList(
                  language,
                  motion.opposedBy.map((id) => names.shortParty(id).text),
                ),
              })}
            </p>
          )}
          {place === 0 ? (
            <div className={styles['acts']}>
              <Button
                size="large"
                shortcut={dueId === 'decide-motion' ? shownKey('primary', 'chair') : undefined}
                onPress={() => press('decide-motion')}
              >
                {say('console.decide-motion')}
              </Button>
            </div>
          ) : (
            <p className={styles['votes']}>{say('sitting.motion-waits')}</p>
          )}
        </section>
      ))}
    </>
  )
}

const PointOfOrderCard = () => {
  const { press } = useConsole()
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  const words = useActWords()
  const now = useServerNow()
  const { pointOfOrder } = meeting
  if (pointOfOrder === undefined) return null
  return (
    <section className={styles['card']} role="alert">
      <Icon name="order" />
      <h2>
        <Mark side={names.side(pointOfOrder.delegation)} large />
        {say('console.point-of', { who: names.person(pointOfOrder.seat).text })}
      </h2>
      <p className={styles['since']} aria-live="off">
        {say('console.point-since', {
          duration: formatDuration(language, Math.max(0, (now - pointOfOrder.raisedAt) / 1000)),
        })}
      </p>
      {pointOfOrder.subject !== undefined && <blockquote dir="auto">{pointOfOrder.subject}</blockquote>}
      <div className={styles['acts']} id={RULINGS}>
        {CHOICES.map((id) => (
          <Button key={id} size="large" onPress={() => press(id)}>
            {words(id, 'button')}
          </Button>
        ))}
      </div>
    </section>
  )
}
