import { enCli } from './en/cli.ts'
import { enConditions } from './en/conditions.ts'
import { enFoyer } from './en/foyer.ts'
import { enPages } from './en/pages.ts'
import { enPortal } from './en/portal.ts'
import { enProblems } from './en/problems.ts'
import { enRefusals } from './en/refusals.ts'
import { enTerms } from './en/terms.ts'
import { enConsole } from './en/console.ts'
import { enRecord } from './en/record.ts'
import { enArrive } from './en/arrive.ts'
import { enPrepare } from './en/prepare.ts'
import { enDrafting } from './en/drafting.ts'
import { enNegotiation } from './en/negotiation.ts'
import { enDesk } from './en/desk.ts'
import { enSeats } from './en/seats.ts'
import { enSitting } from './en/sitting.ts'
import { enMedia } from './en/media.ts'
import { enRoom } from './en/room.ts'

export const en = {
  ...enRefusals,
  ...enConditions,
  ...enProblems,
  ...enTerms,
  ...enPortal,
  ...enPages,
  ...enFoyer,
  ...enCli,
  ...enRoom,
  ...enRecord,
  ...enConsole,
  ...enArrive,
  ...enPrepare,
  ...enDrafting,
  ...enNegotiation,
  ...enDesk,
  ...enSeats,
  ...enSitting,
  ...enMedia,
} as const

/** Every key there is; the other catalogues are held to it by their types. */
export type Key = keyof typeof en
