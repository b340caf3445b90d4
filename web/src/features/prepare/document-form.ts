import type { DocumentFile } from '@parley/domain/meeting/things'
import { filled, lacking, type Filled } from './filled.ts'
import { problemsIn, wordingOf, type WordingForm } from './wording-form.ts'

/** A document before the meeting, as it is entered. */
export type DocumentForm = {
  readonly title: WordingForm
  readonly symbol: string
  /** The side it comes from; empty where it comes from none. */
  readonly delegation: string
  readonly body: WordingForm
  /** Sent already; on record with the deposit. */
  readonly file?: DocumentFile | undefined
}

export const depositing = ({ title, symbol, delegation, body, file }: DocumentForm, id: string): Filled => {
  const titled = wordingOf(title)
  if (titled === undefined) return lacking('title')
  const given = [problemsIn(title, 'one'), problemsIn(body, 'many'), problemsIn({ symbol }, 'one')]
  if (given.some((problems) => Object.keys(problems).length > 0)) return lacking('wrong')
  const wording = wordingOf(body)
  const marked = wordingOf({ symbol })?.['symbol']
  return filled({
    type: 'DepositDocument',
    document: {
      id,
      title: titled,
      ...(marked === undefined ? {} : { symbol: marked }),
      ...(delegation === '' ? {} : { delegation }),
      ...(wording === undefined ? {} : { body: wording }),
      ...(file === undefined ? {} : { file }),
    },
  })
}
