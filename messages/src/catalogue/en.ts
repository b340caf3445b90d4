import { enCli } from './en/cli.ts'
import { enConditions } from './en/conditions.ts'
import { enFoyer } from './en/foyer.ts'
import { enPages } from './en/pages.ts'
import { enPortal } from './en/portal.ts'
import { enProblems } from './en/problems.ts'
import { enRefusals } from './en/refusals.ts'
import { enTerms } from './en/terms.ts'

export const en = {
  ...enRefusals,
  ...enConditions,
  ...enProblems,
  ...enTerms,
  ...enPortal,
  ...enPages,
  ...enFoyer,
  ...enCli,
} as const

/** Every key there is; the other catalogues are held to it by their types. */
export type Key = keyof typeof en
