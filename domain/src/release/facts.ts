import type { Recorded } from '../decider.ts'
import type { Party } from '../dialogue/events.ts'
import type { PublishedSource, Mode } from '../meeting/convening.ts'
import type { AgendaItem, MessageForm, Role, Speech } from '../meeting/things.ts'
import type { ProceedingsEvent } from '../proceedings/events.ts'
import type { AttachedKind } from '../text/things.ts'
import type { Instant, Person } from '../words/identity.ts'
import type { Localized, LocalizedPassage } from '../words/language.ts'
import { agendaFacts, chairFacts, headFact, messageFacts } from './facts-of-the-sitting.ts'
import { adoptedFacts } from './facts-of-the-text.ts'
import { told } from './told.ts'
import type { Told } from './told.ts'

/** What rests on the record: the sequence numbers of the events that tell it, ascending, each once. */
export type Sourced = { readonly seqs: readonly number[] }

/** Someone as accredited when the fact happened, with the office held then. */
export type PersonFact = Sourced & {
  readonly seat: string
  readonly person: Person
  /** Absent for a secretariat's seat, which is accredited for the dialogue and not for the meeting. */
  readonly role?: Role
  readonly delegation?: string
}

export type WordedFact = Sourced & { readonly words: Localized }

/** A delegation, with its head if it has one and its own wording of the theme if that differs on record. */
export type DelegationFact = Party & {
  readonly head?: PersonFact
  readonly theme?: WordedFact
}

/** A message that was read out. */
export type MessageFact = Sourced & {
  readonly message: string
  readonly form: MessageForm
  readonly author: Person
  readonly delegation: string
  readonly reader: PersonFact
}

/** Someone who took the floor under an item, once per person and item, with every kind of turn they had. */
export type SpeakerFact = PersonFact & { readonly kinds: readonly Speech[] }

/** An item that was taken up. */
export type ItemFact = Sourced & {
  readonly item: string
  readonly kind: AgendaItem['kind']
  readonly title: Localized
  /** Whoever really spoke, in the order of their first turn. */
  readonly speakers: readonly SpeakerFact[]
}

export type AttachedFact = Sourced & { readonly delegation: string; readonly kind: AttachedKind }
export type SignedFact = PersonFact & { readonly delegation: string }

/** An adopted text and what was done to it and with it afterwards. */
export type AdoptedFact = Sourced & {
  readonly text: string
  readonly title: Localized
  readonly root: string
  readonly mode: 'consensus' | 'silence'
  readonly languages: readonly string[]
  /** Delegations whose authorities have not confirmed yet. */
  readonly pending: readonly string[]
  readonly attached: readonly AttachedFact[]
  readonly initialled: readonly SignedFact[]
  readonly signed: readonly SignedFact[]
}

export type PositionFact = Sourced & {
  readonly delegation: string
  readonly item?: string
  readonly position: LocalizedPassage
}

/** Everything a writer of releases may state about a meeting, and where in the record each of it stands. */
export type ReleaseFacts = Sourced & {
  readonly dialogue: string
  readonly meeting: string
  readonly dialogueName: Localized
  readonly number: number
  readonly host: string
  readonly mode: Mode
  /** When the meeting was convened for; each delegation has a time zone and a city of its own. */
  readonly startsAt: Instant
  readonly languages: readonly string[]
  readonly theme: WordedFact
  /** In the order of the alternat. */
  readonly delegations: readonly DelegationFact[]
  readonly chairs: readonly PersonFact[]
  /** In the order they were read out. */
  readonly messages: readonly MessageFact[]
  /** Each side's last approved position, overall and per item. */
  readonly positions: readonly PositionFact[]
  /** In the order they were first taken up. */
  readonly items: readonly ItemFact[]
  /** In the order they were adopted. */
  readonly adopted: readonly AdoptedFact[]
  /** Present when the record was entered afterwards from published sources. */
  readonly retrospective?: { readonly sources: readonly PublishedSource[] }
}

/**
 * What the record of one meeting says that a release may repeat. The events must be those of one meeting log from its
 * first; a log that does not begin with `MeetingConvened` is a bug. Nothing private, drafted or merely planned is a fact:
 * people count who spoke, messages that were read, items that were taken up, positions their side approved.
 */
export const collectFacts = (events: Iterable<Recorded<ProceedingsEvent>>): ReleaseFacts => {
  const record = told(events)
  const convened = record.of('MeetingConvened')[0]
  if (convened === undefined) throw new Error('a meeting log begins with MeetingConvened')
  const { event } = convened
  const rescheduled = record.of('MeetingRescheduled').at(-1)
  const { retrospective } = event
  return {
    dialogue: event.dialogue,
    meeting: event.meeting,
    dialogueName: event.dialogueName,
    number: event.number,
    host: event.host,
    mode: event.mode,
    startsAt: rescheduled?.event.startsAt ?? event.startsAt,
    languages: event.languages,
    seqs: rescheduled === undefined ? [convened.seq] : [convened.seq, rescheduled.seq],
    theme: themeOf(record, undefined) ?? { words: event.theme, seqs: [convened.seq] },
    delegations: event.delegations.map((party) => delegationFact(record, party)),
    chairs: chairFacts(record),
    messages: messageFacts(record),
    positions: positionFacts(record),
    items: agendaFacts(record),
    adopted: adoptedFacts(record),
    ...(retrospective === undefined ? {} : { retrospective }),
  }
}

const delegationFact = (record: Told, party: Party): DelegationFact => {
  const head = headFact(record, party.id)
  const theme = themeOf(record, party.id)
  return { ...party, ...(head === undefined ? {} : { head }), ...(theme === undefined ? {} : { theme }) }
}

/** The last wording of the theme, common or a side's own. */
const themeOf = (record: Told, delegation: string | undefined): WordedFact | undefined => {
  const last = record.of('ThemeReworded').findLast(({ event }) => event.delegation === delegation)
  return last === undefined ? undefined : { words: last.event.theme, seqs: [last.seq] }
}

const positionFacts = (record: Told): readonly PositionFact[] => {
  const approved = record.of('PositionApproved')
  const standing = approved.filter(
    ({ event }, index) =>
      !approved
        .slice(index + 1)
        .some((later) => later.event.delegation === event.delegation && later.event.item === event.item),
  )
  return standing.map(({ seq, event: { delegation, item, position } }) => ({
    delegation,
    ...(item === undefined ? {} : { item }),
    position,
    seqs: [seq],
  }))
}
