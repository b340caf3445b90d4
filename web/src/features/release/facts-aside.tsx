import type { Expression } from '@parley/domain/release/events'
import { useMemo } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useDesk } from './desk-context.tsx'
import type { Chosen } from './facts-reader.tsx'
import { sinceDraft, type ToldNow } from './record-moved-on.ts'
import styles from './facts-reader.module.css'

/** The entries a draft rests on, those it does not tell, and those the record has moved on from. */
export const FactsAside = ({
  cited,
  expression,
  first,
  told,
  chosen,
  onChoose,
}: {
  readonly cited: readonly number[]
  readonly expression: Expression
  readonly first: Expression
  readonly told: ToldNow | undefined
  readonly chosen: Chosen | undefined
  readonly onChoose: (chosen: Chosen | undefined) => void
}) => {
  const { say } = useLocale()
  const { unsaid, outdated } = useMemo(
    () =>
      told === undefined
        ? { unsaid: [], outdated: [] }
        : sinceDraft(expression.paragraphs, first.paragraphs, told),
    [expression, first, told],
  )
  const isMeant = (seq: number): boolean => chosen?.kind !== 'sentence' || chosen.facts.includes(seq)
  const shown = {
    outdated: outdated.filter(isMeant),
    current: cited.filter((seq) => !outdated.includes(seq) && isMeant(seq)),
    unsaid: unsaid.filter(isMeant),
  }
  return (
    <>
      {shown.outdated.length > 0 && (
        <Panel heading={say('desk.outdated')} className={styles['outdated']}>
          <p className={styles['explained']}>{say('desk.outdated-note')}</p>
          <FactList facts={shown.outdated} chosen={chosen} onChoose={onChoose} />
        </Panel>
      )}
      <Panel heading={say('desk.facts')}>
        {cited.length === 0 && <p className={styles['explained']}>{say('desk.facts-none')}</p>}
        <FactList facts={shown.current} chosen={chosen} onChoose={onChoose} />
      </Panel>
      {shown.unsaid.length > 0 && (
        <Panel heading={say('desk.unsaid')}>
          <p className={styles['explained']}>{say('desk.unsaid-note')}</p>
          <FactList facts={shown.unsaid} chosen={chosen} onChoose={onChoose} />
        </Panel>
      )}
    </>
  )
}

/** Entries of the record, each to be chosen. */
export const FactList = ({
  facts,
  chosen,
  onChoose,
}: {
  readonly facts: readonly number[]
  readonly chosen?: Chosen | undefined
  readonly onChoose?: ((chosen: Chosen | undefined) => void) | undefined
}) => {
  const { say } = useLocale()
  const { factLine } = useDesk()
  return (
    <ol className={styles['facts']}>
      {facts.map((seq) => {
        const isChosen = chosen?.kind === 'fact' && chosen.facts[0] === seq
        const isMeant = chosen?.kind === 'sentence' && chosen.facts.includes(seq)
        return (
          <li key={seq} className={isChosen || isMeant ? styles['lit'] : ''}>
            {onChoose === undefined ? (
              <FactLine seq={seq} line={factLine(seq) ?? say('desk.fact-hidden')} />
            ) : (
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => onChoose(isChosen ? undefined : { kind: 'fact', facts: [seq] })}
              >
                <FactLine seq={seq} line={factLine(seq) ?? say('desk.fact-hidden')} />
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}

const FactLine = ({ seq, line }: { readonly seq: number; readonly line: string }) => (
  <>
    <span className={styles['seq']}>{seq}</span>
    <span>{line}</span>
  </>
)
