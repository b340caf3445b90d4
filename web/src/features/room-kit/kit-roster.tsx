import type { Accredited } from '@parley/domain/meeting/state'
import { useLocale } from '../../app/locale.tsx'
import { useNames } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './kit-roster.module.css'

/** Who of the delegation sits at this device. */
export const KitRoster = ({
  speakers,
  present,
  onChange,
  onReady,
}: {
  readonly speakers: readonly Accredited[]
  readonly present: readonly string[]
  readonly onChange: (seats: readonly string[]) => void
  readonly onReady: () => void
}) => {
  const { say } = useLocale()
  const { person, office } = useNames()
  return (
    <section className={styles['roster']} aria-labelledby="kit-who">
      <h1 id="kit-who">{say('seats.kit-who')}</h1>
      <p>{say('seats.kit-choose')}</p>
      <ul>
        {speakers.map(({ seat, role }) => {
          const its = office(seat)
          return (
            <li key={seat}>
              <label>
                <input
                  type="checkbox"
                  checked={present.includes(seat)}
                  onChange={({ target }) =>
                    onChange(
                      speakers
                        .map((one) => one.seat)
                        .filter((one) => (one === seat ? target.checked : present.includes(one))),
                    )
                  }
                />
                <span>
                  <b>
                    <Words {...person(seat)} />
                  </b>
                  <small>{its.text === '' ? say(`role.${role}`) : <Words {...its} />}</small>
                </span>
              </label>
            </li>
          )
        })}
      </ul>
      <Button
        look="primary"
        size="huge"
        reason={present.length === 0 ? say('seats.kit-nobody') : undefined}
        onPress={onReady}
      >
        {say('seats.kit-ready')}
      </Button>
    </section>
  )
}
