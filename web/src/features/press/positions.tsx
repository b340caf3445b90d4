import { directionOf } from '@parley/messages/choose-catalogue'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { positionsThatCount } from './release-standing.ts'
import styles from './releases.module.css'

/** Each side's position in its own approved words, which alone may be quoted. */
export const PositionsForPress = () => {
  const { meeting, proceedings } = useRoom()
  const { say } = useLocale()
  const { party, side, words } = useNames()
  const positions = positionsThatCount(proceedings.releases)
  const titleOf = (item: string | undefined) => meeting.agenda.find((one) => one.item.id === item)?.item.title
  return (
    <Panel heading={say('seats.positions')}>
      {positions.length === 0 && <p className={styles['none']}>{say('seats.positions-none')}</p>}
      <ul className={styles['versions']}>
        {positions.map(({ delegation, item, position, seq }) => {
          const shown = words(position)
          const title = titleOf(item)
          return (
            <li key={seq}>
              <p className={styles['line']}>
                <Mark side={side(delegation)} />
                <b>
                  <Words {...party(delegation)} />
                </b>
                {title !== undefined && <Words {...words(title)} />}
              </p>
              <blockquote lang={shown.lang} dir={directionOf(shown.lang)}>
                {shown.text}
              </blockquote>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
