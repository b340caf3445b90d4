import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import type { Guest } from '../../ports/media-engine.contract.ts'

const PROGRAM = join(import.meta.dirname, '../../../../sfu/src/conformance/visitors.ts')
const Answer = z.object({ answer: z.int(), ok: z.boolean() })

export type FictionalVisitors = {
  /** Somebody with sound and pictures of their own comes in with a pass. */
  readonly enter: (url: string, token: string) => Promise<Guest>
  /** They all leave. */
  readonly end: () => Promise<void>
}

/** People in media rooms, in a process of their own that is started for the first of them. */
export const fictionalVisitors = (): FictionalVisitors => {
  const waiting = new Map<number, (ok: boolean) => void>()
  let child: ChildProcess | undefined
  let asked = 0
  let people = 0

  const started = (): ChildProcess => {
    const begun = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'ignore'] })
    createInterface({ input: begun.stdout }).on('line', (line) => {
      // What the library itself writes is no answer.
      const { data } = Answer.safeParse(read(line))
      if (data !== undefined) waiting.get(data.answer)?.(data.ok)
    })
    return begun
  }
  const ask = (what: object): Promise<boolean> => {
    child ??= started()
    const number = (asked += 1)
    child.stdin?.write(`${JSON.stringify({ number, ...what })}\n`)
    return new Promise((resolve) => waiting.set(number, resolve))
  }

  return {
    enter: async (url, token) => {
      const who = `visitor-${(people += 1)}`
      if (!(await ask({ ask: 'enter', who, url, token }))) throw new Error('a visitor was not let in')
      return {
        send: (source) => ask({ ask: 'send', who, source }),
        stop: async (source) => void (await ask({ ask: 'stop', who, source })),
        gone: async () => void (await ask({ ask: 'gone', who })),
      }
    },
    end: async () => {
      if (child === undefined) return
      const gone = once(child, 'exit')
      child.stdin?.end()
      await gone
    },
  }
}

const read = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
