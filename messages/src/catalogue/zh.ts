import type { Key } from './en.ts'
import { zhCli } from './zh/cli.ts'
import { zhConditions } from './zh/conditions.ts'
import { zhFoyer } from './zh/foyer.ts'
import { zhPages } from './zh/pages.ts'
import { zhPortal } from './zh/portal.ts'
import { zhProblems } from './zh/problems.ts'
import { zhRefusals } from './zh/refusals.ts'
import { zhTerms } from './zh/terms.ts'
import { zhConsole } from './zh/console.ts'
import { zhRecord } from './zh/record.ts'
import { zhArrive } from './zh/arrive.ts'
import { zhPrepare } from './zh/prepare.ts'
import { zhDrafting } from './zh/drafting.ts'
import { zhNegotiation } from './zh/negotiation.ts'
import { zhDesk } from './zh/desk.ts'
import { zhSeats } from './zh/seats.ts'
import { zhSitting } from './zh/sitting.ts'
import { zhMedia } from './zh/media.ts'
import { zhRoom } from './zh/room.ts'

export const zh = {
  ...zhRefusals,
  ...zhConditions,
  ...zhProblems,
  ...zhTerms,
  ...zhPortal,
  ...zhPages,
  ...zhFoyer,
  ...zhCli,
  ...zhRoom,
  ...zhRecord,
  ...zhConsole,
  ...zhArrive,
  ...zhPrepare,
  ...zhDrafting,
  ...zhNegotiation,
  ...zhDesk,
  ...zhSeats,
  ...zhSitting,
  ...zhMedia,
} satisfies Record<Key, string>
