import type { SubscriptionPermission, UpdateSubscription } from '@livekit/protocol'

/** Which tracks a participant wants to receive: all of them, or those it named. */
export class Wishes {
  readonly #byDefault: boolean
  readonly #exceptions = new Map<string, boolean>()

  constructor(autoSubscribe: boolean) {
    this.#byDefault = autoSubscribe
  }

  take(update: UpdateSubscription): void {
    const named = [...update.trackSids, ...update.participantTracks.flatMap(({ trackSids }) => trackSids)]
    for (const sid of named) {
      if (update.subscribe === this.#byDefault) this.#exceptions.delete(sid)
      else if (this.#exceptions.size < 2_000) this.#exceptions.set(sid, update.subscribe)
    }
  }

  wants(trackSid: string): boolean {
    return this.#exceptions.get(trackSid) ?? this.#byDefault
  }

  forget(trackSid: string): void {
    this.#exceptions.delete(trackSid)
  }
}

/** Whom a publisher lets receive its tracks. Everyone, until it says otherwise. */
export class Admission {
  #permission: SubscriptionPermission | undefined

  take(permission: SubscriptionPermission): void {
    this.#permission = permission
  }

  admits(receiver: { readonly sid: string; readonly identity: string }, trackSid: string): boolean {
    const permission = this.#permission
    if (permission === undefined || permission.allParticipants) return true
    return permission.trackPermissions.some((entry) => {
      const meant = entry.participantSid === receiver.sid || entry.participantIdentity === receiver.identity
      return meant && (entry.allTracks || entry.trackSids.includes(trackSid))
    })
  }
}
