import type { MessageForm as Form } from '@parley/domain/meeting/things'
import { filled, lacking, type Filled } from './filled.ts'
import { emptyName, hasProblems, personOf, type NameForm } from './person-form.ts'
import { problemsIn, wordingOf, type WordingForm } from './wording-form.ts'

export const MESSAGE_FORMS: readonly Form[] = ['letter', 'greeting', 'telegram']

/** A message received, as it is entered: who wrote it, who is to read it out, and its wording where the side has given it. */
export type MessageForm = {
  readonly form: Form
  readonly author: NameForm
  /** Seat of the reader; empty while nobody is chosen. */
  readonly reader: string
  readonly body: WordingForm
}

export const emptyMessage: MessageForm = { form: 'letter', author: emptyName, reader: '', body: {} }

export const receiving = (
  { form, author, reader, body }: MessageForm,
  id: string,
  delegation: string,
): Filled => {
  const person = personOf(author)
  if (person === undefined) return lacking('author')
  if (hasProblems(author) || Object.keys(problemsIn(body, 'many')).length > 0) return lacking('wrong')
  if (reader === '') return lacking('reader')
  const wording = wordingOf(body)
  return filled({
    type: 'ReceiveMessage',
    message: {
      id,
      form,
      author: person,
      delegation,
      reader,
      ...(wording === undefined ? {} : { body: wording }),
    },
  })
}
