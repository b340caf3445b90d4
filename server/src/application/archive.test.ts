import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { settableClock, type SettableClock } from '../adapters/memory/settable-clock.ts'
import { DAY, MORNING, hold, record } from '../portal/fictional-record.ts'
import { EN_RELEASE, RELEASED, published } from '../portal/fictional-releases.ts'
import type { EventStore } from '../ports/event-store.ts'
import { type Archive, createArchive } from './archive.ts'
import type { PublicMeeting } from './archive/public-record.ts'

let store: EventStore
let clock: SettableClock
let archive: Archive

beforeEach(() => {
  store = memoryEventStore()
  clock = settableClock(MORNING + DAY)
})
afterEach(async () => {
  archive.close()
  await store.close()
})

const open = async (): Promise<void> => {
  archive = await createArchive(store, clock)
}

const meetings = (): readonly PublicMeeting[] =>
  archive.now().dialogues.flatMap((dialogue) => dialogue.meetings)
const only = (): PublicMeeting => {
  const [meeting, ...others] = meetings()
  if (meeting === undefined || others.length > 0) throw new Error('not exactly one meeting')
  return meeting
}

describe('the archive', () => {
  it('holds at its start all that was recorded before', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm7', number: 7 })
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 })
    await hold(store, { dialogue: 'other', meeting: 'm1', number: 1 })
    await open()
    expect(archive.now().dialogues.map(({ dialogue }) => dialogue)).toEqual(['havens', 'other'])
    expect(meetings().map(({ meeting }) => meeting)).toEqual(['m8', 'm7', 'm1'])
  })

  it('gives the same record until something public changes', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 })
    await open()
    const before = archive.now()
    await record(store, 'meeting/havens/m8', MORNING + DAY, [
      { type: 'ReleaseCleared', release: 'r1', language: 'en', hash: 'cd'.repeat(32), delegation: 'north' },
    ])
    await archive.discover()
    expect(archive.now()).toBe(before)
    await record(store, 'meeting/havens/m8', MORNING + DAY, [
      {
        type: 'TextSigned',
        text: 'consensus',
        root: 'ab'.repeat(32),
        delegation: 'south',
        seat: 'south-head',
      },
    ])
    await archive.discover()
    expect(archive.now().version).toBe(before.version + 1)
    expect(only().texts[0]?.signed).toHaveLength(2)
  })

  it('makes only the meeting anew that changed', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm7', number: 7 })
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 })
    await open()
    const [eighth, seventh] = meetings()
    await record(store, 'meeting/havens/m8', MORNING + DAY, [published('en', 2, EN_RELEASE)])
    await archive.discover()
    expect(meetings()[1]).toBe(seventh)
    expect(meetings()[0]).not.toBe(eighth)
  })

  it('says when time alone will change the record, and changes it then', async () => {
    const lifts = [MORNING + 3 * DAY, MORNING + 5 * DAY]
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
      ...RELEASED.slice(0, 1),
      published('ru', 1, EN_RELEASE, { embargoUntil: MORNING + 5 * DAY }),
      published('en', 1, EN_RELEASE, { embargoUntil: MORNING + 3 * DAY }),
    ])
    await open()
    const seen = [archive.now().changesAt]
    for (const lift of lifts) {
      clock.set(lift)
      seen.push(archive.now().changesAt)
    }
    expect(seen).toEqual([...lifts, undefined])
    const [zh, ...lifted] = only().releases[0]?.versions ?? []
    expect(zh?.language).toBe('zh')
    expect(lifted.map(({ language, publishedAt }) => [language, publishedAt])).toEqual([
      ['en', lifts[0]],
      ['ru', lifts[1]],
    ])
  })
})

describe('a public meeting', () => {
  it('has the agenda in its last order, with the turns taken on each item', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
      { type: 'ItemPlaced', position: 0, item: { kind: 'break', id: 'tea', title: { en: 'Tea' } } },
      { type: 'ItemMoved', item: 'tugs', position: 1 },
      { type: 'ItemAmended', item: { kind: 'topic', id: 'ice', title: { en: 'Ice again' } } },
      { type: 'ItemRemoved', item: 'banks' },
      ...RELEASED,
    ])
    await open()
    expect(only().items.map(({ item, turns }) => [item.id, turns.length])).toEqual([
      ['tea', 0],
      ['tugs', 0],
      ['letters', 2],
      ['ice', 2],
      ['adopt', 0],
    ])
    expect(only().items[3]?.item.title).toEqual({ en: 'Ice again' })
  })

  it('counts extensions and overtime into its turns', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
      {
        type: 'FloorGiven',
        turn: 't9',
        item: 'ice',
        seat: 'north-head',
        delegation: 'north',
        kind: 'reply',
        limitSeconds: 60,
      },
      { type: 'TimeExtended', turn: 't9', bySeconds: 30 },
      { type: 'FloorReturned', turn: 't9', usedMs: 95_000, overtimeMs: 5000, ended: 'by-chair' },
      ...RELEASED,
    ])
    await open()
    const ice = only().items.find(({ item }) => item.id === 'ice')
    expect(ice?.turns.at(-1)).toMatchObject({
      turn: 't9',
      limitSeconds: 90,
      used: { usedMs: 95_000, overtimeMs: 5000 },
    })
  })

  it('entered afterwards is dated by the meeting and shows no speaking times', async () => {
    const startsAt = MORNING - 2000 * DAY
    await hold(store, {
      dialogue: 'havens',
      meeting: 'm3',
      number: 3,
      startsAt,
      retrospective: true,
      enteredAt: MORNING,
    })
    await open()
    const { heldAt, texts, items } = only()
    expect(heldAt).toBe(startsAt)
    expect([texts[0]?.adopted?.at, texts[0]?.signed[0]?.at, texts[0]?.statements[0]?.at]).toEqual([
      startsAt,
      startsAt,
      startsAt,
    ])
    expect(items.flatMap(({ turns }) => turns).filter(({ used }) => used !== undefined)).toEqual([])
  })

  it('keeps who left, for what they did before', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
      { type: 'AccreditationWithdrawn', seat: 'north-head' },
      ...RELEASED,
    ])
    await open()
    const left = only().people.filter(({ active }) => !active)
    expect(left.map(({ seat }) => seat)).toEqual(['north-head'])
  })

  it('has nothing of a withdrawn version but that it was withdrawn', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
      ...RELEASED,
      { type: 'ReleaseWithdrawn', release: 'r1', language: 'zh', cause: 'law' },
    ])
    await open()
    const zh = only().releases[0]?.versions.find(({ language }) => language === 'zh')
    expect(zh).toMatchObject({ editions: [], withdrawn: { cause: 'law' } })
  })
})
