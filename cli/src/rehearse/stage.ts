import { secretariatAt, activeAt } from '@parley/domain/meeting'
import type { Meeting } from '@parley/domain/meeting'
import { openNodeSocket } from '@parley/client/node-socket'
import { connect, openSession, type ParleyClient, type Principal } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import { OPERATOR } from '../script/names.ts'
import { createParticipant, type Participant } from './participant.ts'

/**
 * All seats of a rehearsal, each with credentials of its own: the operator invites the dialogue's secretariats, these invite
 * everybody else, and each seat redeems its own invitation.
 */
export class Stage {
  readonly operator: ParleyClient
  readonly #origin: string
  readonly #dialogue: string
  readonly #participants = new Map<string, Promise<Result<Participant>>>()

  constructor(origin: string, operatorToken: string, dialogue: string) {
    this.#origin = origin
    this.#dialogue = dialogue
    this.operator = connect({ origin, token: operatorToken })
  }

  /** The participant at a seat, let in when first asked for. A secretariat's seat is of the dialogue, any other of the meeting. */
  async at(seat: string, meeting: Meeting): Promise<Result<Participant>> {
    const ofDialogue = secretariatAt(meeting, seat) !== undefined || meeting.phase === 'none'
    const place = ofDialogue ? {} : { meeting: meeting.meeting }
    const principal = { dialogue: this.#dialogue, ...place, seat }
    const key = keyOf(principal)
    const known = await this.#participants.get(key)
    if (known?.ok === true && !(known.value.hasEnded() && isSeated(meeting, seat))) return known
    const entering = this.#inviterOf(seat, meeting).then((inviter) => this.#enter(principal, inviter))
    this.#participants.set(key, entering)
    const entered = await entering
    if (known?.ok === true) known.value.close()
    if (!entered.ok) this.#participants.delete(key)
    return entered
  }

  /** Everybody let in at a meeting, and the secretariats of the dialogue. */
  async participantsAt(meeting: string): Promise<readonly Participant[]> {
    const here = [...this.#participants].filter(
      ([key]) => key.startsWith(`${meeting}/`) || key.startsWith('/'),
    )
    const entered = await Promise.all(here.map(([, entering]) => entering))
    return entered.flatMap((one) => (one.ok ? [one.value] : []))
  }

  async close(): Promise<void> {
    for (const entered of await Promise.all(this.#participants.values())) {
      if (entered.ok) entered.value.close()
    }
  }

  async #inviterOf(seat: string, meeting: Meeting): Promise<ParleyClient> {
    const delegation = activeAt(meeting, seat)?.delegation
    const secretariat = meeting.secretariats.find((one) =>
      delegation === undefined ? true : one.party === delegation,
    )
    if (secretariat === undefined || secretariatAt(meeting, seat) !== undefined) return this.operator
    const inviter = await this.at(secretariat.seat, meeting)
    return inviter.ok ? inviter.value.client : this.operator
  }

  async #enter(principal: Principal, inviter: ParleyClient): Promise<Result<Participant>> {
    const invited = await inviter.invite(principal)
    if (!invited.ok) return invited
    const session = await openSession(this.#origin, invited.value.token)
    if (!session.ok) return session
    const client = connect({ origin: this.#origin, token: session.value.token, openSocket: openNodeSocket })
    return { ok: true, value: createParticipant(principal.seat, client) }
  }
}

export const isOperator = (seat: string): boolean => seat === OPERATOR

const isSeated = (meeting: Meeting, seat: string): boolean =>
  activeAt(meeting, seat) !== undefined || secretariatAt(meeting, seat) !== undefined

const keyOf = ({ meeting, seat }: Principal): string => `${meeting ?? ''}/${seat}`
