import type { LanguageVersion } from '@parley/domain/release/state'
import { useMemo, useState, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Beside } from './beside.tsx'
import { Clearance } from './clearance.tsx'
import { useDesk } from './desk-context.tsx'
import { asPassage, earlierWording, firstWording, type Earlier } from './earlier-wording.ts'
import { Editions } from './editions.tsx'
import { FactList } from './facts-aside.tsx'
import { FactsReader } from './facts-reader.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { toldNow } from './record-moved-on.ts'
import { useWords } from './use-words.ts'
import { hasKept, useKeptName } from './use-working-draft.ts'
import { VersionActs, type Asked } from './version-acts.tsx'
import { VersionEditor } from './version-editor.tsx'
import type { VersionRow } from './version-rows.ts'
import styles from './version-panel.module.css'

/** One language version: its wording beside its facts, who cleared it, its page, its editions, and every act upon it. */
export const VersionPanel = ({
  row,
  release,
  asked,
  onAsk,
}: {
  readonly row: VersionRow
  readonly release: string
  readonly asked: Asked | undefined
  readonly onAsk: (asked: Asked | undefined) => void
}) => {
  const { facts } = useRoom()
  const { say } = useLocale()
  const { languageOf } = useWords()
  const { language, version } = row
  const told = useMemo(() => toldNow(facts, language), [facts, language])
  const name = useKeptName(release, language)
  // What was being written before the page was left is taken up again.
  const [wasKept, setWasKept] = useState(() => hasKept(name))
  const isEditing = asked === 'edit' || (asked === undefined && wasKept && version?.withdrawn === undefined)
  return (
    <section className={styles['panel']} aria-labelledby={`version-${language}`}>
      <h2 id={`version-${language}`} className={styles['name']} tabIndex={-1}>
        {languageOf(language)}
      </h2>
      {isEditing ? (
        <div className={styles['columns']}>
          <VersionEditor
            name={name}
            release={release}
            language={language}
            version={version}
            told={told}
            onClose={() => {
              setWasKept(false)
              onAsk('none')
            }}
          />
          <Beside release={release} language={language}>
            <Panel heading={say('desk.facts')}>
              <FactList facts={told?.facts ?? []} />
            </Panel>
          </Beside>
        </div>
      ) : (
        <>
          {version !== undefined && <Standing row={row} version={version} />}
          <VersionActs row={row} release={release} asked={asked} onAsk={onAsk} />
          {version !== undefined && (
            <VersionTabs version={version} release={release}>
              <FactsReader
                key={version.hash}
                release={release}
                language={language}
                expression={version.expression}
                first={firstWording(facts, version) ?? version.expression}
                told={told}
              />
            </VersionTabs>
          )}
        </>
      )}
    </section>
  )
}

const Standing = ({ row, version }: { readonly row: VersionRow; readonly version: LanguageVersion }) => {
  const { say } = useLocale()
  return (
    <>
      {row.draft !== 'published' && row.draft !== 'withdrawn' && <Clearance row={row} version={version} />}
      {version.correction !== undefined && version.withdrawn === undefined && (
        <div className={styles['correction']}>
          <p>{say('desk.correction-next')}</p>
          <blockquote lang={version.language} dir="auto">
            {version.correction}
          </blockquote>
        </div>
      )}
    </>
  )
}

const VersionTabs = ({
  version,
  release,
  children,
}: {
  readonly version: LanguageVersion
  readonly release: string
  readonly children: ReactNode
}) => {
  const { facts } = useRoom()
  const { say } = useLocale()
  const { own } = useWords()
  const isGone = version.withdrawn !== undefined
  const earlier = useMemo(
    () => (isGone ? undefined : earlierWording(facts, version, own)),
    [facts, version, own, isGone],
  )
  return (
    <Tabs className={styles['tabs'] ?? ''} defaultSelectedKey={isGone ? 'editions' : 'wording'} key={release}>
      <TabList className={styles['tablist'] ?? ''} aria-label={say('room.sections')}>
        <Tab id="wording">{say('desk.wording')}</Tab>
        {earlier !== undefined && <Tab id="changes">{say('desk.changes')}</Tab>}
        {!isGone && <Tab id="preview">{say('desk.preview')}</Tab>}
        <Tab id="editions">{say('desk.editions')}</Tab>
      </TabList>
      <TabPanel id="wording">{children}</TabPanel>
      {earlier !== undefined && (
        <TabPanel id="changes">
          <Changes earlier={earlier} version={version} />
        </TabPanel>
      )}
      {!isGone && (
        <TabPanel id="preview">
          <PreviewFrame version={version} />
        </TabPanel>
      )}
      <TabPanel id="editions">
        <Editions version={version} />
      </TabPanel>
    </Tabs>
  )
}

const Changes = ({ earlier, version }: { readonly earlier: Earlier; readonly version: LanguageVersion }) => {
  const { say } = useLocale()
  const { changed } = useDesk()
  const { edition } = useWords()
  return (
    <div className={styles['changes']}>
      <p className={styles['since']}>
        {earlier.since === 'edition'
          ? say('desk.changes-edition', { edition: edition(earlier) })
          : say('desk.changes-cleared')}
      </p>
      {changed({
        language: version.language,
        className: styles['wording'],
        before: asPassage(earlier.expression),
        text: asPassage(version.expression),
      })}
    </div>
  )
}
