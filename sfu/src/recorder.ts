import { createInterface } from 'node:readline'
import { keptTracks } from './recorder/kept-tracks.ts'
import { ReceivingClient } from './recorder/receiving-client.ts'

/*
 * The recorder’s process. `record`: standard input is one line of JSON {url, token, folder, clockAheadMs}; it records until its
 * standard input ends, or until the media server lets go of it, and says by lines of JSON how it fares. `list FOLDER`: one line of JSON about each file of a recording.
 */

/** Whoever started it takes longer silence for hanging. */
const ALIVE_MS = 2000

const say = (told: object): void => {
  process.stdout.write(`${JSON.stringify(told)}\n`)
}

const record = async (): Promise<void> => {
  const lines = createInterface({ input: process.stdin })
  const job = new Promise<string>((resolve) => lines.once('line', resolve))
  const ended = new Promise<void>((resolve) => {
    lines.once('close', resolve)
    process.once('SIGTERM', resolve)
  })
  const { url, token, folder, clockAheadMs }: Job = JSON.parse(await job)
  const over = new Promise<void>((resolve) => {
    const client = new ReceivingClient({
      url,
      token,
      folder,
      clockAheadMs,
      onIn: () => say({ keeping: true }),
      onKeptAgain: () => say({ keeping: true }),
      onTrouble: (cause) => say({ trouble: String(cause) }),
      onOver: (why) => {
        say({ over: why })
        resolve()
      },
    })
    void ended.then(() => {
      client.close()
      resolve()
    })
  })
  setInterval(() => say({ alive: true }), ALIVE_MS).unref()
  await over
  process.exit(0)
}

type Job = {
  readonly url: string
  readonly token: string
  readonly folder: string
  readonly clockAheadMs: number
}

const [task, folder] = process.argv.slice(2)
if (task === 'list' && folder !== undefined) for (const track of keptTracks(folder)) say(track)
else await record()
