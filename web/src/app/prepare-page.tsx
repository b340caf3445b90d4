import { ordinal } from '@parley/messages/ordinals'
import { AgendaPart } from '../features/prepare/agenda-part.tsx'
import { ChairPart } from '../features/prepare/chair-part.tsx'
import { DocumentsPart } from '../features/prepare/documents-part.tsx'
import { InvitationsPart } from '../features/prepare/invitations-part.tsx'
import { mayPrepare } from '../features/prepare/may-prepare.ts'
import { MessagesPart } from '../features/prepare/messages-part.tsx'
import { MissingList } from '../features/prepare/missing-list.tsx'
import { OpenFormsProvider } from '../features/prepare/open-forms.tsx'
import { PeoplePart } from '../features/prepare/people-part.tsx'
import { TextsPart } from '../features/prepare/texts-part.tsx'
import { ThemePart } from '../features/prepare/theme-part.tsx'
import { TimePart } from '../features/prepare/time-part.tsx'
import { useLocale } from './locale.tsx'
import { useRoom, useServerNow } from './room-context.tsx'
import { pathOf } from './routes.ts'
import styles from './prepare-page.module.css'

const EVERY_MS = 30_000

/**
 * The preparing desk: one page with all that a meeting needs, and beside it what is still missing. Whoever may not
 * change something reads it here.
 */
export const PreparePage = () => {
  const { meeting, proceedings, seat, sitting } = useRoom()
  const { language, say } = useLocale()
  const may = mayPrepare({ proceedings, seat, at: useServerNow(EVERY_MS) })
  const { dialogue } = sitting.place
  return (
    <OpenFormsProvider>
      <div className={styles['desk']}>
        <aside className={styles['aside']} aria-label={say('room.missing')}>
          <MissingList may={may} />
        </aside>
        <main className={styles['main']}>
          <p className={styles['series']}>
            <a href={pathOf({ page: 'dialogue', dialogue })}>{say('prepare.all-meetings')}</a>
          </p>
          <h1>{say('prepare.heading', { ordinal: ordinal(language, meeting.number, 'meeting') })}</h1>
          <ThemePart may={may} />
          <TimePart may={may} />
          <PeoplePart may={may} />
          <ChairPart may={may} />
          <AgendaPart may={may} />
          <MessagesPart may={may} />
          <TextsPart may={may} />
          <DocumentsPart may={may} />
          <InvitationsPart may={may} />
        </main>
      </div>
    </OpenFormsProvider>
  )
}
