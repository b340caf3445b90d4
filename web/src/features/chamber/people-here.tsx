import { useCell } from '../../app/cell.ts'
import type { ChamberLine } from '../../app/chamber-line.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames } from '../../app/room-context.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './people-here.module.css'

/** Who of one's own delegation is at a screen now. */
export const PeopleHere = ({ line }: { readonly line: ChamberLine }) => {
  const { say } = useLocale()
  const { person } = useNames()
  const present = useCell(line.present)
  return (
    <section className={styles['here']} aria-labelledby="here-heading">
      <h2 id="here-heading">{say('drafting.here', { count: present.length })}</h2>
      <ul>
        {present.map(({ seat, state }) => (
          <li key={seat}>
            <Words {...person(seat)} />
            {state === 'away' && <small>{say('drafting.away')}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who is in one pad now. */
export const PadPeople = ({ line, pad }: { readonly line: ChamberLine; readonly pad: string }) => {
  const { say } = useLocale()
  const { person } = useNames()
  const seats = useCell(line.company).find((one) => one.pad === pad)?.seats ?? []
  if (seats.length === 0) return null
  return (
    <small className={styles['writing']}>
      {say('drafting.in-it', { who: seats.map((seat) => person(seat).text).join(' · ') })}
    </small>
  )
}
