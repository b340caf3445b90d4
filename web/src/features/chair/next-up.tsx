import { currentItem } from '@parley/domain/meeting/seats'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { useActWords } from './act-words.ts'
import { nextCalled } from './chair-acts.ts'
import { useConsole } from './console-context.ts'
import styles from './chair-console.module.css'

/** Who or what comes next, and the one primary button that makes it so. */
export const NextUp = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const words = useActWords()
  const { press, dueId } = useConsole()
  const called = nextCalled(meeting)
  // Whoever has the floor is the page's heading, and so is the card of a meeting that does not sit.
  const Heading = meeting.turn === undefined && meeting.phase === 'open' ? 'h1' : 'h2'
  return (
    <section className={styles['next']} aria-label={say('console.next-act')}>
      <div>
        <p className={styles['eyebrow']}>
          {say(
            called === undefined
              ? 'console.next-act'
              : called.kind === 'message'
                ? 'console.next-message'
                : 'console.next-up',
          )}
        </p>
        <Heading>{called === undefined ? <Between /> : <Called seat={called.seat} />}</Heading>
      </div>
      {dueId !== undefined && (
        <Button
          look="primary"
          size="large"
          shortcut={shownKey('primary', 'chair')}
          onPress={() => press(dueId)}
        >
          {words(dueId, 'button')}
        </Button>
      )}
    </section>
  )
}

/** What stands there while nobody is to be called: where the meeting is. */
const Between = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const { dueId } = useConsole()
  if (dueId === undefined) return say('console.nothing-next')
  if (meeting.phase !== 'open') return say(`phase.${meeting.phase}`)
  const item = currentItem(meeting)?.item
  return item === undefined ? say('sitting.between-items') : <Words {...words(item.title)} />
}

const Called = ({ seat }: { readonly seat: string }) => {
  const { person, personOther, sideOfSeat } = useNames()
  const other = personOther(seat)
  return (
    <>
      <Mark side={sideOfSeat(seat)} />
      <Words {...person(seat)} />
      {other !== undefined && (
        <span>
          <Words {...other} />
        </span>
      )}
    </>
  )
}
