import type { Recorded } from '@parley/domain/decider'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { collectFacts } from '@parley/domain/release/facts'
import type { ReleaseFacts } from '@parley/domain/release/facts'
import type { Person } from '@parley/domain/words/identity'

/* Meetings between fictional delegations, for the tests of the writers. */

const HASH = 'a'.repeat(64)

const words = (zh: string, ru: string, en: string) => ({ zh, ru, en })

const north = {
  id: 'north',
  name: words('北岸委员会', 'Совет Северного берега', 'Council of the North Shore'),
  side: words('北岸方面', 'северная сторона', 'the northern side'),
  city: words('松城', 'Сосновск', 'Pinetown'),
  timeZone: 'Asia/Shanghai',
  language: 'zh',
}
const south = {
  id: 'south',
  name: words('南岸议会', 'Палата Южного берега', 'Assembly of the South Shore'),
  side: words('南岸方面', 'южная сторона', 'the southern side'),
  city: words('帆港', 'Парусный', 'Sailhaven'),
  timeZone: 'Europe/Moscow',
  language: 'ru',
}
const island = {
  id: 'island',
  name: words('岛屿联盟', 'Островной союз', 'Island Union'),
  city: words('灯塔镇', 'Маячный', 'Lighthouse'),
  timeZone: 'Pacific/Auckland',
  language: 'en',
}

type Convened = Extract<ProceedingsEvent, { type: 'MeetingConvened' }>

/** 1 March 2030, 18:00 UTC: the 2nd already on the northern side. */
export const convened = (changes: Partial<Convened> = {}): Convened => ({
  type: 'MeetingConvened',
  meeting: 'twenty-first',
  dialogue: 'shores',
  dialogueName: words('两岸湖泊对话', 'Диалог двух берегов', 'Two Shores Dialogue'),
  number: 21,
  host: 'north',
  delegations: [north, south],
  secretariats: [{ seat: 'desk', person: { name: words('秘书处', 'Секретариат', 'Secretariat') } }],
  theme: words(
    '“清水”与湖区的未来',
    'Чистая вода и будущее «озёрного края»',
    'Clean water and the future of the “lake country”',
  ),
  mode: 'video',
  startsAt: 1_898_618_400_000,
  languages: ['zh', 'ru', 'en'],
  rulePack: 'bilateral/1',
  ...changes,
})

export const trilateral = (changes: Partial<Convened> = {}): Convened =>
  convened({ number: 3, delegations: [north, south, island], mode: 'in-person', ...changes })

const berg: Person = {
  name: words('林安', 'Анна Берг', 'Anna Berg'),
  office: words(
    '北岸委员会主席',
    'председатель Совета Северного берега',
    'Chair of the Council of the North Shore',
  ),
  gender: 'feminine',
}
const olm: Person = {
  name: words('奥尔姆', 'И. И. Ольм', 'Ivan Olm'),
  office: words('南岸议会议长', 'спикер Палаты Южного берега', 'Speaker of the Assembly of the South Shore'),
  gender: 'masculine',
}
const wen: Person = {
  name: words('温蒂', 'Венди Райт', 'Wendy Wright'),
  office: words(
    '岛屿联盟秘书长',
    'генеральный секретарь Островного союза',
    'Secretary-General of the Island Union',
  ),
}
const kim: Person = {
  name: words('金河', 'Ким Хэ', 'Kim He'),
  office: words('松城市长', 'мэр города Сосновск', 'Mayor of Pinetown'),
  gender: 'masculine',
}
const vale: Person = {
  name: words('薇拉', 'Вера Лес', 'Vera Les'),
  office: words('帆港市长', 'мэр города Парусный', 'Mayor of Sailhaven'),
  gender: 'feminine',
}
const queen: Person = {
  name: words('海伦', 'Хелен', 'Helen'),
  office: words('北岸总理', 'премьер-министр Северного берега', 'Prime Minister of the North Shore'),
  gender: 'feminine',
}
const president: Person = {
  name: words('伯格', 'Пётр Бор', 'Peter Bor'),
  office: words('南岸总统', 'президент Южного берега', 'President of the South Shore'),
}

export const seated = (
  seat: string,
  person: Person,
  role: 'head' | 'delegate' | 'regional' | 'officer',
  delegation?: string,
): ProceedingsEvent => ({
  type: 'PersonAccredited',
  seat,
  role,
  person,
  ...(delegation === undefined ? {} : { delegation }),
})

export const PEOPLE: readonly ProceedingsEvent[] = [
  seated('n1', berg, 'head', 'north'),
  seated('s1', olm, 'head', 'south'),
  seated('n2', kim, 'regional', 'north'),
  seated('s2', vale, 'regional', 'south'),
]
export const ISLAND_HEAD: ProceedingsEvent = seated('i1', wen, 'head', 'island')

export const taken = (
  kind: 'topic' | 'remarks' | 'messages' | 'adoption',
  id: string,
  title: Record<string, string>,
): readonly ProceedingsEvent[] => [
  { type: 'ItemPlaced', position: 0, item: { kind, id, title } },
  { type: 'ItemTakenUp', item: id },
]

export const spoke = (turn: string, item: string, seat: string): readonly ProceedingsEvent[] => [
  { type: 'FloorGiven', turn, item, seat, kind: 'statement', limitSeconds: 300 },
  { type: 'FloorReturned', turn, usedMs: 1000, overtimeMs: 0, ended: 'by-speaker' },
]

export const read = (
  delegation: 'north' | 'south',
  seat: string,
  form: 'letter' | 'greeting' | 'telegram' = 'letter',
): ProceedingsEvent => ({
  type: 'MessageReadOut',
  message: `of-${delegation}`,
  form,
  author: delegation === 'north' ? queen : president,
  delegation,
  seat,
  turn: `reading-${seat}`,
})

export const approved = (
  delegation: string,
  position: Record<string, string>,
  item?: string,
): ProceedingsEvent => ({
  type: 'PositionApproved',
  delegation,
  position,
  ...(item === undefined ? {} : { item }),
})

export const adopted = (
  changes: Partial<Extract<ProceedingsEvent, { type: 'TextAdopted' }>> = {},
): ProceedingsEvent => ({
  type: 'TextAdopted',
  text: 'consensus',
  root: HASH,
  title: words(
    '两岸第二十一次会议共识',
    'Консенсус двадцать первого заседания',
    'Consensus of the Twenty-first Meeting',
  ),
  languages: ['zh', 'ru'],
  blocks: 3,
  mode: 'consensus',
  adReferendum: [],
  ...changes,
})

export const attached = (
  delegation: string,
  kind: 'reservation' | 'declaration',
  statement: string = kind,
): ProceedingsEvent => ({
  type: 'StatementAttached',
  text: 'consensus',
  statement,
  delegation,
  kind,
  body: words('但', 'Но', 'But'),
})

export const signed = (delegation: string, seat: string): ProceedingsEvent => ({
  type: 'TextSigned',
  text: 'consensus',
  root: HASH,
  delegation,
  seat,
})

export const factsOf = (...events: readonly ProceedingsEvent[]): ReleaseFacts =>
  collectFacts(recordOf(events))

const recordOf = (events: readonly ProceedingsEvent[]): readonly Recorded<ProceedingsEvent>[] =>
  events.map((event, seq) => ({ seq, at: seq, by: { seat: 'desk' }, event }))

/** A whole bilateral meeting: letters, positions, two topics, an exchange of mayors, a chair, an adopted text. */
export const WHOLE: readonly ProceedingsEvent[] = [
  convened(),
  ...PEOPLE,
  { type: 'ChairAppointed', seats: ['n1', 's1'] },
  { type: 'ThemeReworded', theme: { ru: 'Вода, общая для двух берегов' }, delegation: 'south' },
  read('north', 'n1'),
  read('south', 's1'),
  ...taken('topic', 'water', words('饮用水安全', 'Безопасность питьевой воды', 'Safe drinking water')),
  ...spoke('t1', 'water', 'n1'),
  ...spoke('t2', 'water', 's1'),
  ...taken('topic', 'fish', words('渔业资源', 'Рыбные запасы', 'Fish stocks')),
  ...spoke('t3', 'fish', 's2'),
  {
    type: 'ItemPlaced',
    position: 2,
    item: {
      kind: 'exchange',
      id: 'cities',
      title: words('两城往来', 'Связи двух городов', 'Ties between the two cities'),
      between: ['n2', 's2'],
    },
  },
  { type: 'ItemTakenUp', item: 'cities' },
  ...spoke('t4', 'cities', 'n2'),
  ...spoke('t5', 'cities', 's2'),
  adopted(),
  { type: 'MeetingAdjourned' },
  attached('south', 'reservation'),
  signed('north', 'n1'),
  signed('south', 's1'),
  approved(
    'north',
    words(
      '愿同南岸共享水质数据',
      'Северный берег готов делиться данными о воде',
      'It is ready to share data on water.',
    ),
  ),
  approved(
    'south',
    words('主张先行治理支流。', 'Начать следует с притоков.', 'Work should begin with the tributaries'),
  ),
]
