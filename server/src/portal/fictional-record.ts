import type { DialogueEvent, Party } from '@parley/domain/dialogue/events'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { Localized } from '@parley/domain/words/language'
import { leafOf } from '../application/leaf.ts'
import { HASH, RELEASED, expression, published } from './fictional-releases.ts'
import type { EventStore } from '../ports/event-store.ts'

/** Dialogues between delegations that do not exist, for tests of what the public sees. */

export const MORNING = Date.UTC(2026, 4, 12, 6)
const MINUTE = 60_000
export const DAY = 86_400_000

const words = (zh: string, ru: string, en: string): Localized => ({ zh, ru, en })

const NORTH: Party = {
  id: 'north',
  name: words('北港市代表团', 'Делегация города Северная Гавань', 'Delegation of North Haven'),
  side: words('北港方', 'сторона Северной Гавани', 'the North Haven side'),
  city: words('北港', 'Северная Гавань', 'North Haven'),
  timeZone: 'Asia/Shanghai',
  language: 'zh',
}
const SOUTH: Party = {
  id: 'south',
  name: words('南湾市代表团', 'Делегация города Южный Залив', 'Delegation of South Bay'),
  side: words('南湾方', 'сторона Южного Залива', 'the South Bay side'),
  city: words('南湾', 'Южный Залив', 'South Bay'),
  timeZone: 'Europe/Moscow',
  language: 'ru',
}
const ISLES: Party = {
  id: 'isles',
  name: { en: 'Delegation of the Isles', fr: 'Délégation des Îles', ar: 'وفد الجزر' },
  city: { en: 'Port of the Isles', fr: 'Port-des-Îles', ar: 'ميناء الجزر' },
  timeZone: 'Africa/Algiers',
  language: 'ar',
}

/** One event and how many minutes after the one before it was recorded. */
type Step = ProceedingsEvent | { readonly minutes: number }

export type Fiction = {
  readonly dialogue: string
  readonly meeting: string
  readonly number: number
  readonly parties?: readonly Party[]
  readonly languages?: readonly string[]
  readonly startsAt?: number
  readonly retrospective?: boolean
  /** When its acts were recorded, if not from the start of the meeting on. */
  readonly enteredAt?: number
}

const people = (one: Party, two: Party): readonly Step[] => [
  accredit(
    'north-head',
    one.id,
    'head',
    words('林海', 'Линь Хай', 'Lin Hai'),
    words('北港市港务局局长', 'начальник порта Северной Гавани', 'Harbour Master of North Haven'),
  ),
  accredit(
    'north-region',
    one.id,
    'regional',
    words('白桦', 'Бай Хуа', 'Bai Hua'),
    words('东岸区区长', 'глава Восточного берега', 'Head of the East Bank'),
  ),
  accredit(
    'south-head',
    two.id,
    'head',
    words('奥尔洛夫', 'Пётр Орлов', 'Pyotr Orlov'),
    words('南湾市港口主任', 'директор порта Южного Залива', 'Port Director of South Bay'),
  ),
  accredit(
    'south-region',
    two.id,
    'regional',
    words('莉娜', 'Лина Ветрова', 'Lina Vetrova'),
    words('西岸区区长', 'глава Западного берега', 'Head of the West Bank'),
  ),
  accredit('presiding', one.id, 'delegate', words('石川', 'Ши Чуань', 'Shi Chuan')),
]

const AGENDA: readonly Step[] = [
  {
    type: 'ItemPlaced',
    position: 0,
    item: {
      kind: 'messages',
      id: 'letters',
      title: words('宣读贺信', 'Оглашение приветствий', 'Reading of messages'),
    },
  },
  {
    type: 'ItemPlaced',
    position: 1,
    item: {
      kind: 'topic',
      id: 'ice',
      title: words('冬季冰情', 'Ледовая обстановка', 'Ice in winter'),
      plannedMinutes: 20,
    },
  },
  {
    type: 'ItemPlaced',
    position: 2,
    item: { kind: 'topic', id: 'tugs', title: words('拖轮共用', 'Общие буксиры', 'Shared tugs') },
  },
  {
    type: 'ItemPlaced',
    position: 3,
    item: {
      kind: 'exchange',
      id: 'banks',
      title: words('两岸对谈', 'Беседа берегов', 'The banks talk'),
      between: ['north-region', 'south-region'],
    },
  },
  {
    type: 'ItemPlaced',
    position: 4,
    item: {
      kind: 'adoption',
      id: 'adopt',
      title: words('通过共识', 'Принятие консенсуса', 'Adoption of the consensus'),
    },
  },
  {
    type: 'TextOpened',
    text: 'consensus',
    title: words('会议共识', 'Консенсус заседания', 'Consensus of the meeting'),
    languages: ['zh', 'ru', 'en'],
  },
]

/** Up to the opening: who meets, on what, under whose chair. */
const preparation = ({
  dialogue,
  meeting,
  number,
  parties = [NORTH, SOUTH],
  languages,
  startsAt,
  retrospective,
}: Fiction): readonly Step[] => {
  const [one = NORTH, two = SOUTH] = parties
  return [
    {
      type: 'MeetingConvened',
      meeting,
      dialogue,
      dialogueName: words('两港对话', 'Диалог двух гаваней', 'Dialogue of the Two Havens'),
      number,
      host: one.id,
      delegations: [...parties],
      secretariats: [{ seat: 'office', person: { name: words('秘书', 'Секретарь', 'Secretary') } }],
      theme: words('港口之间的合作', 'Сотрудничество гаваней', 'Cooperation between havens'),
      mode: 'video',
      startsAt: startsAt ?? MORNING,
      languages: [...(languages ?? ['zh', 'ru', 'en'])],
      rulePack: 'bilateral/1',
      ...(retrospective === true
        ? {
            retrospective: {
              sources: [
                { title: 'Harbour Gazette', url: 'https://example.org/gazette' },
                {
                  title: 'Gazette du port',
                  publisher: 'Les Quais',
                  url: 'https://example.org/quais',
                  language: 'fr',
                },
              ],
            },
          }
        : {}),
    },
    {
      type: 'ThemeReworded',
      delegation: two.id,
      theme: words('海湾之间的往来', 'Связи заливов', 'Ties between bays'),
    },
    ...people(one, two),
    { type: 'ChairAppointed', seats: ['presiding'] },
    ...AGENDA,
  ]
}

const discussion = (one: Party, two: Party): readonly Step[] => [
  { type: 'MeetingOpened' },
  { type: 'ItemTakenUp', item: 'letters' },
  ...turn('t1', 'letters', 'north-head', one.id, 'message', 4),
  {
    type: 'MessageReadOut',
    message: 'letter-north',
    form: 'letter',
    author: { name: words('北港市长', 'Мэр Северной Гавани', 'Mayor of North Haven') },
    delegation: one.id,
    seat: 'north-head',
    turn: 't1',
  },
  ...turn('t2', 'letters', 'south-head', two.id, 'message', 3),
  {
    type: 'MessageReadOut',
    message: 'letter-south',
    form: 'greeting',
    author: { name: words('南湾市长', 'Мэр Южного Залива', 'Mayor of South Bay') },
    delegation: two.id,
    seat: 'south-head',
    turn: 't2',
  },
  { type: 'ItemConcluded', item: 'letters' },
  { type: 'ItemTakenUp', item: 'ice' },
  ...turn('t3', 'ice', 'north-head', one.id, 'report', 12),
  ...turn('t4', 'ice', 'south-head', two.id, 'statement', 9),
  {
    type: 'NoteEntered',
    item: 'ice',
    body: words('冰图下次会议前交换。', 'Карты льда будут переданы.', 'Ice charts will be exchanged.'),
  },
  { type: 'ItemConcluded', item: 'ice' },
  { type: 'ItemTakenUp', item: 'banks' },
  ...turn('t5', 'banks', 'north-region', one.id, 'exchange', 5),
  ...turn('t6', 'banks', 'south-region', two.id, 'exchange', 6),
  { type: 'ItemConcluded', item: 'banks' },
]

const adoption = (one: Party, two: Party): readonly Step[] => [
  { type: 'ItemTakenUp', item: 'adopt' },
  {
    type: 'TextAdopted',
    text: 'consensus',
    root: HASH,
    title: words('会议共识', 'Консенсус заседания', 'Consensus of the meeting'),
    languages: ['zh', 'ru', 'en'],
    blocks: 1,
    mode: 'consensus',
    adReferendum: [two.id],
  },
  {
    type: 'BlockAdopted',
    text: 'consensus',
    index: 0,
    block: 'one',
    kind: 'paragraph',
    version: HASH,
    body: {
      zh: inline('双方共用拖轮。'),
      ru: inline('Стороны делят буксиры.'),
      en: inline('The sides share their tugs.'),
    },
  },
  {
    type: 'StatementAttached',
    text: 'consensus',
    statement: 's1',
    delegation: two.id,
    kind: 'reservation',
    body: words('冬季除外。', 'Кроме зимы.', 'Except in winter.'),
  },
  { type: 'TextSigned', text: 'consensus', root: HASH, delegation: one.id, seat: 'north-head' },
  { type: 'ItemConcluded', item: 'adopt' },
  { type: 'MeetingAdjourned' },
]

const inline = (s: string) => [{ t: 'text' as const, s }]

const accredit = (
  seat: string,
  delegation: string,
  role: 'head' | 'regional' | 'delegate',
  name: Localized,
  office?: Localized,
): Step => ({
  type: 'PersonAccredited',
  seat,
  delegation,
  role,
  person: { name, ...(office === undefined ? {} : { office }) },
})

const turn = (
  id: string,
  item: string,
  seat: string,
  delegation: string,
  kind: 'message' | 'report' | 'statement' | 'exchange',
  minutes: number,
): readonly Step[] => [
  { type: 'FloorGiven', turn: id, item, seat, delegation, kind, limitSeconds: 600 },
  { minutes },
  {
    type: 'FloorReturned',
    turn: id,
    usedMs: minutes * MINUTE,
    overtimeMs: Math.max(0, minutes - 10) * MINUTE,
    ended: 'by-speaker',
  },
]

/** Writes a meeting onto its log, and the log of its dialogue if that is new. */
export const hold = async (
  store: EventStore,
  fiction: Fiction,
  after: readonly ProceedingsEvent[] = RELEASED,
): Promise<void> => {
  const { dialogue, meeting, number, parties = [NORTH, SOUTH], startsAt = MORNING } = fiction
  const [one = NORTH, two = SOUTH] = parties
  const log = `dialogue/${dialogue}`
  const size = await store.size(log)
  const founded: DialogueEvent = {
    type: 'DialogueFounded',
    dialogue,
    name: words('两港对话', 'Диалог двух гаваней', 'Dialogue of the Two Havens'),
    parties: [...parties],
    languages: ['zh', 'ru', 'en'],
    rulePack: 'bilateral/1',
    secretariats: [{ seat: 'office', person: { name: words('秘书', 'Секретарь', 'Secretary') } }],
  }
  const numbered: DialogueEvent = { type: 'MeetingNumbered', meeting, number, host: 'north' }
  const events = size === 0 ? [founded, numbered] : [numbered]
  const leaves = events.map((event, place) =>
    leafOf(log, { seq: size + place, at: startsAt, by: { operator: true }, event }),
  )
  await store.append([{ log, expectedSize: size, leaves }])
  await record(store, `meeting/${dialogue}/${meeting}`, fiction.enteredAt ?? startsAt, [
    ...preparation(fiction),
    ...discussion(one, two),
    ...adoption(one, two),
    ...after,
  ])
}

/** Appends events to a meeting's log, a second apart. */
export const record = async (
  store: EventStore,
  log: string,
  from: number,
  steps: readonly Step[],
): Promise<void> => {
  const size = await store.size(log)
  let at = from
  const leaves: Uint8Array[] = []
  for (const step of steps) {
    if ('minutes' in step) at += step.minutes * MINUTE
    else {
      at += 1000
      leaves.push(leafOf(log, { seq: size + leaves.length, at, by: { seat: 'office' }, event: step }))
    }
  }
  await store.append([{ log, expectedSize: size, leaves }])
}

export const TRILATERAL: readonly Party[] = [NORTH, SOUTH, ISLES]

/** Three meetings of two dialogues, the last edition of one corrected. */
export const holdHavens = async (store: EventStore): Promise<void> => {
  await hold(store, {
    dialogue: 'havens',
    meeting: 'm7',
    number: 7,
    startsAt: MORNING - 300 * DAY,
    retrospective: true,
  })
  await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
    ...RELEASED,
    published('en', 2, expression('The two havens met', 'Lin Hai read out the letter.', 'The sides spoke.'), {
      correction: 'The first edition named the wrong bank.',
    }),
  ])
  const three = {
    dialogue: 'three-sides',
    meeting: 'first',
    number: 1,
    parties: TRILATERAL,
    languages: ['en', 'fr'],
  }
  await hold(store, three, [
    published('en', 1, expression('Three sides met', 'They talked.')),
    published('fr', 1, expression('Trois parties se sont réunies', 'Elles ont parlé.')),
  ])
}
