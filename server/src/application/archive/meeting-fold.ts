import type { MeetingConvened } from '@parley/domain/meeting/events'
import type { Recorded } from '@parley/domain/decider'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { Localized, LocalizedPassage } from '@parley/domain/words/language'
import type * as z from 'zod'
import type { PublicItem, PublicMeeting, PublicMessage, PublicPerson, PublicTurn } from './public-record.ts'

type Folded = Omit<PublicMeeting, 'texts' | 'releases' | 'sizeAtLastEdition'>
type Changeable<T> = { -readonly [Key in keyof T]: T[Key] }
type ItemDraft = Changeable<Omit<PublicItem, 'turns' | 'notes'>> & {
  readonly turns: Changeable<PublicTurn>[]
  readonly notes: LocalizedPassage[]
}

type Draft = {
  readonly convened: z.infer<typeof MeetingConvened>
  theme: Localized
  startsAt: number
  readonly themeOf: Record<string, Localized>
  readonly people: Map<string, PublicPerson>
  chair: readonly string[]
  agenda: string[]
  readonly items: Map<string, ItemDraft>
  readonly turns: Map<string, Changeable<PublicTurn>>
  readonly messages: PublicMessage[]
  readonly notes: LocalizedPassage[]
  openedAt?: number
  adjournedAt?: number
}

/** Folds what is public of preparation, sitting, floor and messages. */
export const createMeetingFold = (): {
  readonly take: (recorded: Recorded<ProceedingsEvent>) => void
  readonly folded: () => Folded | undefined
} => {
  let draft: Draft | undefined
  return {
    take: (recorded) => {
      if (recorded.event.type === 'MeetingConvened') draft ??= draftOf(recorded.event)
      else if (draft !== undefined) {
        prepare(draft, recorded)
        sit(draft, recorded)
        giveFloor(draft, recorded)
      }
    },
    folded: () => (draft === undefined ? undefined : finish(draft)),
  }
}

const draftOf = (convened: z.infer<typeof MeetingConvened>): Draft => ({
  convened,
  theme: convened.theme,
  startsAt: convened.startsAt,
  themeOf: {},
  people: new Map(),
  chair: [],
  agenda: [],
  items: new Map(),
  turns: new Map(),
  messages: [],
  notes: [],
})

const prepare = (draft: Draft, { event }: Recorded<ProceedingsEvent>): void => {
  if (event.type === 'ThemeReworded') {
    if (event.delegation === undefined) draft.theme = event.theme
    else draft.themeOf[event.delegation] = event.theme
  } else if (event.type === 'MeetingRescheduled') draft.startsAt = event.startsAt
  else if (event.type === 'PersonAccredited') {
    const { type: _, ...accredited } = event
    draft.people.set(event.seat, { ...accredited, active: true })
  } else if (event.type === 'AccreditationWithdrawn') {
    const person = draft.people.get(event.seat)
    if (person !== undefined) draft.people.set(event.seat, { ...person, active: false })
  } else if (event.type === 'ChairAppointed') draft.chair = event.seats
  else if (event.type === 'ItemPlaced') {
    draft.agenda.splice(event.position, 0, event.item.id)
    draft.items.set(event.item.id, { item: event.item, status: 'ahead', turns: [], notes: [] })
  } else if (event.type === 'ItemAmended') {
    const placed = draft.items.get(event.item.id)
    if (placed !== undefined) placed.item = event.item
  } else if (event.type === 'ItemMoved') {
    draft.agenda = draft.agenda.filter((item) => item !== event.item)
    draft.agenda.splice(event.position, 0, event.item)
  } else if (event.type === 'ItemRemoved') {
    draft.agenda = draft.agenda.filter((item) => item !== event.item)
    draft.items.delete(event.item)
  }
}

const sit = (draft: Draft, { at, event }: Recorded<ProceedingsEvent>): void => {
  if (event.type === 'MeetingOpened') draft.openedAt ??= at
  else if (event.type === 'MeetingAdjourned') draft.adjournedAt = at
  else if (event.type === 'ItemTakenUp') {
    const item = draft.items.get(event.item)
    if (item !== undefined) Object.assign(item, { status: 'taken-up', takenUpAt: item.takenUpAt ?? at })
  } else if (event.type === 'ItemConcluded') {
    const item = draft.items.get(event.item)
    if (item !== undefined) Object.assign(item, { status: 'concluded', concludedAt: at })
  } else if (event.type === 'NoteEntered') {
    const item = event.item === undefined ? undefined : draft.items.get(event.item)
    ;(item ?? draft).notes.push(event.body)
  }
}

const giveFloor = (draft: Draft, { at, event }: Recorded<ProceedingsEvent>): void => {
  if (event.type === 'FloorGiven') {
    const { type: _, request: __, message: ___, ...given } = event
    const turn: Changeable<PublicTurn> = { ...given, givenAt: at }
    draft.turns.set(event.turn, turn)
    draft.items.get(event.item)?.turns.push(turn)
  } else if (event.type === 'TimeExtended') {
    const turn = draft.turns.get(event.turn)
    if (turn !== undefined) turn.limitSeconds += event.bySeconds
  } else if (event.type === 'FloorReturned') {
    const turn = draft.turns.get(event.turn)
    if (turn !== undefined && draft.convened.retrospective === undefined)
      turn.used = { usedMs: event.usedMs, overtimeMs: event.overtimeMs }
  } else if (event.type === 'MessageReadOut') {
    const { message, form, author, delegation, seat } = event
    draft.messages.push({ message, form, author, delegation, reader: seat })
  }
}

const finish = (draft: Draft): Folded => {
  const { convened, items, agenda, people } = draft
  return {
    dialogue: convened.dialogue,
    meeting: convened.meeting,
    dialogueName: convened.dialogueName,
    number: convened.number,
    host: convened.host,
    theme: draft.theme,
    themeOf: draft.themeOf,
    mode: convened.mode,
    startsAt: draft.startsAt,
    languages: convened.languages,
    rulePack: convened.rulePack,
    ...(convened.retrospective === undefined ? {} : { retrospective: convened.retrospective }),
    delegations: convened.delegations,
    people: [...people.values()],
    chair: draft.chair,
    items: agenda.flatMap((id) => items.get(id) ?? []),
    messages: draft.messages,
    notes: draft.notes,
    heldAt: convened.retrospective === undefined ? (draft.openedAt ?? draft.startsAt) : draft.startsAt,
    ...(draft.adjournedAt === undefined ? {} : { adjournedAt: draft.adjournedAt }),
  }
}
