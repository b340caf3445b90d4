import * as z from 'zod'
import { COMMANDS, isBare } from './commands.ts'

/** The table of all commands in docs/scripts.md, from the schemas. */
export const commandTable = (): string =>
  [
    '| command | fields | log |',
    '|---|---|---|',
    ...[...COMMANDS].map(
      ([type, { kind, fields }]) =>
        `| \`${type}\`${isBare(fields) ? ' °' : ''} | ${fieldList(fields)} | ${kind} |`,
    ),
  ].join('\n')

const fieldList = (fields: z.ZodObject): string =>
  Object.entries(fields.shape)
    .map(([name, schema]) => `${name}${isOptional(schema) ? '?' : ''}`)
    .join(', ')

const isOptional = (schema: unknown): boolean =>
  schema instanceof z.ZodType && schema.safeParse(undefined).success
