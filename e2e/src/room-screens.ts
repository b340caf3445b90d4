import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { System } from './system.ts'

/** The demo meeting of a fresh system, as the rooms address it. */
const DIALOGUE = 'heron-basin'
const MEETING = 'fifth'
/** Where the demo meeting's room is. */
export const ROOM = `/room/${DIALOGUE}/${MEETING}`

/** One kind of seat, and the addresses of the screens it has. */
export type SeatScreens = { readonly seat: string; readonly paths: readonly string[] }

/** Every screen of the rooms, each at a seat that has it; no seat: signed out. */
export const SEATS_WITH_SCREENS: readonly SeatScreens[] = [
  { seat: 'chair', paths: [ROOM, `${ROOM}/text`] },
  { seat: 'songling-head', paths: [ROOM, `${ROOM}/text`, `${ROOM}/chamber`, `${ROOM}/kit`, '/room/-/keys'] },
  { seat: 'booth-one', paths: [ROOM] },
  { seat: 'songling-press', paths: [ROOM] },
  { seat: 'observer', paths: [ROOM, `${ROOM}/screen`] },
  { seat: 'secretariat', paths: [ROOM, `${ROOM}/prepare`, `/room/${DIALOGUE}`] },
]
export const SIGNED_OUT = ['/enter', '/room/-/sign-in', '/room/-/nowhere', ROOM] as const

/** A browser of its own for a person, signed in at a seat of the demo meeting, or signed out. */
export const browserOf = async (
  browser: Browser,
  system: System,
  seat: string | undefined,
): Promise<BrowserContext> => {
  const context = await browser.newContext()
  const rooms = await context.request.get(`${system.origin}/room/-/nowhere`)
  if (!rooms.ok()) throw new Error('the rooms have not been built; see scripts/build-rooms-if-stale.mjs')
  if (seat === undefined) return context
  const operator = await operatorOf(system)
  const invited = await context.request.post(
    `${system.origin}/api/dialogues/${DIALOGUE}${seat === 'secretariat' ? '' : `/meetings/${MEETING}`}/invitations`,
    { headers: { authorization: `Bearer ${operator}` }, data: { seat } },
  )
  const { token }: { readonly token: string } = await invited.json()
  const page = await context.newPage()
  await page.goto(`${system.origin}/room/-/nowhere`)
  const status = await page.evaluate(async (invitation) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ invitation })
    return (await fetch('/api/sessions', { method: 'POST', headers, body })).status
  }, token)
  await page.close()
  if (status >= 300) throw new Error(`${seat} was not let in: ${status}`)
  return context
}

const operatorOf = async (system: System): Promise<string> =>
  (await readFile(join(system.data, 'operator.token'), 'utf8')).trim()

/** What people wrote into the demo's record in whatever language they liked: reasons and subjects, which have but one wording. */
export const freeWordsOnRecord = async (system: System): Promise<readonly string[]> => {
  const answer = await fetch(
    `${system.origin}/api/dialogues/${DIALOGUE}/meetings/${MEETING}/events?from=0&limit=1000`,
    { headers: { authorization: `Bearer ${await operatorOf(system)}` } },
  )
  const { leaves }: { readonly leaves: readonly { readonly data: Readonly<Record<string, unknown>> }[] } =
    await answer.json()
  return leaves.flatMap(({ data }) =>
    ['departure', 'reason', 'subject'].flatMap((field) => {
      const words = data[field]
      return typeof words === 'string' ? [words] : []
    }),
  )
}

/** Opens a screen in a language and waits until it shows more than that it is loading. */
export const openScreen = async (
  page: Page,
  system: System,
  path: string,
  language: string,
): Promise<void> => {
  await page.goto(`${system.origin}${path}?lang=${language}`)
  await page.locator(`html[lang="${language}"] main:not(:has(> h1:only-child))`).first().waitFor()
}

/** A short name of a screen for messages of a test. */
export const nameOf = (seat: string | undefined, path: string): string => `${seat ?? 'signed out'} ${path}`
