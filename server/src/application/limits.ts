import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How often something may be asked: `points` within each `seconds`, counted by key. */
type Limit = { readonly points: number; readonly seconds: number }

/**
 * Limits that people and rehearsals never meet and floods do. Nothing locks anyone out: when the seconds have passed, the
 * count begins anew.
 */
export const LIMITS = {
  /** Every request, by network address. */
  address: { points: 6000, seconds: 1 },
  /** Requests with credentials nobody has, by network address. */
  stranger: { points: 300, seconds: 60 },
  /** Requests of one session, or of the operator. */
  caller: { points: 3000, seconds: 1 },
  /** Sessions opened, by network address. */
  entry: { points: 1200, seconds: 60 },
  /** Ways into media rooms, by seat: each is a room looked for and a connection to come. */
  pass: { points: 120, seconds: 60 },
} satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

export type Limits = {
  /** Counts one; answers in how many seconds to come back when that was one too many. */
  readonly take: (limit: LimitName, key: string) => Promise<number | undefined>
}

export const createLimits = (): Limits => {
  const limiters = {
    address: limiterOf('address'),
    stranger: limiterOf('stranger'),
    caller: limiterOf('caller'),
    entry: limiterOf('entry'),
    pass: limiterOf('pass'),
  }
  return {
    take: async (limit, key) => {
      try {
        await limiters[limit].consume(key)
        return undefined
      } catch (cause) {
        if (!(cause instanceof RateLimiterRes)) throw cause
        return Math.max(1, Math.ceil(cause.msBeforeNext / 1000))
      }
    },
  }
}

const limiterOf = (name: LimitName): RateLimiterMemory =>
  new RateLimiterMemory({ keyPrefix: name, points: LIMITS[name].points, duration: LIMITS[name].seconds })

/** One key per IPv4 address, and per /64 of IPv6: one subscriber has a whole such network. */
export const addressKey = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1] !== undefined) return mapped[1]
  const plain = address.split('%')[0] ?? ''
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const front = groups(head)
  const back = tail === undefined ? [] : groups(tail)
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - front.length - back.length }, () => '0')
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`
}

const groups = (part: string): readonly string[] =>
  part === ''
    ? []
    : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [stripped(group)]))

const stripped = (group: string): string => group.replace(/^0+(?=.)/, '')
