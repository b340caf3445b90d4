import { useLocale } from '../../app/locale.tsx'
import { usePresence } from '../../app/presence.tsx'
import { useNames } from '../../app/room-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './name-plate.module.css'

/** A name in two scripts: the reader's language first, the other below, and the role at the end of the line. */
export const NamePlate = ({
  seat,
  role,
  marked = true,
  brief = false,
}: {
  readonly seat: string
  readonly role?: string | undefined
  readonly marked?: boolean
  /** In the gallery, where long names would push the others away; in full they stand on the stage. */
  readonly brief?: boolean
}) => {
  const { person, personOther, sideOfSeat } = useNames()
  const { say } = useLocale()
  const presence = usePresence()
  const other = personOther(seat)
  const state = presence === undefined ? 'here' : (presence.get(seat) ?? 'not-here')
  return (
    <span className={`${styles['plate']} ${brief ? styles['brief'] : ''}`}>
      <span className={styles['name']}>
        <b>
          {marked && <Mark side={sideOfSeat(seat)} />}
          <Words {...person(seat)} />
        </b>
        {role !== undefined && <span className={styles['role']}>{role}</span>}
      </span>
      {other !== undefined && (
        <span className={styles['other']}>
          <Words {...other} />
        </span>
      )}
      {brief && state !== 'here' && <span className={styles['away']}>{say(`sitting.${state}`)}</span>}
    </span>
  )
}
