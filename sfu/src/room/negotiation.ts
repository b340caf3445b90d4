import type { SessionDescription } from '@livekit/protocol'
import type { MediaSection } from '../sdp/session-description.ts'
import type { PublishedTrack } from './published-track.ts'

/** What a negotiation has to know of, and to tell, the participant it works for. */
export interface NegotiationHost {
  readonly name: string
  /** Finds the track the client means by this section and takes its packets in; undefined where it may not send it. */
  readonly openIncoming: (section: MediaSection) => PublishedTrack | undefined
  /** The client does not send in these sections any more. */
  readonly closeIncoming: (mids: ReadonlySet<string>) => void
  /** New tracks came in or old ones went: the room has to know. */
  readonly tracksChanged: () => void
  readonly learnExtensions: (sections: readonly MediaSection[]) => void
  /** The client's connection has to be made anew from the start. */
  readonly startOver: (why: string) => void
}

/** How one participant agrees with the server on what goes over its connections. */
export interface Negotiation {
  takeOffer(offer: SessionDescription): Promise<void>
  takeAnswer(answer: SessionDescription): Promise<void>
  /** The participant's subscriptions changed. */
  subscriptionsChanged(): void
  sendPacket(packet: Buffer): boolean
  /** Sends feedback to the participant as a publisher. */
  sendFeedback(packet: Buffer): boolean
  sendData(channel: string, message: Buffer): boolean
  waitingDataBytes(channel: string): number | undefined
  readonly isConnected: boolean
  readonly lastHeardMs: number
  /** The signalling has been resumed; tells again what the client may have missed. */
  resumed(): void
  close(): void
}
