import { DataPacket, DataPacket_Kind, UserPacket } from '@livekit/protocol'

export const RELIABLE = '_reliable'
export const LOSSY = '_lossy'

/** A data message, stamped with who really sent it, and those it is for; nobody named means everyone else. */
export interface StampedData {
  readonly bytes: Buffer
  readonly channel: typeof RELIABLE | typeof LOSSY
  readonly identities: ReadonlySet<string>
  readonly sids: ReadonlySet<string>
  readonly sequence: number
}

const isRelayed = (kind: DataPacket['value']['case']): boolean =>
  kind !== undefined && kind !== 'speaker' && kind !== 'metrics'

/** Reads a client's data message and puts the sender's name on it; undefined for what is not passed on. */
export function stampData(
  channel: string,
  message: Buffer,
  sender: { readonly sid: string; readonly identity: string },
): StampedData | undefined {
  if (channel !== RELIABLE && channel !== LOSSY) return undefined
  let packet: DataPacket
  try {
    packet = DataPacket.fromBinary(message)
  } catch {
    return undefined
  }
  if (!isRelayed(packet.value.case)) return undefined
  const identities = new Set(packet.destinationIdentities)
  const sids = new Set<string>()
  packet.participantSid = sender.sid
  packet.participantIdentity = sender.identity
  packet.kind = channel === RELIABLE ? DataPacket_Kind.RELIABLE : DataPacket_Kind.LOSSY
  if (packet.value.case === 'user') {
    const user = packet.value.value
    user.participantSid = sender.sid
    user.participantIdentity = sender.identity
    for (const identity of user.destinationIdentities) identities.add(identity)
    for (const sid of user.destinationSids) sids.add(sid)
  }
  return { bytes: Buffer.from(packet.toBinary()), channel, identities, sids, sequence: packet.sequence }
}

/** A data message from the server itself. */
export function serverData(
  payload: Uint8Array,
  options: { readonly kind: DataPacket_Kind; readonly topic?: string; readonly nonce: Uint8Array },
): { readonly bytes: Buffer; readonly channel: typeof RELIABLE | typeof LOSSY } {
  const packet = new DataPacket({
    kind: options.kind,
    value: {
      case: 'user',
      value: new UserPacket({
        payload,
        nonce: options.nonce,
        ...(options.topic === undefined ? {} : { topic: options.topic }),
      }),
    },
  })
  const channel = options.kind === DataPacket_Kind.RELIABLE ? RELIABLE : LOSSY
  return { bytes: Buffer.from(packet.toBinary()), channel }
}
