import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { browserOf } from './room-screens.ts'
import { startSystem, type System } from './system.ts'

const ROOM = '/room/heron-basin/fifth'

/** What one side says, types, drafts and deletes. None of it is a word that stands anywhere else. */
const SAID = 'kestrel-said'
const NOTED = 'kestrel-noted'
const DRAFTED = 'kestrel-drafted'
const DELETED = 'kestrel-deleted'
/** What is on the table in the end, which everybody may read. */
const TABLED = 'OSPREY IS TABLED'
/** Written over each other; they share no first or last letter, so that each is stored in one piece. */
const [TYPED, LEFT] = ['RED LINE: ACCEPT SIX', 'water first']

let folder: string
let system: System
let browser: Browser
let ours: Page
let theirs: Page
/** Everything that reached the other side's browser: frames of sockets both ways, and bodies of answers. */
const heard: string[] = []

const hear = ({ payload }: { readonly payload: { readonly toString: () => string } }): number =>
  heard.push(payload.toString())
const listen = (page: Page): void => {
  page.on('websocket', (socket) => {
    socket.on('framereceived', hear)
    socket.on('framesent', hear)
  })
  page.on('response', (response) => {
    response.text().then(
      (body) => heard.push(response.url(), body),
      // A redirect has no body.
      () => heard.push(response.url()),
    )
  })
}
const enter = async (seat: string, path: string, watch: boolean): Promise<Page> => {
  const page = await (await browserOf(browser, system, seat)).newPage()
  if (watch) listen(page)
  await page.goto(`${system.origin}${path}`)
  return page
}
/** Base64 hides words from a search; so what a socket carried is searched as it was and as what it stands for. */
const readable = (text: string): string =>
  text.replaceAll(/"(?:update|vector)":"([A-Za-z0-9+/=]+)"/g, (_all, base64: string) =>
    Buffer.from(base64, 'base64').toString('latin1'),
  )
/** Whatever the page's memory holds, as the browser's own debugger takes it. */
const memoryOf = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}
/** Which of these stand in it; a failure names them and not all that was searched. */
const foundIn = (text: string, ...words: readonly string[]): readonly string[] =>
  words.filter((word) => text.includes(word))
const editorOf = (page: Page) =>
  page.getByRole('textbox', { name: /^(Notes of the delegation|Draft, Russian)$/ })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-closed-'))
  system = await startSystem(folder)
  browser = await openBrowser()
  ours = await enter('songling-deputy', `${ROOM}/chamber?lang=en`, false)
  theirs = await enter('reedbay-deputy', `${ROOM}?lang=en`, true)
  await editorOf(ours).waitFor()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await system.stop()
  await rm(folder, { recursive: true, force: true })
}, 30_000)

describe('what one delegation does in its chamber', () => {
  test('does not reach the other side’s browser, in any frame, body or place of its memory', async () => {
    await ours.getByRole('textbox', { name: 'Write to your delegation' }).fill(SAID)
    await ours.keyboard.press('Enter')
    await ours.getByText(SAID).waitFor()
    await editorOf(ours).focus()
    await ours.keyboard.insertText(NOTED)

    await ours.getByRole('button', { name: 'Begin a draft' }).click()
    await ours.getByRole('menuitem').first().click()
    const draft = ours.getByRole('textbox', { name: 'Draft, Russian' })
    await draft.focus()
    await ours.keyboard.insertText(DRAFTED)
    await ours.getByRole('button', { name: 'Keep in the chamber' }).click()
    await ours.getByText('Kept as it stands').waitFor()
    // Their own chamber, the text and the room, each freshly loaded while all this is there.
    for (const path of [`${ROOM}/chamber`, `${ROOM}/text`, ROOM]) {
      await theirs.goto(`${system.origin}${path}?lang=en`)
      await theirs.getByText('Heron Basin').first().waitFor()
      await theirs.waitForLoadState('networkidle')
    }
    const all = readable(heard.join('\n'))
    expect(foundIn(all, '"leaves":[', 'fifth/reedbay')).toHaveLength(2)
    expect(foundIn(all, SAID, NOTED, DRAFTED, 'fifth/songling')).toEqual([])
    const memory = await memoryOf(theirs)
    expect(foundIn(memory, SAID, NOTED, DRAFTED, 'fifth/songling')).toEqual([])
    // The same look at one's own page finds them: it is able to.
    const own = await memoryOf(ours)
    expect(foundIn(own, SAID, DRAFTED)).toEqual([SAID, DRAFTED])
  }, 90_000)

  test('comes to the table as plain wording, with nothing of what was deleted before', async () => {
    const draft = ours.getByRole('textbox', { name: 'Draft, Russian' })
    await draft.focus()
    await ours.keyboard.press('Control+A')
    await ours.keyboard.insertText(DELETED)
    await ours.keyboard.press('Control+A')
    await ours.keyboard.insertText(TABLED)
    await ours.getByRole('button', { name: 'Table it …' }).click()
    const look = ours.getByRole('alertdialog', { name: 'The other side will see exactly this' })
    await look.getByText(TABLED).waitFor()
    expect(await look.getByText('Nothing in this language yet.').count()).toBe(1)
    expect(await look.textContent()).not.toContain(DELETED)
    await look.getByRole('button', { name: 'Table this' }).click()
    await ours.getByText('This draft has been tabled.').waitFor()

    await theirs.goto(`${system.origin}${ROOM}/text?lang=en`)
    await theirs.getByText(TABLED).first().waitFor()
    const all = readable(heard.join('\n'))
    expect(foundIn(all, TABLED, DELETED, DRAFTED)).toEqual([TABLED])
    expect(foundIn(await memoryOf(theirs), TABLED, DELETED, DRAFTED)).toEqual([TABLED])
  }, 60_000)

  test('leaves nothing of what was deleted in any file, while it runs and after it was stopped', async () => {
    await ours.getByRole('button', { name: 'Notes of the delegation' }).click()
    const notes = editorOf(ours)
    await notes.focus()
    await ours.keyboard.press('Control+A')
    await ours.keyboard.insertText(TYPED)
    expect(await filesWith(TYPED, (names) => names.length > 0)).toEqual(['pads.db'])
    await ours.keyboard.press('Control+A')
    await ours.keyboard.insertText(LEFT)
    expect(await filesWith(LEFT, (names) => names.length > 0)).toEqual(['pads.db'])
    expect(await filesWith(TYPED, () => true)).toEqual([])
    await browser.close()
    await system.stop()
    for (const gone of [TYPED, NOTED, DELETED]) expect(await filesWith(gone, () => true)).toEqual([])
    expect(await filesWith(LEFT, () => true)).toEqual(['pads.db'])
    // What was kept and said is on the chamber's own log, for good.
    for (const word of [DRAFTED, SAID]) expect(await filesWith(word, () => true)).toContain('parley.db')
  }, 60_000)
})

/** The files of the data folder that hold these bytes, once `isAwaited` says so, or after five seconds. */
const filesWith = async (
  word: string,
  isAwaited: (names: readonly string[]) => boolean,
): Promise<readonly string[]> => {
  const deadline = Date.now() + 5000
  for (;;) {
    const names: string[] = []
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      // A journal may be gone by the time it is read.
      const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))
      if (bytes.includes(word)) names.push(entry.name)
    }
    if (isAwaited(names) || Date.now() > deadline) return names.toSorted()
  }
}
