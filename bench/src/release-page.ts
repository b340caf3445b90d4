import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Pair, timed } from './pair.ts'
import { start } from './started.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const REQUESTS = 2000
const AT_ONCE = 16

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

const fetched = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks))
        else reject(new Error(`${url} answers ${response.statusCode}`))
      })
    }).on('error', reject)
  })

/** So many readers at once, each asking again as soon as it has the page. */
const read = async (url: string): Promise<void> => {
  let left = REQUESTS
  const reader = async (): Promise<void> => {
    while (left-- > 0) await fetched(url)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, reader))
}

const rehearse = async (origin: string, operator: string): Promise<string> => {
  const script = join(ROOT, 'examples/dialogue-of-ruling-parties-8.yaml')
  const args = [join(ROOT, 'cli/src/main.ts'), 'rehearse', script, '--url', origin, '--operator', operator]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  const url = /https?:\/\/\S+\/zh\/releases\/\S+/.exec(output)?.[0]
  if (url === undefined) throw new Error(`no release was published: ${output}`)
  return url
}

/** The published release as a reader gets it, beside `node:http` sending the same bytes from memory. */
export const readingARelease = async (): Promise<readonly Pair[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const server = await start('server/src/main.ts', { PORT: '0', PARLEY_DATA: folder })
  const url = await rehearse(server.origin, readFileSync(join(folder, 'operator.token'), 'utf8').trim())
  const page = await fetched(url)
  const bareServer = await start('bench/src/bare-page.ts', { BENCH_BYTES: String(page.length) })
  return [
    {
      name: `the release page (${(page.length / 1024).toFixed(0)} KiB)`,
      peer: 'node:http sending as many bytes',
      aim: 2,
      rounds: 5,
      ours: () => timed(REQUESTS, () => read(url)),
      bare: () => timed(REQUESTS, () => read(bareServer.origin)),
      close: async () => {
        agent.destroy()
        await server.stop()
        await bareServer.stop()
        rmSync(folder, { recursive: true })
      },
    },
  ]
}
