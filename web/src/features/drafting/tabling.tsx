import type { Draft } from '@parley/domain/chamber'
import { languageName } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { MarkedWording } from '../../app/marked-wording.tsx'
import { refusalOf } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { freshName, tabling, tablingLines, type TablingLine, type Wordings } from './draft-lines.ts'
import { wordingProblems } from './wording-of-pad.ts'
import styles from './draft-desk.module.css'

/** Rights on a text change with the record, not with the second. */
const EVERY_MS = 60_000

/**
 * The last look before a draft leaves the chamber: exactly what everybody at the table will read, language by language,
 * as it stood when this was opened. What is typed meanwhile is not tabled.
 */
export const Tabling = ({
  draft,
  languages,
  base,
  wordings,
  onCancel,
  onTabled,
}: {
  readonly draft: Draft
  readonly languages: readonly string[]
  readonly base: Wordings
  readonly wordings: Wordings
  readonly onCancel: () => void
  readonly onTabled: (proposal: string, body: Wordings) => Promise<void>
}) => {
  const { act, proceedings, seat } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const now = useServerNow(EVERY_MS)
  const [shown] = useState(wordings)
  const [proposal] = useState(() => freshName('p'))
  const [isSent, setSent] = useState(false)
  const command = tabling(draft, shown, proposal)
  const problem = wordingProblems(shown)[0]
  const refusal = refusalOf(proceedings, seat, command, now)
  const reason = isSent
    ? say('drafting.tabling')
    : problem !== undefined
      ? say('drafting.not-fit')
      : refusal === undefined
        ? undefined
        : names.reason(refusal)
  return (
    <section
      className={styles['tabling']}
      role="alertdialog"
      aria-labelledby="tabling-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <h3 id="tabling-heading">{say('drafting.table-question')}</h3>
      <p>{say('drafting.table-note')}</p>
      <WhatIsSeen
        lines={tablingLines(languages, base, shown)}
        isOlder={JSON.stringify(shown) !== JSON.stringify(wordings)}
      />
      {reason !== undefined && <p className={styles['warning']}>{reason}</p>}
      <div className={styles['acts']}>
        <Button
          look="primary"
          size="large"
          reason={reason}
          onPress={() => {
            setSent(true)
            void act(command).then((isDone) => (isDone ? onTabled(proposal, shown) : setSent(false)))
          }}
        >
          {say('drafting.table-confirm')}
        </Button>
        <Button size="large" shortcut="Esc" takesFocus onPress={onCancel}>
          {say('drafting.table-back')}
        </Button>
      </div>
    </section>
  )
}

/** `isOlder`: there are newer words in the pad. */
const WhatIsSeen = ({
  lines,
  isOlder,
}: {
  readonly lines: readonly TablingLine[]
  readonly isOlder: boolean
}) => {
  const { say } = useLocale()
  const missing = lines.filter(({ state }) => state === 'missing')
  return (
    <>
      <div className={styles['languages']}>
        {lines.map((line) => (
          <Shown key={line.language} line={line} />
        ))}
      </div>
      {missing.length > 0 && (
        <p className={styles['warning']}>
          <Icon name="note" small /> {say('drafting.missing-note', { count: missing.length })}
        </p>
      )}
      {isOlder && (
        <p className={styles['warning']}>
          <Icon name="note" small /> {say('drafting.written-since')}
        </p>
      )}
    </>
  )
}

const STATES = {
  new: 'drafting.state-new',
  changed: 'drafting.state-changed',
  same: 'drafting.state-same',
  missing: 'drafting.state-missing',
} as const

const Shown = ({ line: { language: one, wording, before, state } }: { readonly line: TablingLine }) => {
  const { language, say } = useLocale()
  return (
    <div className={styles['language']}>
      <h4>
        {languageName(language, one)} <Chip>{say(STATES[state])}</Chip>
      </h4>
      {wording === undefined ? (
        <p className={styles['lacking']}>{say('drafting.lacking')}</p>
      ) : (
        <MarkedWording language={one} text={wording} before={before} className={styles['paper']} />
      )}
    </div>
  )
}
