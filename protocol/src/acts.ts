import { ChamberCommand } from '@parley/domain/chamber/commands'
import { DialogueCommand } from '@parley/domain/dialogue/commands'
import { ProceedingsCommand } from '@parley/domain/proceedings/events'
import * as z from 'zod'

/** Chosen by the client, unique per seat; sending the same act again is answered, not repeated. */
export const ActId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, { message: 'act-id-malformed' })

const act = <Command extends z.ZodType>(command: Command) =>
  z.strictObject({
    id: ActId,
    /** When given, the act is refused as `stale` unless the log has exactly this many leaves. */
    expectedSize: z.int().min(0).optional(),
    command,
  })

export const DialogueAct = act(DialogueCommand).meta({ id: 'DialogueAct' })
export const MeetingAct = act(ProceedingsCommand).meta({ id: 'MeetingAct' })
export const ChamberAct = act(ChamberCommand).meta({ id: 'ChamberAct' })
export type DialogueAct = z.infer<typeof DialogueAct>
export type MeetingAct = z.infer<typeof MeetingAct>
export type ChamberAct = z.infer<typeof ChamberAct>

/** The act is on disk: its events are leaves `firstSeq` to `firstSeq + count - 1` of `log`. */
export const ActDone = z
  .strictObject({
    log: z.string(),
    firstSeq: z.int(),
    count: z.int(),
    /** True when this act had been done before and nothing was appended now. */
    repeated: z.boolean(),
  })
  .meta({ id: 'ActDone' })
export type ActDone = z.infer<typeof ActDone>
