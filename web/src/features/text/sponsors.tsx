import { useLocale } from '../../app/locale.tsx'
import { Mark } from '../../ui/mark.tsx'
import { useTextDesk } from './text-desk.tsx'
import type { VersionLine } from './text-lines.ts'
import styles from './text-page.module.css'

/** Who put a wording forward. */
export const Sponsors = ({ version }: { readonly version: VersionLine }) => {
  const { say } = useLocale()
  const { names } = useTextDesk()
  return (
    <>
      {version.office !== undefined && (
        <p className={styles['sponsor']}>
          {say(version.office === 'chair' ? 'room.by-chair' : 'negotiation.by-secretariat')}
        </p>
      )}
      {version.sponsors.map((sponsor) => (
        <p key={sponsor} className={styles['sponsor']}>
          <Mark side={names.side(sponsor)} />
          {say('room.proposed-by', { who: names.shortParty(sponsor).text })}
        </p>
      ))}
    </>
  )
}
