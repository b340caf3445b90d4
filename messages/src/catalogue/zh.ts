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
} satisfies Record<Key, string>
