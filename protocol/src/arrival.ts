import { Party } from '@parley/domain/dialogue/events'
import { Mode } from '@parley/domain/meeting/convening'
import { Role } from '@parley/domain/meeting/things'
import { Instant, Person, Slug } from '@parley/domain/words/identity'
import { Language, Localized } from '@parley/domain/words/language'
import * as z from 'zod'
import { Principal } from './address.ts'

/** Names one of the seats a browser holds, without being any secret: `Parley-Seat` in a request, `?seat=` in an address. */
export const Slot = z.string().regex(/^[0-9a-f]{12}$/, { message: 'slot-malformed' })

/** What of a meeting concerns one person by name. */
const PartAtMeeting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chair') }),
  z.strictObject({ kind: z.literal('reader'), author: Localized }),
  z.strictObject({ kind: z.literal('speaker'), item: Localized }),
  z.strictObject({ kind: z.literal('exchange'), item: Localized, with: z.record(z.string(), z.string()) }),
])
export type PartAtMeeting = z.infer<typeof PartAtMeeting>

/** Who a seat is and what meeting it is at: all that somebody outside the door is told. Without `role`, a secretariat. */
export const SeatCard = z
  .strictObject({
    person: Person,
    role: Role.optional(),
    delegation: Slug.optional(),
    dialogueName: Localized,
    languages: z.array(Language),
    parties: z.array(Party.pick({ id: true, name: true, side: true, city: true, timeZone: true })),
    meeting: z
      .strictObject({
        number: z.int(),
        theme: Localized,
        startsAt: Instant,
        mode: Mode,
        phase: z.enum(['convened', 'open', 'suspended', 'adjourned']),
      })
      .optional(),
    /** Empty for whoever has still to be admitted. */
    parts: z.array(PartAtMeeting),
  })
  .meta({ id: 'SeatCard' })
export type SeatCard = z.infer<typeof SeatCard>

/** `entered`: it is used up, and this very browser holds the session it opened. */
export const InvitationView = z
  .strictObject({
    state: z.enum(['open', 'entered']),
    principal: Principal,
    slot: Slot,
    lobby: z.boolean(),
    card: SeatCard,
  })
  .meta({ id: 'InvitationView' })
export type InvitationView = z.infer<typeof InvitationView>

/** Whom a session speaks for. `waits`: until somebody of its side admits it, it can do and see nothing else. */
export const OwnSeat = z
  .strictObject({ principal: Principal, slot: Slot, waits: z.boolean(), card: SeatCard })
  .meta({ id: 'OwnSeat' })
export type OwnSeat = z.infer<typeof OwnSeat>

export const Lobby = z
  .strictObject({
    /** `devices`: how many have come in as this seat. More than one may be more than one person. */
    waiting: z.array(z.strictObject({ seat: Slug, since: Instant, devices: z.int().min(1) })),
  })
  .meta({ id: 'Lobby' })
export type Lobby = z.infer<typeof Lobby>

const Arrival = z.discriminatedUnion('state', [
  z.strictObject({ seat: Slug, state: z.literal('not-invited') }),
  z.strictObject({ seat: Slug, state: z.literal('invited'), since: Instant, until: Instant }),
  z.strictObject({ seat: Slug, state: z.literal('waiting'), since: Instant, devices: z.int().min(1) }),
  z.strictObject({ seat: Slug, state: z.literal('arrived'), since: Instant, devices: z.int().min(1) }),
])
export type Arrival = z.infer<typeof Arrival>

/**
 * How far each seat has come that the asker may invite. `invited`: a link stands open `until`; `arrived`: signed in, on so
 * many devices, `since` the first of them.
 */
export const Arrivals = z.strictObject({ arrivals: z.array(Arrival) }).meta({ id: 'Arrivals' })
export type Arrivals = z.infer<typeof Arrivals>

/** The sessions of one's own seat. */
export const Devices = z
  .strictObject({
    devices: z.array(
      z.strictObject({ id: z.string(), since: Instant, expiresAt: Instant, own: z.boolean() }),
    ),
  })
  .meta({ id: 'Devices' })
export type Devices = z.infer<typeof Devices>
export const EndDevices = z
  .discriminatedUnion('which', [
    z.strictObject({ which: z.literal('one'), id: z.string().max(64) }),
    z.strictObject({ which: z.literal('others') }),
  ])
  .meta({ id: 'EndDevices' })
export type EndDevices = z.infer<typeof EndDevices>
