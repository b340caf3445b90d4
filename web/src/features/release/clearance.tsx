import type { LanguageVersion } from '@parley/domain/release/state'
import { useLocale } from '../../app/locale.tsx'
import { useNames } from '../../app/room-context.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import type { VersionRow } from './version-rows.ts'
import styles from './clearance.module.css'

/** What each side has said of exactly this wording; an objection with its reason. */
export const Clearance = ({
  row,
  version,
}: {
  readonly row: VersionRow
  readonly version: LanguageVersion
}) => {
  const { say } = useLocale()
  const { shortParty, side } = useNames()
  const reasonOf = (delegation: string): string | undefined =>
    version.objections.find((one) => one.delegation === delegation)?.reason
  return (
    <Panel heading={say('desk.clearance')} note={<Hash hash={version.hash} />}>
      <ul className={styles['sides']}>
        {row.words.map(({ delegation, said }) => (
          <li key={delegation}>
            <Mark side={side(delegation)} />
            <b>
              <Words {...shortParty(delegation)} />
            </b>
            <span className={styles[said]}>
              {said === 'cleared' && <Icon name="check" small />}
              {say(`desk.said-${said}`)}
            </span>
            {reasonOf(delegation) !== undefined && <q dir="auto">{reasonOf(delegation)}</q>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The first letters of a hash, enough to compare by eye; the whole of it for who copies it. */
export const Hash = ({ hash }: { readonly hash: string }) => (
  <code className={styles['hash']} title={hash}>
    {hash.slice(0, 16)}
  </code>
)
