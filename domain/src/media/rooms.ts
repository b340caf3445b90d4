import type { Meeting } from '../meeting/state.ts'

/**
 * A media room, one per audience: the plenary, a delegation's chamber, the interpreters' booth of a delegation, or the
 * booth of the interpreters who belong to none. What is said in one is sent to no other.
 */
export type MediaRoom =
  | { readonly kind: 'plenary' }
  | { readonly kind: 'chamber'; readonly delegation: string }
  | { readonly kind: 'booth'; readonly delegation?: string | undefined }

/** `plenary`, `chamber/G`, `booth/G`, or `booth`. */
export const mediaRoomName = (room: MediaRoom): string => {
  switch (room.kind) {
    case 'plenary':
      return 'plenary'
    case 'chamber':
      return `chamber/${room.delegation}`
    case 'booth':
      return room.delegation === undefined ? 'booth' : `booth/${room.delegation}`
  }
}

/** The media rooms a meeting has now: none before it is convened and none once it is adjourned. */
export const mediaRoomsOf = ({ phase, delegations }: Meeting): readonly MediaRoom[] => {
  switch (phase) {
    case 'none':
    case 'adjourned':
      return []
    case 'convened':
    case 'open':
    case 'suspended':
      return [
        { kind: 'plenary' },
        ...delegations.map(({ id }): MediaRoom => ({ kind: 'chamber', delegation: id })),
        ...delegations.map(({ id }): MediaRoom => ({ kind: 'booth', delegation: id })),
        { kind: 'booth' },
      ]
  }
}
