import { secretariatAt } from '@parley/domain/meeting/seats'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useState } from 'react'
import { AgendaRail } from '../features/agenda/agenda-rail.tsx'
import { Balance } from '../features/balance/balance.tsx'
import { ChamberPanel } from '../features/chamber/chamber-panel.tsx'
import { Delegations } from '../features/floor/delegations.tsx'
import { MyStanding, PrimaryAct } from '../features/floor/primary-act.tsx'
import { ProcedureCards } from '../features/floor/procedure-cards.tsx'
import { Speakers } from '../features/floor/speakers.tsx'
import { Stage } from '../features/floor/stage.tsx'
import { entryAsked } from '../features/record/entry-link.ts'
import { Documents } from '../features/record/documents.tsx'
import { RecordLog } from '../features/record/record-log.tsx'
import { Recordings } from '../features/record/recordings.tsx'
import { SilenceBanner } from '../features/text/silence-banner.tsx'
import { AdoptionBanner } from '../features/text/text-acts.tsx'
import { TextPeek } from '../features/text/text-peek.tsx'
import { chairView } from './chair-view.ts'
import { chamberOf } from './places.ts'
import { OwnDevices } from '../media/own-devices.tsx'
import { textBefore } from './text-before.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { KeysButton } from './keys-dialog.tsx'
import { useLocale } from './locale.tsx'
import { useRoom } from './room-context.tsx'
import { pathOf } from './routes.ts'
import { timeZoneOf } from './time-zone.ts'
import { TimesDialog } from './times-dialog.tsx'
import styles from './delegate-room.module.css'

type Section = 'hall' | 'speakers' | 'text' | 'chamber'

const SIGNS: Readonly<Record<Section, IconName>> = {
  hall: 'say',
  speakers: 'list',
  text: 'doc',
  chamber: 'lock',
}
const WORDS = {
  hall: 'room.hall',
  speakers: 'room.speakers-tab',
  text: 'room.text',
  chamber: 'room.chamber-tab',
} as const

/** Whether the address leads to an entry of the record, which is then what is shown first. */
const isAskedForEntry = (): boolean => entryAsked(location.search) !== undefined

/** The room as everybody but the chair has it. Narrow screens show one section at a time; the stage's act stays. */
export const DelegateRoom = () => {
  const { meeting, proceedings, seat } = useRoom()
  const { say } = useLocale()
  const [section, setSection] = useState<Section>(isAskedForEntry() ? 'text' : 'hall')
  const timeZone = timeZoneOf(meeting, seat)
  const chamber = chamberOf(meeting, seat)
  const text = textBefore(proceedings)
  const sections: readonly Section[] =
    chamber === undefined ? ['hall', 'speakers', 'text'] : ['hall', 'speakers', 'text', 'chamber']
  return (
    <div className={styles['room']} data-section={section}>
      <nav className={styles['rail']} aria-label={say('room.agenda')} tabIndex={0}>
        <AgendaRail timeZone={timeZone} />
        <Speakers />
        <div className={styles['last']}>
          <Balance />
          <TimesDialog timeZone={timeZone} />
        </div>
      </nav>
      <main className={styles['centre']} tabIndex={0}>
        {text !== undefined && <AdoptionBanner text={text} />}
        {text !== undefined && <SilenceBanner text={text} />}
        <ProcedureCards />
        <Stage />
        <Delegations />
      </main>
      <Aside chamber={chamber} timeZone={timeZone} section={section} />
      <footer className={styles['bottom']}>
        <div className={styles['own']}>
          <OwnDevices />
        </div>
        <div className={styles['act']}>
          <p className={styles['standing']} role="status">
            <MyStanding />
          </p>
          <PrimaryAct />
        </div>
        <div className={styles['links']}>
          {meeting.chair.includes(seat) && (
            <Button look="quiet" onPress={() => chairView.set('console')}>
              <Icon name="gavel" small />
              {say('console.view-console')}
            </Button>
          )}
          <KeysButton />
        </div>
      </footer>
      <nav className={styles['sections']} aria-label={say('room.sections')}>
        {sections.map((one) => (
          <button
            key={one}
            type="button"
            className={styles[one] ?? ''}
            aria-current={one === section ? 'page' : undefined}
            onClick={() => setSection(one)}
          >
            <Icon name={SIGNS[one]} />
            {say(WORDS[one])}
          </button>
        ))}
      </nav>
    </div>
  )
}

/** The text and the record, and the closed room of one's own delegation. */
const Aside = ({
  chamber,
  timeZone,
  section,
}: {
  readonly chamber: string | undefined
  readonly timeZone: string
  readonly section: Section
}) => {
  const { meeting, proceedings, seat, sitting } = useRoom()
  const { say } = useLocale()
  const seesRecordings = secretariatAt(meeting, seat) !== undefined && meeting.recordings.length > 0
  return (
    <section
      className={styles['aside']}
      aria-label={say('room.text')}
      // On a narrow screen this is the page while it is chosen.
      role={section === 'text' || section === 'chamber' ? 'main' : 'complementary'}
    >
      {section !== 'hall' && <h1 className="sr">{say(WORDS[section])}</h1>}
      <Tabs className={styles['tabs'] ?? ''} defaultSelectedKey={isAskedForEntry() ? 'record' : 'text'}>
        <TabList className={styles['tablist'] ?? ''} aria-label={say('room.sections')}>
          <Tab id="text">{say('room.text')}</Tab>
          <Tab id="record">{say('room.record')}</Tab>
          <Tab id="documents">{say('sitting.documents')}</Tab>
          {seesRecordings && <Tab id="recordings">{say('media.recordings')}</Tab>}
        </TabList>
        <TabPanel id="text" className={styles['panel'] ?? ''}>
          <TextPeek
            text={textBefore(proceedings)}
            href={pathOf({ page: 'meeting', ...sitting.place, view: 'text' })}
          />
        </TabPanel>
        <TabPanel id="record" className={styles['panel'] ?? ''}>
          <RecordLog timeZone={timeZone} />
        </TabPanel>
        <TabPanel id="documents" className={styles['panel'] ?? ''}>
          <Documents />
        </TabPanel>
        {seesRecordings && (
          <TabPanel id="recordings" className={styles['panel'] ?? ''}>
            <Recordings timeZone={timeZone} />
          </TabPanel>
        )}
      </Tabs>
      {chamber !== undefined && <ChamberPanel delegation={chamber} timeZone={timeZone} />}
    </section>
  )
}
