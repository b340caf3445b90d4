import * as z from 'zod'

const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
const ClockKind = z.enum(['system', 'parent'])

/** What can be set from outside; one row each in docs/operate/configuration.md. */
export const Settings = z.object({
  PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(8420)
    .describe('a port from 0 to 65535'),
  HOST: z.string().min(1).max(255).default('127.0.0.1').describe('an address or host name to listen on'),
  PARLEY_DATA: z.string().min(1).default('./data').describe('a folder'),
  PARLEY_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[^/\s@?#]+$/)
    .refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin)
    .optional()
    .describe('an origin such as https://parley.example, without a path'),
  PARLEY_NAME: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?(\/[a-z0-9-]{1,40})*$/)
    .default('parley.local')
    .describe('a host name that stays the same for good, with a path if wished'),
  PARLEY_LOG: LogLevel.default('warn').describe(`one of ${LogLevel.options.join(', ')}`),
  PARLEY_CLOCK: ClockKind.default('system').describe(`one of ${ClockKind.options.join(', ')}`),
})

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** Where people reach the server, when it is not where it listens. */
  readonly origin: string | undefined
  /** The name the record is signed under. */
  readonly name: string
  readonly logLevel: z.infer<typeof LogLevel>
  /** Whose clock the record is by: the machine's, or one the process that started the server moves forward. */
  readonly clock: z.infer<typeof ClockKind>
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  /** Every setting that is not as it should be, and what was expected. */
  | { readonly ok: false; readonly wrong: readonly { readonly key: string; readonly expected: string }[] }

/** The configuration an environment asks for. An empty value is no value. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): ReadConfig => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => key in Settings.shape && value !== ''),
  )
  const parsed = Settings.safeParse(given)
  if (!parsed.success) return { ok: false, wrong: wrongSettings(parsed.error) }
  const { PORT, HOST, PARLEY_DATA, PARLEY_ORIGIN, PARLEY_NAME, PARLEY_LOG, PARLEY_CLOCK } = parsed.data
  return {
    ok: true,
    config: {
      port: PORT,
      host: HOST,
      dataFolder: PARLEY_DATA,
      origin: PARLEY_ORIGIN,
      name: PARLEY_NAME,
      logLevel: PARLEY_LOG,
      clock: PARLEY_CLOCK,
    },
  }
}

const wrongSettings = (error: z.ZodError) => {
  const keys = new Set(error.issues.map(({ path }) => String(path[0])))
  return Object.entries(Settings.shape)
    .filter(([key]) => keys.has(key))
    .map(([key, schema]) => ({ key, expected: schema.description ?? '' }))
}
