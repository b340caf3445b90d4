import type { Key } from './en.ts'
import { ruCli } from './ru/cli.ts'
import { ruConditions } from './ru/conditions.ts'
import { ruFoyer } from './ru/foyer.ts'
import { ruPages } from './ru/pages.ts'
import { ruPortal } from './ru/portal.ts'
import { ruProblems } from './ru/problems.ts'
import { ruRefusals } from './ru/refusals.ts'
import { ruTerms } from './ru/terms.ts'
import { ruConsole } from './ru/console.ts'
import { ruRecord } from './ru/record.ts'
import { ruArrive } from './ru/arrive.ts'
import { ruPrepare } from './ru/prepare.ts'
import { ruDrafting } from './ru/drafting.ts'
import { ruNegotiation } from './ru/negotiation.ts'
import { ruDesk } from './ru/desk.ts'
import { ruSeats } from './ru/seats.ts'
import { ruSitting } from './ru/sitting.ts'
import { ruMedia } from './ru/media.ts'
import { ruRoom } from './ru/room.ts'

export const ru = {
  ...ruRefusals,
  ...ruConditions,
  ...ruProblems,
  ...ruTerms,
  ...ruPortal,
  ...ruPages,
  ...ruFoyer,
  ...ruCli,
  ...ruRoom,
  ...ruRecord,
  ...ruConsole,
  ...ruArrive,
  ...ruPrepare,
  ...ruDrafting,
  ...ruNegotiation,
  ...ruDesk,
  ...ruSeats,
  ...ruSitting,
  ...ruMedia,
} satisfies Record<Key, string>
