import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createMediaProcess, type MediaProcessNews } from './media-process.ts'

const PROGRAM = fileURLToPath(new URL('../../../../sfu/src/main.ts', import.meta.url))

/** What the process says of its ports until it is ready. */
const newsWith = async (relayedPort: number | undefined): Promise<readonly MediaProcessNews[]> => {
  const news: MediaProcessNews[] = []
  const media = createMediaProcess({
    program: PROGRAM,
    key: 'key',
    secret: randomBytes(24).toString('hex'),
    udpPort: 0,
    relayedPort,
    address: '127.0.0.1',
    announced: undefined,
    webhook: 'http://127.0.0.1:9/',
    onNews: (one) => news.push(one),
  })
  media.start()
  await media.ready()
  await media.close()
  return news.filter(({ kind }) => kind !== 'said')
}

it('the media process serves without its port for relays when somebody else has it, and it is told which', async () => {
  const other = createSocket('udp4').bind(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address()
  const news = await newsWith(port)
  other.close()
  expect(news).toEqual([
    { kind: 'ready', udpPort: expect.any(Number) },
    { kind: 'relayed-port-taken', udpPort: port },
  ])
})

it.each([undefined, 0])('nothing is said of a port for relays that is %j', async (relayedPort) => {
  expect(await newsWith(relayedPort)).toEqual([{ kind: 'ready', udpPort: expect.any(Number) }])
})
