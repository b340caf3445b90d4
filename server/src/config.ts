import * as z from 'zod'

const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
const MediaKind = z.enum(['embedded', 'none'])
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
  PARLEY_MEDIA: MediaKind.default('embedded').describe(`one of ${MediaKind.options.join(', ')}`),
  PARLEY_MEDIA_PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional()
    .describe('a port from 0 to 65535'),
  PARLEY_MEDIA_RELAYED_PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional()
    .describe('a port from 0 to 65535'),
  PARLEY_MEDIA_ADDRESS: z.ipv4().optional().describe('an IPv4 address'),
  PARLEY_LIVEKIT_URL: z
    .string()
    .regex(/^wss?:\/\/[^\s@?#]+$/)
    .refine((url) => URL.canParse(url))
    .optional()
    .describe('an address such as wss://media.example'),
  PARLEY_LIVEKIT_KEY: z.string().min(1).max(200).optional().describe('the key of a LiveKit server'),
  PARLEY_LIVEKIT_SECRET: z
    .string()
    .min(32)
    .max(500)
    .optional()
    .describe('the secret of a LiveKit server, of 32 characters or more'),
  PARLEY_TURN_URLS: z
    .string()
    .regex(/^turns?:[^\s,]+(,turns?:[^\s,]+)*$/)
    .optional()
    .describe('addresses such as turns:relay.example:443?transport=tcp, with commas between'),
  PARLEY_TURN_SECRET: z.string().min(16).max(500).optional().describe('a secret of 16 characters or more'),
  PARLEY_CLOCK: ClockKind.default('system').describe(`one of ${ClockKind.options.join(', ')}`),
})

/** Which media server carries sound and pictures. */
export type MediaConfig =
  /** Our own, in a process of its own, on one UDP port; `address` is what browsers are told where that is not the machine's own. */
  | {
      readonly kind: 'embedded'
      readonly udpPort: number
      /** A second one for people who come by way of a relay; there is none where there are no relays. */
      readonly relayedPort: number | undefined
      readonly address: string | undefined
    }
  | { readonly kind: 'livekit'; readonly url: string; readonly key: string; readonly secret: string }
  | { readonly kind: 'none' }

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
  readonly media: MediaConfig
  /** Relays for people behind firewalls, and the secret shared with them. */
  readonly turn: { readonly urls: readonly string[]; readonly secret: string } | undefined
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
  const media = mediaOf(parsed.data)
  if (media === undefined) return { ok: false, wrong: LIVEKIT_INCOMPLETE }
  const { PARLEY_TURN_URLS: urls, PARLEY_TURN_SECRET: secret } = parsed.data
  if ((urls === undefined) !== (secret === undefined)) return { ok: false, wrong: TURN_INCOMPLETE }
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
      media,
      turn: urls === undefined || secret === undefined ? undefined : { urls: urls.split(','), secret },
    },
  }
}

/** The port after another, for what has none of its own named; any free one after any free one. */
const portBeside = (port: number): number => {
  if (port === 0 || port === 65_535) return 0
  return port < LOWEST_MEDIA_PORT - 1 ? BESIDE_A_LOW_PORT : port + 1
}

/** Chromium sends no sound or pictures to a port below this one. */
const LOWEST_MEDIA_PORT = 1024
const BESIDE_A_LOW_PORT = 8421

/** A LiveKit server where one is named; `undefined` where it is named by halves. */
const mediaOf = (settings: z.infer<typeof Settings>): MediaConfig | undefined => {
  const { PARLEY_LIVEKIT_URL: url, PARLEY_LIVEKIT_KEY: key, PARLEY_LIVEKIT_SECRET: secret } = settings
  if (url !== undefined && key !== undefined && secret !== undefined)
    return { kind: 'livekit', url, key, secret }
  if (url !== undefined || key !== undefined || secret !== undefined) return undefined
  if (settings.PARLEY_MEDIA === 'none') return { kind: 'none' }
  const { PARLEY_MEDIA_PORT: named, PARLEY_MEDIA_ADDRESS: address } = settings
  const udpPort = named ?? portBeside(settings.PORT)
  const relayedPort =
    settings.PARLEY_TURN_URLS === undefined
      ? undefined
      : (settings.PARLEY_MEDIA_RELAYED_PORT ?? portBeside(udpPort))
  return { kind: 'embedded', udpPort, relayedPort, address }
}

const TURN_INCOMPLETE = ['PARLEY_TURN_URLS', 'PARLEY_TURN_SECRET'].map((key) => ({
  key,
  expected: 'both of them or none',
}))

const LIVEKIT_INCOMPLETE = ['PARLEY_LIVEKIT_URL', 'PARLEY_LIVEKIT_KEY', 'PARLEY_LIVEKIT_SECRET'].map(
  (key) => ({
    key,
    expected: 'all three of them or none',
  }),
)

const wrongSettings = (error: z.ZodError) => {
  const keys = new Set(error.issues.map(({ path }) => String(path[0])))
  return Object.entries(Settings.shape)
    .filter(([key]) => keys.has(key))
    .map(([key, schema]) => ({ key, expected: schema.description ?? '' }))
}
