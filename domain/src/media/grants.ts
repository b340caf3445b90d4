import { recordingNow } from '../meeting/decide/recording.ts'
import { activeAt, currentItem, secretariatAt } from '../meeting/seats.ts'
import type { Accredited, Meeting } from '../meeting/state.ts'
import type { Role } from '../meeting/things.ts'
import { whoMaySpeak } from '../meeting/views/who-may-speak.ts'
import { SITS_IN_CHAMBER } from '../visibility.ts'
import { mediaRoomsOf, type MediaRoom } from './rooms.ts'

/** What a seat can send into a room. `screen` is a shared screen with its sound. */
export type MediaSource = 'microphone' | 'camera' | 'screen'

/** What one seat may do in one media room: what it may send, and whether it receives what the others send. */
export type MediaGrant = { readonly publish: readonly MediaSource[]; readonly receive: boolean }

/**
 * What a seat may do in a media room now; `undefined` for whom the room has no place. A pure function of the meeting:
 * the microphone in the plenary follows the floor, and nothing else moves it. A grant lets a seat open its microphone;
 * it never opens one.
 */
export const mediaGrantOf = (meeting: Meeting, room: MediaRoom, seat: string): MediaGrant | undefined => {
  if (!hasRoom(meeting, room)) return undefined
  const secretariat = secretariatAt(meeting, seat)
  const person = activeAt(meeting, seat)
  switch (room.kind) {
    case 'plenary':
      if (secretariat !== undefined) return RECEIVE
      return person === undefined ? undefined : plenaryGrant(meeting, person)
    case 'chamber':
      if (secretariat !== undefined) return secretariat.party === room.delegation ? CONFER : undefined
      return person?.delegation === room.delegation && person !== undefined && SITS_IN_CHAMBER[person.role]
        ? CONFER
        : undefined
    case 'booth':
      return person !== undefined && person.role === 'interpreter' && person.delegation === room.delegation
        ? CONFER
        : undefined
  }
}

/** Who records, among the seats of a media room; no seat is called so. */
export const RECORDER = '~recorder'

/** Every seat that has a place in a media room now, with what it may do there; the recorder too, while one is ordered. */
export const mediaGrantsOf = (meeting: Meeting, room: MediaRoom): ReadonlyMap<string, MediaGrant> => {
  const seats = [...Object.keys(meeting.people), ...meeting.secretariats.map(({ seat }) => seat)]
  const grants = new Map<string, MediaGrant>()
  for (const seat of seats) {
    const grant = mediaGrantOf(meeting, room, seat)
    if (grant !== undefined) grants.set(seat, grant)
  }
  if (room.kind === 'plenary' && hasRoom(meeting, room) && recordingNow(meeting) !== undefined)
    grants.set(RECORDER, RECEIVE)
  return grants
}

const RECEIVE: MediaGrant = { publish: [], receive: true }
/** Among one's own, nobody needs the floor. */
const CONFER: MediaGrant = { publish: ['microphone', 'camera', 'screen'], receive: true }

/**
 * Who shows a face in the plenary: those who can be called upon, and who sits beside them. `party`: who is told how the
 * delegations negotiate, as in `visibility.ts`; the others hear nothing while the text is under negotiation.
 */
const PLACES: Readonly<Record<Role, { readonly camera: boolean; readonly party: boolean }>> = {
  head: { camera: true, party: true },
  alternate: { camera: true, party: true },
  delegate: { camera: true, party: true },
  regional: { camera: true, party: true },
  adviser: { camera: true, party: true },
  secretary: { camera: false, party: true },
  officer: { camera: true, party: true },
  interpreter: { camera: false, party: true },
  press: { camera: false, party: false },
  observer: { camera: false, party: false },
}

const plenaryGrant = (meeting: Meeting, { seat, role }: Accredited): MediaGrant => {
  const { camera, party } = PLACES[role]
  const speaks = microphonesOf(meeting).has(seat)
  return {
    publish: [
      ...(speaks ? (['microphone'] as const) : []),
      ...(camera ? (['camera'] as const) : []),
      ...(speaks ? (['screen'] as const) : []),
    ],
    receive: party || !isNegotiating(meeting),
  }
}

/**
 * The seats whose microphone is meant: of those who may speak, and of the colleague at whose device they asked for the
 * floor, since several then sit before one camera.
 */
const microphonesOf = (meeting: Meeting): ReadonlySet<string> => {
  const speaking = whoMaySpeak(meeting)
  const { turn, pointOfOrder } = meeting
  const shared = speaking.flatMap(({ seat, right }) => {
    const through = right === 'floor' ? turn?.through : pointOfOrder?.through
    return right === 'chair' || through === undefined ? [seat] : [seat, through]
  })
  return new Set(shared)
}

/** The wording is worked on under items of this kind; adoption and signature are for everybody in the room. */
const isNegotiating = (meeting: Meeting): boolean => currentItem(meeting)?.item.kind === 'text'

const hasRoom = (meeting: Meeting, room: MediaRoom): boolean =>
  mediaRoomsOf(meeting).some(
    (one) => one.kind === room.kind && delegationOfRoom(one) === delegationOfRoom(room),
  )

const delegationOfRoom = (room: MediaRoom): string | undefined =>
  room.kind === 'plenary' ? undefined : room.delegation
