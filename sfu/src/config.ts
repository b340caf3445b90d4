/** How one media process is set up; all of it comes from the environment. */
export interface MediaConfig {
  readonly host: string
  readonly port: number
  readonly udpPort: number
  /** A second UDP port, for clients behind a relay; undefined for none. */
  readonly relayedPort: number | undefined
  readonly address: string
  readonly announced: { readonly address: string; readonly port: number } | undefined
  readonly key: string
  readonly secret: string
  readonly webhookUrls: readonly string[]
  readonly metricsPort: number | undefined
  readonly autoCreate: boolean
  readonly audioStreams: number
  readonly resumeWithinSeconds: number
  readonly emptyTimeoutSeconds: number
  readonly departureTimeoutSeconds: number
  readonly endsWithStdin: boolean
  readonly logLevel: string
}

/** A setting that makes no sense; the message names it. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

const SHORTEST_SECRET = 32
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent']

type Environment = Readonly<Record<string, string | undefined>>

const wholeNumber = (environment: Environment, name: string, otherwise: number, most: number): number => {
  const text = environment[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new ConfigError(`${name} is not usable: ${text}`)
  return value
}

const portIfNamed = (environment: Environment, name: string): number | undefined =>
  environment[name] === undefined ? undefined : wholeNumber(environment, name, 0, 65_535)

const required = (environment: Environment, name: string): string => {
  const value = environment[name]
  if (value === undefined || value === '') throw new ConfigError(`${name} is missing`)
  return value
}

const announcedOf = (text: string | undefined): MediaConfig['announced'] => {
  if (text === undefined || text === '') return undefined
  const match = text.match(/^([0-9.]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new ConfigError(`PARLEY_MEDIA_ANNOUNCE is not an address with a port: ${text}`)
  }
  return { address: match[1].replaceAll(/[[\]]/g, ''), port: Number(match[2]) }
}

/** Reads the settings; throws ConfigError naming the first that is missing or makes no sense. */
export function readConfig(environment: Environment): MediaConfig {
  const secret = required(environment, 'PARLEY_MEDIA_SECRET')
  if (secret.length < SHORTEST_SECRET) {
    throw new ConfigError(`PARLEY_MEDIA_SECRET needs at least ${SHORTEST_SECRET} characters`)
  }
  const logLevel = environment['PARLEY_MEDIA_LOG'] ?? 'warn'
  if (!LOG_LEVELS.includes(logLevel)) throw new ConfigError(`PARLEY_MEDIA_LOG is not a level: ${logLevel}`)
  return {
    host: environment['PARLEY_MEDIA_HOST'] ?? '127.0.0.1',
    port: wholeNumber(environment, 'PARLEY_MEDIA_PORT', 0, 65_535),
    udpPort: wholeNumber(environment, 'PARLEY_MEDIA_UDP_PORT', 0, 65_535),
    relayedPort: portIfNamed(environment, 'PARLEY_MEDIA_RELAYED_PORT'),
    address: environment['PARLEY_MEDIA_ADDRESS'] ?? '127.0.0.1',
    announced: announcedOf(environment['PARLEY_MEDIA_ANNOUNCE']),
    key: required(environment, 'PARLEY_MEDIA_KEY'),
    secret,
    webhookUrls: (environment['PARLEY_MEDIA_WEBHOOKS'] ?? '').split(',').filter((url) => url !== ''),
    metricsPort: portIfNamed(environment, 'PARLEY_MEDIA_METRICS_PORT'),
    autoCreate: environment['PARLEY_MEDIA_AUTO_CREATE'] !== '0',
    audioStreams: Math.max(1, wholeNumber(environment, 'PARLEY_MEDIA_AUDIO_STREAMS', 6, 100)),
    resumeWithinSeconds: wholeNumber(environment, 'PARLEY_MEDIA_RESUME_WITHIN', 20, 600),
    emptyTimeoutSeconds: wholeNumber(environment, 'PARLEY_MEDIA_EMPTY_TIMEOUT', 300, 86_400),
    departureTimeoutSeconds: wholeNumber(environment, 'PARLEY_MEDIA_DEPARTURE_TIMEOUT', 20, 86_400),
    endsWithStdin: environment['PARLEY_MEDIA_ENDS_WITH_STDIN'] === '1',
    logLevel,
  }
}
