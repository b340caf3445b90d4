import type {
  PublicDialogue,
  PublicItem,
  PublicMeeting,
  PublicRelease,
  PublicText,
} from '../application/archive/public-record.ts'
import { currentEdition } from '../application/archive/public-record.ts'
import { type Explainer, addresses } from './addresses.ts'
import { duration, hostZone } from './moment.ts'
import type { Picture } from './parts/pictures.ts'
import { type PersonFile, peopleOf, personIn } from './people.ts'
import { type Reader, capitalised, meetingName } from './reader.ts'
import { languagesOf } from './site.ts'
import { timesUsed } from './times.ts'

export type WorkKind =
  | 'release'
  | 'meeting'
  | 'text'
  | 'exchange'
  | 'times'
  | 'person'
  | 'topic'
  | 'explainer'

/** A work's wording for one reader. */
export type Wording = { readonly title: string; readonly body: string; readonly path: string }

/** Something a reader can find or be led to, once whatever the number of its languages. */
export type Work = {
  readonly id: string
  readonly kind: WorkKind
  readonly meeting: PublicMeeting | undefined
  /** The day it belongs to, with the zone that day is counted in; explainers have none. */
  readonly day: { readonly at: number; readonly timeZone: string } | undefined
  /** What it has in common with others: its dialogue, meeting and people. */
  readonly facts: readonly string[]
  readonly picture: Picture
  /** The languages it can be read in; `undefined` when it can in all of the site's. */
  readonly languages: readonly string[] | undefined
  readonly worded: (reader: Reader) => Wording
}

/** Everything public of one meeting that can be found, people left out. */
export const worksOfMeeting = (meeting: PublicMeeting): readonly Work[] => [
  ...meeting.releases.map((release) => releaseWork(meeting, release)),
  recordWork(meeting),
  ...meeting.texts.filter(({ adopted }) => adopted !== undefined).map((text) => textWork(meeting, text)),
  ...timesWork(meeting),
  ...meeting.items.flatMap((item, place) => itemWork(meeting, item, place)),
]

export const worksOfPeople = (dialogue: PublicDialogue): readonly Work[] => peopleOf(dialogue).map(personWork)

const day = (meeting: PublicMeeting, at: number) => ({ at, timeZone: hostZone(meeting) })

const factsOf = (meeting: PublicMeeting, seats: readonly string[]): readonly string[] => [
  `dialogue/${meeting.dialogue}`,
  `meeting/${meeting.dialogue}/${meeting.meeting}`,
  ...seats.flatMap((seat) => Object.values(personIn(meeting, seat)?.person.name ?? {})),
]

const releaseWork = (meeting: PublicMeeting, release: PublicRelease): Work => ({
  id: `release/${meeting.dialogue}/${meeting.meeting}/${release.release}`,
  kind: 'release',
  meeting,
  day: day(meeting, release.publishedAt),
  facts: factsOf(
    meeting,
    meeting.people.map(({ seat }) => seat),
  ),
  picture: { kind: 'page' },
  languages: languagesOf(release),
  worded: (reader) => {
    const version = release.versions.find(({ language }) => language === reader.language)
    const expression = version === undefined ? undefined : currentEdition(version)?.expression
    const paragraphs = expression?.paragraphs.map(({ text }) => text) ?? []
    return {
      title: expression?.headline ?? '',
      body: [...(expression?.deck === undefined ? [] : [expression.deck]), ...paragraphs].join('\n'),
      path: addresses.release(reader.language, meeting, release),
    }
  },
})

const recordWork = (meeting: PublicMeeting): Work => ({
  id: `meeting/${meeting.dialogue}/${meeting.meeting}`,
  kind: 'meeting',
  meeting,
  day: day(meeting, meeting.heldAt),
  facts: factsOf(meeting, []),
  picture: { kind: 'number', number: meeting.number },
  languages: undefined,
  worded: (reader) => ({
    title: reader.word('portal.work-record', { meeting: meetingName(reader, meeting.number) }),
    body: sentences(reader, [
      reader.plain(meeting.theme),
      ...meeting.items.map(({ item }) => reader.plain(item.title)),
      ...meeting.messages.map(({ author }) => reader.plain(author.name)),
    ]),
    path: addresses.meeting(reader.language, meeting),
  }),
})

const textWork = (meeting: PublicMeeting, text: PublicText): Work => ({
  id: `text/${meeting.dialogue}/${meeting.meeting}/${text.text}`,
  kind: 'text',
  meeting,
  day: day(meeting, text.adopted?.at ?? meeting.heldAt),
  facts: factsOf(meeting, []),
  picture: { kind: 'text', columns: text.languages.length },
  languages: undefined,
  worded: (reader) => ({
    title: capitalised(reader.plain(text.title)),
    body: text.adopted?.blocks.map(({ body }) => blockText(reader, body)).join('\n') ?? '',
    path: addresses.text(reader.language, meeting, text.text),
  }),
})

const blockText = (
  reader: Reader,
  body: Readonly<Record<string, readonly { readonly s: string }[]>>,
): string =>
  reader.plain(
    Object.fromEntries(
      Object.entries(body).map(([language, inlines]) => [language, inlines.map(({ s }) => s).join('')]),
    ),
  )

const timesWork = (meeting: PublicMeeting): readonly Work[] => {
  const times = timesUsed(meeting)
  if (times === undefined) return []
  const longest = Math.max(...times.items.flatMap(({ used }) => used.byDelegation), 1)
  return [
    {
      id: `times/${meeting.dialogue}/${meeting.meeting}`,
      kind: 'times',
      meeting,
      day: day(meeting, meeting.heldAt),
      facts: factsOf(meeting, []),
      picture: {
        kind: 'times',
        shares: times.items.map(({ used }) => used.byDelegation.map((ms) => ms / longest)),
      },
      languages: undefined,
      worded: (reader) => ({
        title: reader.word('portal.work-times', { meeting: meetingName(reader, meeting.number) }),
        body: sentences(
          reader,
          meeting.delegations.map((party, place) =>
            reader.word('portal.work-times-of', {
              side: reader.plain(party.side ?? party.name),
              time: duration(reader, times.whole.byDelegation[place] ?? 0),
            }),
          ),
        ),
        path: `${addresses.meeting(reader.language, meeting)}#times`,
      }),
    },
  ]
}

const itemWork = (meeting: PublicMeeting, { item, turns }: PublicItem, place: number): readonly Work[] => {
  if (item.kind !== 'topic' && item.kind !== 'exchange') return []
  const seats = item.kind === 'exchange' ? item.between : [...new Set(turns.map(({ seat }) => seat))]
  return [
    {
      id: `item/${meeting.dialogue}/${meeting.meeting}/${item.id}`,
      kind: item.kind,
      meeting,
      day: day(meeting, meeting.heldAt),
      facts: factsOf(meeting, seats),
      picture: item.kind === 'exchange' ? { kind: 'regions' } : { kind: 'agenda', place },
      languages: undefined,
      worded: (reader) => ({
        title: capitalised(reader.plain(item.title)),
        body: sentences(reader, [
          ...seats.flatMap((seat) => presented(reader, meeting, seat) ?? []),
          meetingOf(reader, meeting),
        ]),
        path: `${addresses.meeting(reader.language, meeting)}#item-${item.id}`,
      }),
    },
  ]
}

const presented = (reader: Reader, meeting: PublicMeeting, seat: string): string | undefined => {
  const person = personIn(meeting, seat)?.person
  if (person === undefined) return undefined
  const name = reader.plain(person.name)
  return person.office === undefined
    ? name
    : reader.word('portal.person-office', { name, office: reader.plain(person.office) })
}

const personWork = ({ dialogue, appearances }: PersonFile): Work => {
  const [{ meeting, as }] = appearances
  return {
    id: `person/${dialogue}/${meeting.meeting}/${as.seat}`,
    kind: 'person',
    meeting,
    day: day(meeting, meeting.heldAt),
    facts: [
      `dialogue/${dialogue}`,
      ...appearances.map((appearance) => `meeting/${dialogue}/${appearance.meeting.meeting}`),
      ...Object.values(as.person.name),
    ],
    picture: { kind: 'initial', name: Object.values(as.person.name)[0] ?? '' },
    languages: undefined,
    worded: (reader) => ({
      title: reader.word('portal.work-person', { name: reader.plain(as.person.name) }),
      body: sentences(reader, [
        ...(as.person.office === undefined ? [] : [reader.plain(as.person.office)]),
        ...appearances.map((appearance) => meetingOf(reader, appearance.meeting)),
      ]),
      path: addresses.person(reader.language, meeting, as.seat),
    }),
  }
}

const EXPLAINED: readonly {
  readonly explainer: Explainer
  readonly words: 'verify' | 'authentic' | 'consensus'
  readonly picture: Picture
}[] = [
  { explainer: 'verify', words: 'verify', picture: { kind: 'tree' } },
  { explainer: 'equally-authentic', words: 'authentic', picture: { kind: 'equal' } },
  { explainer: 'consensus', words: 'consensus', picture: { kind: 'circle' } },
]

/** The pages that explain how the record works; they are there whatever was published. */
export const explainerWorks = (): readonly Work[] => [
  ...EXPLAINED.map(({ explainer, words, picture }) =>
    explained(explainer, picture, (reader) => ({
      title: reader.word(`portal.${words}-title`),
      body: reader.word(`portal.${words}-lead`),
      path: addresses.explainer(reader.language, explainer),
    })),
  ),
  explained('corrections', { kind: 'correction' }, (reader) => ({
    title: reader.word('portal.corrections-policy'),
    body: reader.word('portal.corrections-lead'),
    path: `${addresses.corrections(reader.language)}#policy`,
  })),
]

const explained = (id: string, picture: Picture, worded: (reader: Reader) => Wording): Work => ({
  id: `explainer/${id}`,
  kind: 'explainer',
  meeting: undefined,
  day: undefined,
  facts: [],
  picture,
  languages: undefined,
  worded,
})

/** A meeting with its dialogue, on one line. */
const meetingOf = (reader: Reader, { number, dialogueName }: PublicMeeting): string =>
  reader.word('portal.meeting-of', {
    meeting: meetingName(reader, number),
    dialogue: reader.plain(dialogueName),
  })

const sentences = (reader: Reader, parts: readonly string[]): string =>
  [...new Set(parts)].filter((part) => part !== '').join(reader.catalogue === 'zh' ? '；' : '; ')
