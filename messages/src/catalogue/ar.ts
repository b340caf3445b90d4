import type { Key } from './en.ts'
import { arCli } from './ar/cli.ts'
import { arConditions } from './ar/conditions.ts'
import { arFoyer } from './ar/foyer.ts'
import { arPages } from './ar/pages.ts'
import { arPortal } from './ar/portal.ts'
import { arProblems } from './ar/problems.ts'
import { arRefusals } from './ar/refusals.ts'
import { arTerms } from './ar/terms.ts'
import { arConsole } from './ar/console.ts'
import { arRecord } from './ar/record.ts'
import { arArrive } from './ar/arrive.ts'
import { arPrepare } from './ar/prepare.ts'
import { arDrafting } from './ar/drafting.ts'
import { arNegotiation } from './ar/negotiation.ts'
import { arDesk } from './ar/desk.ts'
import { arSeats } from './ar/seats.ts'
import { arSitting } from './ar/sitting.ts'
import { arMedia } from './ar/media.ts'
import { arRoom } from './ar/room.ts'

export const ar = {
  ...arRefusals,
  ...arConditions,
  ...arProblems,
  ...arTerms,
  ...arPortal,
  ...arPages,
  ...arFoyer,
  ...arCli,
  ...arRoom,
  ...arRecord,
  ...arConsole,
  ...arArrive,
  ...arPrepare,
  ...arDrafting,
  ...arNegotiation,
  ...arDesk,
  ...arSeats,
  ...arSitting,
  ...arMedia,
} satisfies Record<Key, string>
