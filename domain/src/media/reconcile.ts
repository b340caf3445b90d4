import type { MediaGrant, MediaSource } from './grants.ts'

/** Somebody connected to a media room, as its server tells it. One seat may be there on several devices. */
export type Attending = {
  /** The connection's own name; a seat has a new one each time it connects. */
  readonly identity: string
  /** Whose it is; `undefined` for a name that none of our tokens gave out. */
  readonly seat: string | undefined
  readonly may: MediaGrant
  /** What it sends now. */
  readonly publishes: readonly MediaSource[]
}

/** What has to be done so that a media room is as the record has it. */
export type MediaCorrection =
  | { readonly kind: 'permit'; readonly identity: string; readonly grant: MediaGrant }
  | { readonly kind: 'remove'; readonly identity: string }

/** As many connections as one seat may have in one room: more devices than anybody sits at, fewer than would fill the room. */
export const CONNECTIONS_PER_SEAT = 12

/**
 * What brings a room from what its server says to what the record says; nothing when they agree. Whoever has no place is
 * removed, strangers included, and so is what a seat has beyond `CONNECTIONS_PER_SEAT`. `heardElsewhere` are the seats whose microphone is open in another room: theirs stays
 * closed here, so that nobody speaks to two audiences at once.
 */
export const mediaCorrections = (
  grants: ReadonlyMap<string, MediaGrant>,
  attending: readonly Attending[],
  heardElsewhere: ReadonlySet<string>,
): readonly MediaCorrection[] => {
  const connections = new Map<string, number>()
  return attending.flatMap(({ identity, seat, may }): readonly MediaCorrection[] => {
    const grant = seat === undefined ? undefined : grants.get(seat)
    if (seat === undefined || grant === undefined) return [{ kind: 'remove', identity }]
    const those = (connections.get(seat) ?? 0) + 1
    connections.set(seat, those)
    if (those > CONNECTIONS_PER_SEAT) return [{ kind: 'remove', identity }]
    const wanted = heardElsewhere.has(seat) ? withoutMicrophone(grant) : grant
    return isSame(wanted, may) ? [] : [{ kind: 'permit', identity, grant: wanted }]
  })
}

const withoutMicrophone = ({ publish, receive }: MediaGrant): MediaGrant => ({
  publish: publish.filter((source) => source !== 'microphone'),
  receive,
})

const isSame = (one: MediaGrant, other: MediaGrant): boolean =>
  one.receive === other.receive &&
  one.publish.length === other.publish.length &&
  one.publish.every((source) => other.publish.includes(source))
