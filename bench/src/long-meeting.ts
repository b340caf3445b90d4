import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { canonicalBytes } from '@parley/record/canonical'

const BEGAN = 1_930_000_000_000
const LOG = 'meeting/bench/long'

const person = (name: string) => ({ name: { zh: `${name}同志`, ru: `Делегат ${name}` } })

const opening = (): readonly ProceedingsEvent[] => [
  {
    type: 'MeetingConvened',
    meeting: 'long',
    dialogue: 'bench',
    dialogueName: { zh: '河流论坛', ru: 'Речной форум' },
    number: 1,
    host: 'north',
    theme: { zh: '关于流域', ru: 'О бассейне реки' },
    mode: 'video',
    startsAt: BEGAN,
    languages: ['zh', 'ru'],
    rulePack: 'bilateral/1',
    delegations: [
      {
        id: 'north',
        name: { zh: '北方', ru: 'Север' },
        city: { zh: '北城', ru: 'Северск' },
        timeZone: 'Asia/Shanghai',
        language: 'zh',
      },
      {
        id: 'south',
        name: { zh: '南方', ru: 'Юг' },
        city: { zh: '南城', ru: 'Южный' },
        timeZone: 'Europe/Moscow',
        language: 'ru',
      },
    ],
    secretariats: [{ seat: 'office', person: person('O') }],
  },
  { type: 'PersonAccredited', seat: 'north-head', delegation: 'north', role: 'head', person: person('N') },
  { type: 'PersonAccredited', seat: 'south-head', delegation: 'south', role: 'head', person: person('S') },
  { type: 'ChairAppointed', seats: ['north-head'] },
  {
    type: 'ItemPlaced',
    item: { kind: 'topic', id: 'topic', title: { zh: '议题', ru: 'Тема' } },
    position: 0,
  },
  { type: 'MeetingOpened' },
  { type: 'ItemTakenUp', item: 'topic' },
]

/** One exchange of turns: six events, as a lively debate records them. */
const round = (n: number): readonly ProceedingsEvent[] =>
  (['north', 'south'] as const).flatMap((delegation, side): readonly ProceedingsEvent[] => {
    const number = 2 * n + side + 1
    const seat = `${delegation}-head`
    return [
      { type: 'FloorRequested', request: `r${number}`, item: 'topic', seat, delegation, kind: 'statement' },
      {
        type: 'FloorGiven',
        turn: `t${number}`,
        item: 'topic',
        seat,
        delegation,
        kind: 'statement',
        limitSeconds: 300,
        request: `r${number}`,
      },
      { type: 'FloorReturned', turn: `t${number}`, usedMs: 61_000, overtimeMs: 0, ended: 'by-speaker' },
    ]
  })

function* endlessDebate(): Generator<ProceedingsEvent> {
  yield* opening()
  for (let n = 0; ; n++) yield* round(n)
}

/** The leaves of a meeting of `size` events in which two delegations debate without end. */
export function* longMeeting(size: number): Generator<Uint8Array> {
  let seq = 0
  for (const { type, ...data } of endlessDebate()) {
    if (seq === size) return
    yield canonicalBytes({
      v: 1,
      log: LOG,
      seq,
      at: BEGAN + 1000 * seq,
      type,
      by: { seat: 'north-head' },
      data,
    })
    seq++
  }
}

export const LONG_MEETING_LOG = LOG
