import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'

/** Where the files of the recordings of the meeting of two are. */
export const FILES = '/api/dialogues/river/meetings/first/recordings'

/** One file as the record lists it. */
export type Track = {
  readonly file: string
  readonly seat: string
  readonly source: string
  readonly startedAt: number
  readonly durationMs: number
  readonly sizeBytes: number
  readonly sha256: string
}

/** What a page's own session is answered: status and bytes. */
export const fetched = (page: Page, path: string): Promise<{ status: number; bytes: number[] }> =>
  page.evaluate(async (address) => {
    const answer = await fetch(address)
    return { status: answer.status, bytes: [...new Uint8Array(await answer.arrayBuffer())] }
  }, path)

/** The same of bytes that are too many to carry: their number and their hash. */
export const weighed = (
  page: Page,
  path: string,
): Promise<{ status: number; sizeBytes: number; sha256: string }> =>
  page.evaluate(async (address) => {
    const answer = await fetch(address)
    const bytes = await answer.arrayBuffer()
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return { status: answer.status, sizeBytes: bytes.byteLength, sha256 }
  }, path)

/** Resolves when so many more pictures of one’s own have been drawn. */
export const pictures = async (page: Page, count: number): Promise<void> => {
  const until = await page.evaluate(
    (more) =>
      more +
      Math.max(
        0,
        ...[...document.querySelectorAll('video')].map(
          (one) => one.getVideoPlaybackQuality().totalVideoFrames,
        ),
      ),
    count,
  )
  await page.waitForFunction(
    (most) =>
      [...document.querySelectorAll('video')].some(
        (one) => one.getVideoPlaybackQuality().totalVideoFrames > most,
      ),
    until,
  )
}

/** What the record tells of one kind, once it tells it so often. */
export const toldOn = <Told>(page: Page, type: string, count = 1): Promise<readonly Told[]> =>
  page.evaluate(
    async ([asked, least]) => {
      for (;;) {
        const answer = await fetch('/api/dialogues/river/meetings/first/events?from=0&limit=1000')
        if (answer.ok) {
          const { leaves }: { leaves: { type: string; data: Told }[] } = await answer.json()
          const told = leaves.filter((one) => one.type === asked)
          if (told.length >= least) return told.map(({ data }) => data)
        }
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    },
    [type, count] as const,
  )

/** The files that the record lists, once it does. */
export const listedOn = async (page: Page): Promise<readonly Track[]> => {
  const [listed] = await toldOn<{ readonly tracks: readonly Track[] }>(page, 'RecordingListed')
  return listed?.tracks ?? []
}

/** A process that the server started, by what it runs; 0 where there is none. */
export const childOf = (parent: number, program: string): number => {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  for (const line of stdout.split('\n')) {
    const [pid, of, ...command] = line.trim().split(/\s+/)
    if (Number(of) === parent && command.some((one) => one.endsWith(program))) return Number(pid)
  }
  return 0
}
