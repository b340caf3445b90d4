import { Slug } from '@parley/domain/words/identity'
import type { LogAddress } from '@parley/protocol/address'
import * as z from 'zod'

/** The parts of paths, by what they name. */
export const InDialogue = z.object({ dialogue: Slug })
export const InMeeting = z.object({ dialogue: Slug, meeting: Slug })
export const InChamber = z.object({ dialogue: Slug, meeting: Slug, delegation: Slug })

/** Where a log is reached, and what it is called there. */
export type LogPlace<Params> = {
  readonly url: string
  readonly name: string
  readonly params: z.ZodType<Params>
  readonly address: (params: Params) => LogAddress
}

export const DIALOGUE: LogPlace<z.infer<typeof InDialogue>> = {
  url: '/dialogues/:dialogue',
  name: 'the dialogue',
  params: InDialogue,
  address: (params) => ({ kind: 'dialogue', ...params }),
}

export const MEETING: LogPlace<z.infer<typeof InMeeting>> = {
  url: '/dialogues/:dialogue/meetings/:meeting',
  name: 'the meeting',
  params: InMeeting,
  address: (params) => ({ kind: 'meeting', ...params }),
}

export const CHAMBER: LogPlace<z.infer<typeof InChamber>> = {
  url: '/dialogues/:dialogue/meetings/:meeting/chambers/:delegation',
  name: 'the delegation’s chamber',
  params: InChamber,
  address: (params) => ({ kind: 'chamber', ...params }),
}

/** A count in a query: digits only. */
export const Count = z
  .string()
  .regex(/^[0-9]{1,15}$/, { message: 'not-a-whole-number' })
  .transform(Number)
