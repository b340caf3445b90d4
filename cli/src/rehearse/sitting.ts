import { activeAt, type Meeting } from '@parley/domain/meeting'
import { initialProceedings, type Proceedings } from '@parley/domain/proceedings'
import { logName, type ActDone } from '@parley/client/parley-client'
import { done, type Result, type Trouble } from '@parley/client/result'
import { COMMANDS, type ScriptCommand } from '../script/commands.ts'
import type { Place } from '../script/script-problem.ts'
import { zoneOfHost } from './host-zone.ts'
import type { Surprise } from './outcome.ts'
import type { Pace } from './pace.ts'
import type { Following, Participant } from './participant.ts'
import { resolve } from './resolve.ts'
import { isOperator, type Stage } from './stage.ts'

/** The seat everything else leans on cannot come in, or nobody answers: there is nothing to play. */
export class Unplayable extends Error {
  readonly problem: Trouble

  constructor(problem: Trouble) {
    super(problem.code)
    this.name = 'Unplayable'
    this.problem = problem
  }
}

export type Acting = {
  readonly seen?: number | undefined
  readonly chamber?: string | undefined
}

/**
 * One meeting as it is played: whoever acts has first been told, on their own connection, of everything recorded before.
 * What a seat sends is made of what that seat was told.
 */
export class Sitting {
  readonly log: string
  readonly pace: Pace
  readonly surprises: Surprise[] = []
  acts = 0
  refusalsAsScripted = 0
  readonly #stage: Stage
  readonly #dialogue: string
  readonly #meeting: string
  readonly #lead: string
  readonly #entering: Promise<void>[] = []
  #size = 0

  constructor(
    stage: Stage,
    place: { readonly dialogue: string; readonly meeting: string; readonly lead: string },
    pace: Pace,
  ) {
    this.#stage = stage
    this.#dialogue = place.dialogue
    this.#meeting = place.meeting
    this.#lead = place.lead
    this.log = logName({ kind: 'meeting', dialogue: place.dialogue, meeting: place.meeting })
    this.pace = pace
  }

  /** How many leaves the meeting's log has. */
  get size(): number {
    return this.#size
  }

  /** The meeting as the convening secretariat was told; nothing before it is convened. */
  async view(): Promise<Proceedings> {
    const seen = await this.#seen(this.#lead, NOTHING_YET)
    if (!seen.ok) throw new Unplayable(seen.problem)
    return seen.value.proceedings
  }

  /** A seat does what a command says. Trouble is for whoever asked to judge, but that of nobody answering any more. */
  async act(
    seat: string,
    command: ScriptCommand,
    place: Place,
    acting: Acting = {},
  ): Promise<Result<ActDone>> {
    const answer = await this.#attempt(seat, command, place, acting)
    if (!answer.ok && answer.problem.code === 'unreachable') throw new Unplayable(answer.problem)
    return answer
  }

  async #attempt(
    seat: string,
    command: ScriptCommand,
    place: Place,
    acting: Acting,
  ): Promise<Result<ActDone>> {
    if (isOperator(seat)) return this.#actAsOperator(command, acting)
    const known = seat === this.#lead ? NOTHING_YET : (await this.view()).meeting
    const seen = await this.#seen(seat, known)
    if (!seen.ok) return seen
    const { participant, proceedings, late } = seen.value
    if (late) this.surprises.push({ place, kind: 'not-seen', seat })
    const zone =
      command.type === 'ConveneMeeting'
        ? await zoneOfHost(this.#stage.operator, this.#dialogue, seat, command)
        : undefined
    const sent = resolve(command, proceedings, this.pace.nowMs(), zone)
    const log = this.#logOf(command, proceedings.meeting, seat, acting)
    const answer = await participant.client.act(log, sent, { expectedSize: acting.seen })
    return this.#after(answer, command, log)
  }

  /** As `act`; a refusal is a surprise. Answers whether it was done. */
  async must(seat: string, command: ScriptCommand, place: Place, acting: Acting = {}): Promise<boolean> {
    const answer = await this.act(seat, command, place, acting)
    if (answer.ok) return true
    this.surprises.push({ place, kind: 'refused', seat, command: command.type, problem: answer.problem })
    return false
  }

  async #actAsOperator(command: ScriptCommand, acting: Acting): Promise<Result<ActDone>> {
    const { operator } = this.#stage
    const sent = resolve(command, await this.view(), this.pace.nowMs())
    const options = { expectedSize: acting.seen }
    if (command.type === 'FoundDialogue') return this.#after(await operator.found(sent, options), command, '')
    const log = COMMANDS.get(command.type)?.kind === 'dialogue' ? this.#dialogueLog : this.log
    return this.#after(await operator.act(log, sent, options), command, log)
  }

  get #dialogueLog(): string {
    return logName({ kind: 'dialogue', dialogue: this.#dialogue })
  }

  #logOf({ type }: ScriptCommand, meeting: Meeting, seat: string, { chamber }: Acting): string {
    switch (COMMANDS.get(type)?.kind) {
      case 'dialogue':
        return this.#dialogueLog
      case 'chamber': {
        const party = meeting.secretariats.find((one) => one.seat === seat)?.party
        const delegation = chamber ?? activeAt(meeting, seat)?.delegation ?? party ?? meeting.host
        return logName({ kind: 'chamber', dialogue: this.#dialogue, meeting: this.#meeting, delegation })
      }
      case 'meeting':
      case undefined:
        return this.log
    }
  }

  async #after(
    answer: Result<ActDone>,
    { type, fields }: ScriptCommand,
    log: string,
  ): Promise<Result<ActDone>> {
    if (!answer.ok) return answer
    this.acts += 1
    if (answer.value.log === this.log) {
      this.#size = Math.max(this.#size, answer.value.firstSeq + answer.value.count)
    } else if (log === this.#dialogueLog) {
      // What changes the dialogue may be told to its meetings too.
      const page = await this.#stage.operator.events(this.log, 0, 1)
      if (page.ok) this.#size = Math.max(this.#size, page.value.size)
    }
    const { seat } = fields
    if (type === 'AccreditPerson' && typeof seat === 'string') this.#letIn(seat)
    return answer
  }

  /** Lets a seat in beside whatever goes on; what stands against it shows when the seat is to act. */
  #letIn(seat: string): void {
    const enter = async (): Promise<void> => {
      const entered = await this.#stage.at(seat, (await this.view()).meeting)
      if (entered.ok) entered.value.follow(this.log)
    }
    this.#entering.push(enter().catch(() => {}))
  }

  /** Resolves when everybody let in so far has come in, or could not. */
  async gathered(): Promise<void> {
    await Promise.all(this.#entering)
  }

  /** A participant who has been told everything, with what it knows; what it may not see the convening secretariat knows for it. */
  async #seen(seat: string, meeting: Meeting): Promise<Result<Seen>> {
    const entered = await this.#stage.at(seat, meeting)
    if (!entered.ok) return entered
    const participant = entered.value
    if (this.#size === 0) return done({ participant, proceedings: initialProceedings, late: false })
    const following = participant.follow(this.log)
    const inTime = await following.sees(this.#size)
    const late = !inTime && !participant.hasEnded()
    const whole = seat === this.#lead || seesWhole(following)
    const proceedings = whole ? following.proceedings() : await this.view()
    return done({ participant, proceedings, late })
  }
}

/** A participant who has been told everything, or would not be in time, with what it knows. */
type Seen = { readonly participant: Participant; readonly proceedings: Proceedings; readonly late: boolean }

const NOTHING_YET: Meeting = initialProceedings.meeting

const seesWhole = (following: Following): boolean => following.received.size === following.position()
