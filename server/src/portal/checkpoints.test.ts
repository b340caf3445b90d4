import { parseCheckpoint } from '@parley/record/checkpoint'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { convened, type FictionalServer, fictionalServer, MEETING, type Seats } from '../fictional-server.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await convened(server)
  await act('north-desk', { type: 'AppointChair', seats: ['officer'] })
  await act('north-desk', {
    type: 'PlaceItem',
    item: { id: 'topic', kind: 'topic', title: { en: 'Rivers' } },
  })
  await act('officer', { type: 'OpenMeeting' })
  await act('officer', { type: 'AdjournMeeting' })
})
afterEach(() => server.close())

const act = (seat: string, command: Parameters<FictionalServer['act']>[2]) =>
  server.act(seats[seat] ?? '', `${MEETING}/acts`, command)

const draft = async (language: string): Promise<string> => {
  const expression = {
    headline: `The rivers met (${language})`,
    dateline: 'North city, 12 May',
    byline: 'Joint secretariat',
    source: 'Joint secretariat',
    paragraphs: [{ text: 'They met.', facts: [0] }],
  }
  await act('north-press', { type: 'DraftRelease', release: 'main', language, expression })
  const { json } = await server.ask(seats['north-desk'], 'GET', `${MEETING}/releases`)
  const versions: { language: string; hash: string }[] = Object(json).versions
  return versions.find((one) => one.language === language)?.hash ?? ''
}
const publish = async (language: string, hash: string): Promise<void> => {
  const of = { release: 'main', language, hash } as const
  await act('north-press', { type: 'ClearRelease', ...of })
  await act('south-head', { type: 'ClearRelease', ...of })
  await act('north-desk', { type: 'PublishRelease', ...of })
}

/** Whoever asks for a head comes from a page. */
const publicHead = async () => {
  await server.inject({ method: 'GET', url: '/en/releases/' })
  const { status, text } = await server.inject({ method: 'GET', url: '/checkpoints/river/first' })
  return { status, text }
}
const sizeOfLog = async (): Promise<number> =>
  Number(Object((await server.ask(seats['north-desk'], 'GET', `${MEETING}/events?limit=1`)).json).size)

describe('the public head of a meeting’s log', () => {
  it('is nowhere before a release of it is public', async () => {
    await draft('en')
    expect((await publicHead()).status).toBe(404)
  })

  it('is that of the last edition, and does not move with what the press desk does unseen', async () => {
    await publish('en', await draft('en'))
    const head = await publicHead()
    expect(parseCheckpoint(head.text)).toMatchObject({ size: await sizeOfLog() })
    const draftInRussian = await draft('ru')
    expect(await publicHead()).toEqual(head)
    await publish('ru', draftInRussian)
    expect(parseCheckpoint((await publicHead()).text)).toMatchObject({ size: await sizeOfLog() })
  })

  it('is one that the whole log leads to', async () => {
    await publish('en', await draft('en'))
    const { text } = await publicHead()
    const own = await server.ask(seats['north-desk'], 'GET', `${MEETING}/checkpoint`)
    expect(text).toBe(own.text)
  })
})
