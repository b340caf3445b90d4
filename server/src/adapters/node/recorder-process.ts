import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { access, constants, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { RecordedTrack } from '@parley/domain/meeting/events'
import * as z from 'zod'
import type { Keeping, Recorder, RecorderNews, RecordingPlace } from '../../ports/recorder.ts'
import { readLazily } from '../file/read-lazily.ts'

export type RecorderSettings = {
  /** The program, as Node runs it. */
  readonly program: string
  /** Recordings stand below it, a folder each. */
  readonly folder: string
  /** What whoever runs the server should know. */
  readonly onTrouble: (what: string) => void
}

const END_WITHIN_MS = 5000
/** It says every other second that it lives; one that is silent so long hangs, and is replaced. */
const SILENT_MS = 8000
const Told = z.object({
  keeping: z.literal(true).optional(),
  trouble: z.string().optional(),
  over: z.string().optional(),
})

/** Records in a process of its own for each recording, so that nothing it does can hold up a meeting. */
export const recorderProcess = ({ program, folder, onTrouble }: RecorderSettings): Recorder => {
  const folderOf = ({ dialogue, meeting, recording }: RecordingPlace): string =>
    join(folder, dialogue, meeting, recording)
  const start = (...task: readonly string[]): ChildProcess =>
    spawn(process.execPath, [program, ...task], { env: {}, stdio: ['pipe', 'pipe', 'ignore'] })

  return {
    record: (place, way, onNews) => {
      leaveMark(folderOf(place), onTrouble)
      return keeping(start('record'), { ...way, folder: folderOf(place) }, { onNews, onTrouble })
    },
    tracks: async (place) => {
      const child = start('list', folderOf(place))
      const closed = once(child, 'close')
      const parts: Buffer[] = []
      child.stdout?.on('data', (part: Buffer) => parts.push(part))
      const [code] = await closed
      if (code !== 0) throw new Error(`the files of a recording cannot be read: ${folderOf(place)}`)
      const lines = Buffer.concat(parts).toString('utf8').split('\n')
      return lines.filter((line) => line !== '').map((line) => RecordedTrack.parse(JSON.parse(line)))
    },
    open: async (place, file) => {
      try {
        const path = join(folderOf(place), file)
        await access(path, constants.R_OK)
        return (part) => readLazily(path, part)
      } catch (cause) {
        if (isAbsent(cause)) return undefined
        throw cause
      }
    },
    places: async () => {
      const places: RecordingPlace[] = []
      for (const dialogue of await namesIn(folder))
        for (const meeting of await namesIn(join(folder, dialogue)))
          for (const recording of await namesIn(join(folder, dialogue, meeting)))
            places.push({ dialogue, meeting, recording })
      return places
    },
  }
}

/** Hands a recorder its job and passes on what it tells, until nobody wants it any more. */
const keeping = (
  child: ChildProcess,
  job: object,
  { onNews, onTrouble }: { onNews: (news: RecorderNews) => void; onTrouble: (what: string) => void },
): Keeping => {
  const life: { isWanted: boolean; over: RecorderNews } = {
    isWanted: true,
    over: { kind: 'over', cause: 'recorder-failed', why: 'its process ended' },
  }
  const tell = (news: RecorderNews): void => {
    if (life.isWanted) onNews(news)
  }
  const silence = setTimeout(() => child.kill('SIGKILL'), SILENT_MS).unref()
  child.on('error', (cause) => onTrouble(String(cause)))
  child.stdin?.on('error', () => {})
  child.stdin?.write(`${JSON.stringify(job)}\n`)
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => {
      silence.refresh()
      const { keeping: isIn, trouble, over } = toldIn(line)
      if (isIn === true) tell({ kind: 'keeping' })
      if (trouble !== undefined) {
        onTrouble(trouble)
        tell({ kind: 'failing', cause: 'not-written', why: trouble })
      }
      if (over !== undefined) life.over = { kind: 'over', cause: 'media-unreachable', why: over }
    })
  child.once('close', () => {
    clearTimeout(silence)
    tell(life.over)
  })
  return {
    end: async () => {
      life.isWanted = false
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'close')
      child.stdin?.end()
      const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS)
      await gone
      clearTimeout(timer)
    },
  }
}

/** A recording of which nothing has been kept yet has a place all the same, so that it is known of after a restart. */
const leaveMark = (folder: string, onTrouble: RecorderSettings['onTrouble']): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    onTrouble(String(cause))
  }
}

const toldIn = (line: string): z.infer<typeof Told> => {
  try {
    return Told.safeParse(JSON.parse(line)).data ?? {}
  } catch {
    // Not a line of ours.
    return {}
  }
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  } catch (cause) {
    if (isAbsent(cause)) return []
    throw cause
  }
}

const isAbsent = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
