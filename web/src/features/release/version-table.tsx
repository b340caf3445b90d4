import { directionOf } from '@parley/messages/choose-catalogue'
import { useLocale } from '../../app/locale.tsx'
import { useNames } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import type { NextStep } from './next-step.ts'
import { useWords } from './use-words.ts'
import type { VersionRow } from './version-rows.ts'
import styles from './version-table.module.css'

export type RowWithStep = { readonly row: VersionRow; readonly next: NextStep }

/** Steps this person takes, not waits for. */
export const isOwnStep = ({ step }: NextStep): boolean =>
  step !== 'wait' && step !== 'wait-for-end' && step !== 'none'

/** Every language version: its draft, who has cleared it, what the public has, and what comes next. */
export const VersionTable = ({
  rows,
  chosen,
  onChoose,
  onStep,
}: {
  readonly rows: readonly RowWithStep[]
  readonly chosen: string
  readonly onChoose: (language: string) => void
  readonly onStep: (line: RowWithStep) => void
}) => {
  const { say } = useLocale()
  const { party, side, shortParty } = useNames()
  const first = rows.find(({ next }) => isOwnStep(next))
  const delegations = rows[0]?.row.words.map(({ delegation }) => delegation) ?? []
  return (
    <table className={styles['table']}>
      <caption className="sr">{say('desk.versions')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('desk.language')}</th>
          <th scope="col">{say('desk.draft')}</th>
          {delegations.map((id) => (
            <th key={id} scope="col" title={party(id).text}>
              <Mark side={side(id)} /> <Words {...shortParty(id)} />
            </th>
          ))}
          <th scope="col">{say('desk.public')}</th>
          <th scope="col">{say('desk.next')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => (
          <VersionLine
            key={line.row.language}
            line={line}
            isChosen={line.row.language === chosen}
            isFirst={line === first}
            onChoose={onChoose}
            onStep={onStep}
          />
        ))}
      </tbody>
    </table>
  )
}

const VersionLine = ({
  line,
  isChosen,
  isFirst,
  onChoose,
  onStep,
}: {
  readonly line: RowWithStep
  readonly isChosen: boolean
  readonly isFirst: boolean
  readonly onChoose: (language: string) => void
  readonly onStep: (line: RowWithStep) => void
}) => {
  const { say } = useLocale()
  const words = useWords()
  const { row, next } = line
  const { version } = row
  return (
    <tr className={isChosen ? styles['chosen'] : ''}>
      <th scope="row">
        <button
          type="button"
          className={styles['language']}
          aria-current={isChosen ? 'true' : undefined}
          onClick={() => onChoose(row.language)}
        >
          {words.languageOf(row.language)}
        </button>
        {version !== undefined && (
          <span className={styles['headline']} lang={row.language} dir={directionOf(row.language)}>
            {version.expression.headline}
          </span>
        )}
      </th>
      <td data-of={say('desk.draft')}>
        <Chip solid={row.draft === 'cleared' || row.draft === 'published'}>
          {say(`desk.draft-${row.draft}`)}
        </Chip>
        {version !== undefined && <small>{say('desk.revision', { revision: version.revision })}</small>}
      </td>
      {row.words.map((word) => (
        <SaidCell key={word.delegation} row={row} word={word} />
      ))}
      <td data-of={say('desk.public')}>{words.public(row)}</td>
      <td data-of={say('desk.next')} className={styles['next']}>
        {isOwnStep(next) ? (
          <Button
            look={isFirst ? 'primary' : 'plain'}
            label={say('desk.step-of', { step: words.step(next), language: words.languageOf(row.language) })}
            onPress={() => onStep(line)}
          >
            {words.step(next)}
          </Button>
        ) : (
          <span className={styles['wait']}>{words.step(next)}</span>
        )}
      </td>
    </tr>
  )
}

/** What one side said of the draft; nothing where there is no draft to say it of. */
const SaidCell = ({
  row: { version, draft },
  word: { delegation, said },
}: {
  readonly row: VersionRow
  readonly word: VersionRow['words'][number]
}) => {
  const { say } = useLocale()
  const { shortParty, side } = useNames()
  const isOpen = version !== undefined && draft !== 'withdrawn' && draft !== 'published'
  return (
    <td data-of={shortParty(delegation).text} className={isOpen ? styles['said'] : styles['closed']}>
      {!isOpen && <span aria-hidden="true">·</span>}
      {isOpen && (
        <>
          <span className={styles['mark']}>
            <Mark side={side(delegation)} />
          </span>
          {said === 'cleared' && <Icon name="check" small />}
          <span className={styles[said]}>{say(`desk.said-${said}`)}</span>
        </>
      )}
    </td>
  )
}
