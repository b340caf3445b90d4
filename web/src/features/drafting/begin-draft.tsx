import type { ChamberCommand } from '@parley/domain/chamber'
import type { TextState } from '@parley/domain/text/state'
import type { ChamberLine } from '../../app/chamber-line.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Choice } from '../../ui/choice.tsx'
import { beginnings, freshName } from './draft-lines.ts'

const NEW = 'new'
/** So much of a block is shown to tell it from the others. */
const FIRST_WORDS = 32

/** Begins a draft: of a block that stands, or of a new one at the end. */
export const BeginDraft = ({
  line,
  text,
  onBegun,
}: {
  readonly line: ChamberLine
  readonly text: TextState
  readonly onBegun: (draft: string) => void
}) => {
  const { meeting, sitting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const from = beginnings(text, meeting)
  const begin = (chosen: string): void => {
    const draft = freshName('d')
    const beginning = from.find(({ block }) => block === chosen)
    const command: ChamberCommand =
      beginning === undefined
        ? { type: 'BeginDraft', draft, text: text.text, block: freshName('b'), kind: 'paragraph', body: {} }
        : {
            type: 'BeginDraft',
            draft,
            text: text.text,
            block: beginning.block,
            base: beginning.version,
            body: { ...beginning.wordings },
          }
    void sitting.desk.act(line.log, command).then((isDone) => {
      if (isDone) onBegun(draft)
    })
  }
  return (
    <Choice
      options={[
        { id: NEW, words: say('drafting.begin-new') },
        ...from.map(({ block, place, wordings }) => ({
          id: block,
          words: `${say('drafting.change-of', { place })} · ${words(wordings).text.slice(0, FIRST_WORDS)}`,
        })),
      ]}
      onChoose={begin}
    >
      {say('drafting.begin')}
    </Choice>
  )
}
