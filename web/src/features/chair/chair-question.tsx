import { useLocale } from '../../app/locale.tsx'
import { refusalOf } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { useActWords } from './act-words.ts'
import { aboutOf, chairAct } from './chair-acts.ts'
import type { Asked, Question } from './console-context.ts'

/** The question before an act. What it is about may change while it stands: then it says so and is asked anew. */
export const ChairQuestion = ({
  asked,
  onDone,
}: {
  readonly asked: Exclude<Asked, { kind: 'form' }>
  readonly onDone: () => void
}) =>
  asked.kind === 'act' ? (
    <ActQuestion asked={asked} onDone={onDone} />
  ) : (
    <CommandQuestion question={asked.question} onDone={onDone} />
  )

/** Rulings may be given a reason, which goes on the record. */
const RULINGS: readonly string[] = ['rule-upheld', 'rule-rejected', 'rule-noted']

const ActQuestion = ({
  asked,
  onDone,
}: {
  readonly asked: Extract<Asked, { kind: 'act' }>
  readonly onDone: () => void
}) => {
  const { proceedings, seat, act } = useRoom()
  const { say } = useLocale()
  const { reason } = useNames()
  const words = useActWords()
  const now = useServerNow()
  const found = chairAct(proceedings, seat, asked.id, now)
  const about = found === undefined ? '' : aboutOf(proceedings, found.command)
  const notes = [
    ...(about === asked.about ? [] : [say('sitting.changed')]),
    ...(asked.id === 'put' ? [say('console.put-explained')] : []),
  ]
  return (
    <Confirmation
      key={about}
      question={words(asked.id, 'question')}
      note={notes.length === 0 ? undefined : notes.join(' ')}
      refused={refusedWords(found?.refusal && reason(found.refusal), found === undefined, say)}
      reason={RULINGS.includes(asked.id) ? { label: say('sitting.reason-optional') } : undefined}
      confirm={say('room.confirm')}
      cancel={say('room.cancel')}
      onCancel={onDone}
      onConfirm={(given) => {
        onDone()
        if (found === undefined) return
        const { command } = found
        const ruled = command.type === 'RulePointOfOrder' && given !== ''
        void act(ruled ? { ...command, reason: given.normalize('NFC') } : command)
      }}
    />
  )
}

const refusedWords = (
  refusal: string | undefined,
  isGone: boolean,
  say: ReturnType<typeof useLocale>['say'],
): string | undefined => (isGone ? say('sitting.nothing-left') : refusal)

const CommandQuestion = ({
  question,
  onDone,
}: {
  readonly question: Question
  readonly onDone: () => void
}) => {
  const { proceedings, seat, act } = useRoom()
  const { say } = useLocale()
  const { reason } = useNames()
  const now = useServerNow()
  const { words, command, withReason, needsReason = false } = question
  // Whether the rules let it pass is asked of the command as it will be, with some reason.
  const sample = withReason === undefined ? command : withReason('–')
  const refusal = refusalOf(proceedings, seat, sample, now)
  return (
    <Confirmation
      question={words}
      confirm={say('room.confirm')}
      cancel={say('room.cancel')}
      refused={refusal && reason(refusal)}
      reason={
        withReason && {
          label: say(needsReason ? 'room.reason' : 'sitting.reason-optional'),
          needed: needsReason ? say('room.reason-needed') : undefined,
        }
      }
      onCancel={onDone}
      onConfirm={(given) => {
        onDone()
        void act(withReason === undefined ? command : withReason(given.normalize('NFC')))
      }}
    />
  )
}
