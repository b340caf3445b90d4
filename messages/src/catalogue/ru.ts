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
} satisfies Record<Key, string>
