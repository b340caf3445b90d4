import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useLocale } from '../../app/locale.tsx'
import { refusalOf } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { useFloorWords } from './floor-words.ts'
import { otherCommand, type OtherAct } from './other-acts.ts'
import { RequestFor } from './request-for.tsx'

/** What a delegate has been asked about and has not answered yet. The next act is asked with the command it had then. */
export type FloorAsked =
  | { readonly kind: 'next'; readonly command: ProceedingsCommand; readonly words: string }
  | { readonly kind: 'other'; readonly act: OtherAct }

/** The question before an act of a delegate; it says so when the rules have come to refuse the act meanwhile. */
export const FloorQuestion = ({
  asked,
  onDone,
}: {
  readonly asked: FloorAsked
  readonly onDone: () => void
}) => {
  const words = useFloorWords()
  if (asked.kind === 'next') return <Question words={asked.words} command={asked.command} onDone={onDone} />
  const { act } = asked
  return act.kind === 'request-for' ? (
    <RequestFor onDone={onDone} />
  ) : (
    <Question words={words.other(act)} command={otherCommand(act)} onDone={onDone} />
  )
}

const Question = ({
  words,
  command,
  onDone,
}: {
  readonly words: string
  readonly command: ProceedingsCommand
  readonly onDone: () => void
}) => {
  const { proceedings, seat, act } = useRoom()
  const { say } = useLocale()
  const { reason } = useNames()
  const refusal = refusalOf(proceedings, seat, command, useServerNow())
  const isPoint = command.type === 'RaisePointOfOrder'
  return (
    <Confirmation
      question={words}
      note={command.type === 'YieldFloor' ? say('sitting.yield-note') : undefined}
      refused={refusal && reason(refusal)}
      reason={isPoint ? { label: say('sitting.point-subject') } : undefined}
      confirm={say('room.confirm')}
      cancel={say('room.cancel')}
      onCancel={onDone}
      onConfirm={(given) => {
        onDone()
        void act(isPoint && given !== '' ? { ...command, subject: given.normalize('NFC') } : command)
      }}
    />
  )
}
