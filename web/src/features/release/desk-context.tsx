import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { Refusal } from '@parley/domain/refusal'
import { createContext, useContext, type ReactNode } from 'react'
import { refusalOf } from '../../app/permission.ts'
import { useRoom, useServerNow } from '../../app/room-context.tsx'

/** What the desk is given of other parts of the rooms. */
export type DeskParts = {
  /** What an entry of the record says, in one line; nothing where this seat may not see it. */
  readonly factLine: (seq: number) => string | undefined
  /** A wording with what changed in it marked. */
  readonly changed: (wording: {
    readonly language: string
    readonly before: string
    readonly text: string
    readonly className: string | undefined
  }) => ReactNode
  readonly timeZone: string
}

export const DeskContext = createContext<DeskParts | undefined>(undefined)

export const useDesk = (): DeskParts => {
  const desk = useContext(DeskContext)
  if (desk === undefined) throw new Error('no desk above')
  return desk
}

/** Rights at the desk change with the record; only an embargo passes by itself. */
const EVERY_MS = 15_000

export type Asks = {
  readonly now: number
  readonly refusal: (command: ProceedingsCommand) => Refusal | undefined
  readonly may: (command: ProceedingsCommand) => boolean
}

/** What the rules say of this person's acts now. */
export const useRules = (): Asks => {
  const { proceedings, seat } = useRoom()
  const now = useServerNow(EVERY_MS)
  const refusal = (command: ProceedingsCommand) => refusalOf(proceedings, seat, command, now)
  return { now, refusal, may: (command) => refusal(command) === undefined }
}
