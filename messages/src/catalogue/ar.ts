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
} satisfies Record<Key, string>
