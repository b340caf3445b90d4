import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { hasWriter } from '@parley/messages/writers/index'
import { useState, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DeskContext, useRules, type DeskParts } from './desk-context.tsx'
import { nextStep } from './next-step.ts'
import { Positions } from './positions.tsx'
import { useWords } from './use-words.ts'
import type { Asked } from './version-acts.tsx'
import { VersionPanel } from './version-panel.tsx'
import { FIRST_RELEASE, releaseNames, versionRows } from './version-rows.ts'
import { isOwnStep, VersionTable, type RowWithStep } from './version-table.tsx'
import styles from './release-desk.module.css'

/** Where a release is drafted, edited, cleared by each side, seen as its page, published, corrected and withdrawn. */
export const ReleaseDesk = ({ children, ...parts }: DeskParts & { readonly children?: ReactNode }) => (
  <DeskContext value={parts}>
    <Desk>{children}</Desk>
  </DeskContext>
)

const Desk = ({ children }: { readonly children: ReactNode }) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const names = releaseNames(proceedings.releases)
  const [release, setRelease] = useState(FIRST_RELEASE)
  return (
    <div className={styles['desk']}>
      <header className={styles['header']}>
        <h1>{say('desk.title')}</h1>
        {names.length > 1 && (
          <label className={styles['release']}>
            {say('desk.release')}
            <select value={release} onChange={({ target }) => setRelease(target.value)}>
              {names.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      <OneRelease key={release} release={release} />
      <Positions />
      {children}
    </div>
  )
}

const OneRelease = ({ release }: { readonly release: string }) => {
  const { act, meeting, proceedings } = useRoom()
  const { say } = useLocale()
  const { now, may } = useRules()
  const { languageOf } = useWords()
  const [more, setMore] = useState<readonly string[]>([])
  const rows = versionRows(proceedings.releases, meeting, release, now, more).map((row): RowWithStep => ({
    row,
    next: nextStep(row, release, { may, hasWriter: hasWriter(row.language) }),
  }))
  const due = rows.find(({ next }) => isOwnStep(next)) ?? rows[0]
  const [language, setLanguage] = useState(due?.row.language ?? '')
  const [asked, setAsked] = useState<Asked>()
  const chosen = rows.find(({ row }) => row.language === language) ?? due
  const choose = (next: string, ask?: Asked): void => {
    setLanguage(next)
    setAsked(ask)
    document.getElementById(`version-${next}`)?.scrollIntoView({ block: 'start' })
  }
  const others = CATALOGUES.filter((one) => rows.every(({ row }) => row.language !== one))
  return (
    <>
      <VersionTable
        rows={rows}
        chosen={chosen?.row.language ?? ''}
        onChoose={choose}
        onStep={({ row, next }) => {
          if (next.step === 'draft') {
            choose(row.language, 'none')
            void act({ type: 'DraftRelease', release, language: row.language })
          } else choose(row.language, ASKED[next.step])
        }}
      />
      {others.length > 0 && (
        <div>
          <Choice
            look="quiet"
            options={others.map((id) => ({ id, words: languageOf(id) }))}
            onChoose={(one) => {
              setMore([...more, one])
              choose(one)
            }}
          >
            {say('desk.another-language')}
          </Choice>
        </div>
      )}
      {chosen !== undefined && (
        <VersionPanel
          key={chosen.row.language}
          row={chosen.row}
          release={release}
          asked={asked}
          onAsk={setAsked}
        />
      )}
    </>
  )
}

const ASKED = {
  write: 'edit',
  clear: 'clear',
  publish: 'publish',
  'settle-objection': 'edit',
  wait: 'none',
  'wait-for-end': 'none',
  none: 'none',
} as const
