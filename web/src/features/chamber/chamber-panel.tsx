import { keptDrafts } from '@parley/domain/chamber'
import { useCell } from '../../app/cell.ts'
import type { ChamberLine } from '../../app/chamber-line.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { pathOf } from '../../app/routes.ts'
import { useChamber } from '../../app/use-chamber.ts'
import { Icon } from '../../ui/icon.tsx'
import { Chat } from './chat.tsx'
import styles from './chamber-panel.module.css'

/** The closed room of one's own delegation. It looks like nothing else on the screen, and says who cannot see into it. */
export const ChamberPanel = ({
  delegation,
  timeZone,
}: {
  readonly delegation: string
  readonly timeZone: string
}) => {
  const { say } = useLocale()
  const names = useNames()
  const line = useChamber(delegation)
  return (
    <section
      className={`${styles['chamber']} ${styles[names.side(delegation) ?? 'further']}`}
      aria-label={say('room.chamber')}
    >
      <header>
        <Icon name="lock" small />
        <h2>{say('room.chamber')}</h2>
        <span>{say('room.chamber-of', { who: names.shortParty(delegation).text })}</span>
      </header>
      <p className={styles['who']}>{say('room.chamber-closed')}</p>
      {line !== undefined && (
        <>
          <WayIn line={line} />
          <Chat line={line} timeZone={timeZone} />
        </>
      )}
    </section>
  )
}

/** To the chamber's own page, with how much is being drafted there and who is about. */
const WayIn = ({ line }: { readonly line: ChamberLine }) => {
  const { sitting } = useRoom()
  const { say } = useLocale()
  const drafts = keptDrafts(useCell(line.chamber)).filter(({ proposal }) => proposal === undefined)
  const present = useCell(line.present)
  return (
    <p className={styles['way']}>
      <a href={pathOf({ page: 'meeting', ...sitting.place, view: 'chamber' })}>
        <Icon name="note" small /> {say('drafting.drafts-and-notes', { count: drafts.length })}
      </a>
      <span>{say('drafting.here', { count: present.length })}</span>
    </p>
  )
}
