import * as z from 'zod'
import { PublishedOutline } from './outline.ts'

/** The script format as JSON Schema (draft 2020-12), for editors. What it cannot say, reading a script checks. */
export const scriptSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(PublishedOutline, { io: 'input', unrepresentable: 'any', reused: 'ref' }),
  title: 'Parley script 1',
})
