import type { Role } from '@parley/domain/meeting/things'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  DIALOGUE,
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  MEETING_LOG,
  OPERATOR,
  type Seats,
  words,
} from './fictional-server.ts'
import { connect } from './live/fictional-client.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterEach(() => server.close())

const NORTH_CHAMBER = `${MEETING}/chambers/north`

const act = (seat: string, command: Parameters<FictionalServer['act']>[2], url = `${MEETING}/acts`) =>
  server.act(seats[seat] ?? '', url, command)

/** A text negotiated, a position approved, a word in each chamber: each with a canary of its own. */
const fillWithCanaries = async (): Promise<void> => {
  await act('north-desk', { type: 'OpenText', text: 'consensus', title: words('Consensus') })
  await act('north-head', {
    type: 'TableProposal',
    text: 'consensus',
    proposal: 'p1',
    block: 'b1',
    kind: 'paragraph',
    intent: 'new',
    body: words('canary of the negotiation'),
  })
  await act('north-head', { type: 'ApprovePosition', position: words('canary of the press desk') })
  await act('north-head', { type: 'PassWord', body: 'canary of the north' }, `${NORTH_CHAMBER}/acts`)
  await act('south-head', { type: 'PassWord', body: 'canary of the south' }, `${MEETING}/chambers/south/acts`)
}

const READS = [
  '/dialogues',
  '/session',
  DIALOGUE,
  `${DIALOGUE}/events`,
  `${DIALOGUE}/checkpoint`,
  MEETING,
  `${MEETING}/events`,
  `${MEETING}/texts/consensus`,
  `${MEETING}/releases`,
  `${MEETING}/checkpoint`,
  `${MEETING}/proof?seq=1`,
  `${MEETING}/consistency?from=1&to=3`,
  `${MEETING}/record`,
  ...['north', 'south', 'none'].flatMap((delegation) =>
    ['events', 'checkpoint', 'proof?seq=0'].map((what) => `${MEETING}/chambers/${delegation}/${what}`),
  ),
]

/** Everything a token gets to see, by every way there is, in one text. */
const everythingFor = async (token: string | undefined, isSeat: boolean): Promise<string> => {
  const parts: string[] = []
  for (const url of READS) {
    const { status, text } = await server.ask(token, 'GET', url)
    parts.push(`${url} ${status}\n${text}`)
  }
  if (!isSeat || token === undefined) return parts.join('\n')
  const { text: seatPage } = await server.inject({
    url: '/seat',
    headers: { authorization: `Bearer ${token}` },
  })
  const client = await connect(server.origin, token)
  client.send(
    { type: 'follow', log: MEETING_LOG, from: 0 },
    { type: 'follow', log: 'dialogue/river', from: 0 },
    { type: 'follow', log: 'chamber/river/first/north', from: 0 },
    { type: 'follow', log: 'chamber/river/first/south', from: 0 },
    { type: 'presence', log: 'chamber/river/first/north', state: 'here' },
    { type: 'ping', n: 1 },
  )
  await client.heard('"type":"pong"')
  await client.heard(`"caught-up","log":"${MEETING_LOG}"`)
  await client.drop()
  return [...parts, seatPage, ...client.texts].join('\n')
}

const CANARIES = ['negotiation', 'press desk', 'north', 'south'].map((name) => `canary of the ${name}`)

type Row = readonly [string, 'seat' | 'operator' | 'nobody', readonly string[]]
const SEES: readonly Row[] = [
  ['nobody', 'nobody', []],
  ['operator', 'operator', ['negotiation', 'press desk']],
  ['north-desk', 'seat', ['negotiation', 'press desk', 'north']],
  ['south-desk', 'seat', ['negotiation', 'press desk', 'south']],
  ['north-head', 'seat', ['negotiation', 'press desk', 'north']],
  ['south-head', 'seat', ['negotiation', 'press desk', 'south']],
  ['north-delegate', 'seat', ['negotiation', 'press desk', 'north']],
  ['officer', 'seat', ['negotiation', 'press desk']],
  ['interpreter', 'seat', ['negotiation', 'press desk']],
  ['north-press', 'seat', ['press desk']],
  ['observer', 'seat', []],
]

describe('by every way out together', () => {
  it.each(SEES)('%s sees what is theirs to see and nothing else', async (name, kind, expected) => {
    await fillWithCanaries()
    const token = kind === 'operator' ? OPERATOR : seats[name]
    const everything = await everythingFor(token, kind === 'seat')
    const seen = CANARIES.filter((canary) => everything.includes(canary))
    expect(seen).toEqual(expected.map((one) => `canary of the ${one}`))
  })

  it.each<Role>(['regional', 'adviser', 'secretary', 'alternate'])(
    'a %s of the north sits in its chamber',
    async (role) => {
      await fillWithCanaries()
      const person = { name: words(role) }
      await act('north-desk', { type: 'AccreditPerson', seat: 'one-more', role, delegation: 'north', person })
      const token = await server.enter('one-more', 'first')
      const everything = await everythingFor(token, true)
      expect(CANARIES.filter((canary) => everything.includes(canary))).toEqual(CANARIES.slice(0, 3))
    },
  )
})

/** Every server makes a key of its own; what it signs is compared, its signature cannot be. */
const withoutSignatures = (text: string): string =>
  text.startsWith(`${MEETING}/record`)
    ? text
        .replaceAll(/parley\.example\+[^\n]+/g, 'key')
        .replaceAll(/[0-9a-f]{64} {2}/g, 'sum  ')
        .replaceAll(/— [^\n]+/g, 'signature')
    : text.replaceAll(/— [^\n]+/g, 'signature')

/** All a member of the north receives while the south works in its chamber, or does not. */
const northReceives = async (southWorks: boolean): Promise<readonly string[]> => {
  const own = await fictionalServer()
  try {
    const tokens = await inSession(own)
    const chamber = `${MEETING}/chambers/south`
    const north = await connect(own.origin, tokens['north-head'] ?? '')
    north.send(
      { type: 'follow', log: MEETING_LOG, from: 0 },
      { type: 'presence', log: MEETING_LOG, state: 'here' },
    )
    await north.heard('caught-up')
    const south = await connect(own.origin, tokens['south-head'] ?? '')
    south.send({ type: 'presence', log: MEETING_LOG, state: 'here' })
    await north.heard('"seat":"south-head","state":"here"')
    if (southWorks) {
      south.send(
        { type: 'follow', log: 'chamber/river/first/south', from: 0 },
        { type: 'presence', log: 'chamber/river/first/south', state: 'here' },
      )
      for (let count = 0; count < 7; count += 1) {
        await own.act(tokens['south-head'] ?? '', `${chamber}/acts`, { type: 'PassWord', body: 'hush' })
      }
      await south.heard('hush')
    }
    await own.act(tokens['officer'] ?? '', `${MEETING}/acts`, { type: 'GiveFloor' }, 'give-floor-1')
    await north.heard('FloorGiven')
    north.send({ type: 'follow', log: 'chamber/river/first/south', from: 0 }, { type: 'ping', n: 1 })
    await north.heard('pong')
    const answers: string[] = [...north.texts]
    for (const url of READS) {
      const { status, text, headers } = await own.ask(tokens['north-head'], 'GET', url)
      answers.push(`${url} ${status} ${JSON.stringify({ ...headers, date: '' })}\n${text}`)
    }
    const refused = await own.ask(tokens['north-head'], 'POST', `${chamber}/acts`, {
      id: 'knocking-1',
      command: { type: 'PassWord', body: 'may I?' },
    })
    return [...answers, refused.text].map(withoutSignatures)
  } finally {
    await own.close()
  }
}

describe('what the south does in its chamber', () => {
  it('changes not one byte of what the north receives', async () => {
    const quiet = await northReceives(false)
    const busy = await northReceives(true)
    expect(quiet.length).toBeGreaterThan(30)
    expect(busy).toEqual(quiet)
  })
})
