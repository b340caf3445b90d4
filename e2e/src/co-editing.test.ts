import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { browserOf } from './room-screens.ts'
import { startSystem, type System } from './system.ts'

const CHAMBER = '/room/heron-basin/fifth/chamber?lang=zh'
const BASE = '双方应当合作。'

let system: System
let browser: Browser
let writing: Page
let peer: Page
let keys: CDPSession

const inChamber = async (seat: string): Promise<Page> => {
  const page = await (await browserOf(browser, system, seat)).newPage()
  await page.goto(`${system.origin}${CHAMBER}`)
  await notes(page).waitFor()
  return page
}
const notes = (page: Page) => page.getByRole('textbox', { name: '本团记录' })
/** The paragraphs as they stand in the editor, without the names at colleagues' cursors. */
const wordsOf = (page: Page): Promise<string> =>
  notes(page).evaluate((editor) => {
    const copy = editor.cloneNode(true)
    if (copy instanceof Element) for (const caret of copy.querySelectorAll('.pad-caret')) caret.remove()
    return (copy.textContent ?? '').replaceAll('\ufeff', '')
  })
/** Waits until the editor says one of these; what it says instead is shown when it never does. */
const says = async (page: Page, ...wanted: readonly string[]): Promise<string> => {
  const deadline = Date.now() + 5000
  for (;;) {
    const now = await wordsOf(page)
    if (wanted.includes(now) || Date.now() > deadline) return now
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
}
/** Resolves with the next message of that kind when it has come to this page, whether it is shown yet or not. */
const nextOf = (page: Page, kind: '"pad-edited"' | '"pad-pointed"'): Promise<string> =>
  page.evaluate(
    (wanted) =>
      new Promise<string>((resolve) => {
        const sockets: WebSocket[] = Reflect.get(window, 'parleySockets')
        const hear = ({ data }: MessageEvent): void => {
          if (!String(data).includes(wanted)) return
          for (const socket of sockets) socket.removeEventListener('message', hear)
          Reflect.set(window, 'parleyListening', false)
          resolve(String(data))
        }
        for (const socket of sockets) socket.addEventListener('message', hear)
        Reflect.set(window, 'parleyListening', true)
      }),
    kind,
  )
const listening = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => Reflect.get(window, 'parleyListening') === true)
const keepSockets = (page: Page): Promise<unknown> =>
  page.context().addInitScript(() => {
    const sockets: WebSocket[] = []
    Reflect.set(window, 'parleySockets', sockets)
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL) {
        super(url)
        sockets.push(this)
      }
    }
  })

/** Puts the caret after so many characters of the one paragraph. */
const caretAt = async (page: Page, place: number): Promise<void> => {
  await notes(page).focus()
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowRight')
  // Inserted text takes another way into the browser than keys, and would overtake them.
  await page.waitForFunction((wanted) => {
    const selection = getSelection()
    const editor = document.activeElement
    if (selection?.anchorNode == null || editor === null) return false
    const before = document.createRange()
    before.setStart(editor, 0)
    before.setEnd(selection.anchorNode, selection.anchorOffset)
    const copy = before.cloneContents()
    // Colleagues' cursors carry their names.
    for (const cursor of copy.querySelectorAll('.pad-caret')) cursor.remove()
    return (copy.textContent ?? '').replaceAll(/[\u2060\u200b]/g, '').length === wanted
  }, place)
}
const compose = (text: string): Promise<unknown> =>
  keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

/** Notes whatever Latin letters the peer ever gets to see. */
const watchForLetters = (page: Page): Promise<void> =>
  notes(page).evaluate((editor) => {
    const seen: string[] = []
    Reflect.set(window, 'lettersSeen', seen)
    new MutationObserver(() => {
      const letters = /[a-z]+/.exec(editor.textContent ?? '')?.[0]
      if (letters !== undefined) seen.push(letters)
    }).observe(editor, { subtree: true, childList: true, characterData: true })
  })

beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
  const [one, other] = await Promise.all(['songling-deputy', 'songling-adviser'].map(inChamber))
  if (one === undefined || other === undefined) throw new Error('nobody is there')
  await keepSockets(one)
  await one.reload()
  await notes(one).waitFor()
  writing = one
  peer = other
  keys = await writing.context().newCDPSession(writing)
  await watchForLetters(peer)
}, 60_000)
afterAll(async () => {
  await browser.close()
  await system.stop()
}, 30_000)

type Edit = {
  readonly at: (caret: number) => number
  readonly keys: readonly string[]
  readonly words: string
}

/** What the peer does in the same paragraph while a syllable is being composed. */
const EDITS: Readonly<Record<string, Edit | undefined>> = {
  nothing: undefined,
  'inserts before the caret': { at: () => 0, keys: [], words: '【注】' },
  'inserts after the caret': { at: () => BASE.length, keys: [], words: '（丙）' },
  'inserts at the caret': { at: (caret) => caret, keys: [], words: '（丁）' },
  'deletes what stands before the caret': {
    at: (caret) => caret,
    keys: ['Backspace', 'Backspace'],
    words: '',
  },
}

describe.each([
  ['in the middle of a paragraph', 4],
  ['at its end', BASE.length],
])('a word composed %s with a Chinese input method', (_where, caret) => {
  test.each(Object.entries(EDITS))(
    'is whole, and half of it is seen by nobody, while a colleague does this: %s',
    async (_what, edit) => {
      await notes(writing).focus()
      await writing.keyboard.press('Control+A')
      await writing.keyboard.insertText(BASE)
      expect(await says(peer, BASE)).toBe(BASE)
      await peer.evaluate(() => Reflect.get(window, 'lettersSeen').splice(0))
      if (edit !== undefined) await caretAt(peer, edit.at(caret))
      await caretAt(writing, caret)

      await compose('s')
      await compose('sh')
      if (edit !== undefined) {
        const arrived = nextOf(writing, '"pad-edited"')
        await listening(writing)
        for (const key of edit.keys) await peer.keyboard.press(key)
        if (edit.words !== '') await peer.keyboard.insertText(edit.words)
        await arrived
      }
      expect(await wordsOf(writing)).toBe(`${BASE.slice(0, caret)}sh${BASE.slice(caret)}`)
      await compose('shen')
      await compose('shen hua')
      await keys.send('Input.insertText', { text: '深化' })

      const wanted = wantedOf(edit, caret)
      const written = await says(writing, ...wanted)
      expect(wanted).toContain(written)
      expect(await says(peer, written)).toBe(written)
      expect(await peer.evaluate(() => Reflect.get(window, 'lettersSeen'))).toEqual([])
    },
    20_000,
  )
})

/** At one and the same place either order of the two is right. */
const wantedOf = (edit: Edit | undefined, caret: number): readonly string[] => {
  const [before, after] = [BASE.slice(0, caret), BASE.slice(caret)]
  if (edit === undefined) return [`${before}深化${after}`]
  if (edit.words === '') return [`${before.slice(0, -2)}深化${after}`]
  const place = edit.at(caret)
  if (place === caret) return [`${before}深化${edit.words}${after}`, `${before}${edit.words}深化${after}`]
  return place < caret
    ? [`${BASE.slice(0, place)}${edit.words}${BASE.slice(place, caret)}深化${after}`]
    : [`${before}深化${BASE.slice(caret, place)}${edit.words}${BASE.slice(place)}`]
}

/** Moves the peer's caret, and answers with what the other page is told of it. */
const pointsAt = async (page: Page, place: number): Promise<string> => {
  const pointing = nextOf(writing, '"pad-pointed"')
  await listening(writing)
  await caretAt(page, place)
  return pointing
}

describe('two who write in one pad', () => {
  test('do not call back each other’s caret on its way', async () => {
    await notes(writing).focus()
    await writing.keyboard.press('Control+A')
    await writing.keyboard.insertText(BASE)
    await says(peer, BASE)
    await caretAt(writing, 0)
    const [pointed] = [await pointsAt(peer, 2), await pointsAt(peer, 5)]
    await writing.evaluate((message) => {
      const line = document.activeElement?.querySelector('p')
      if (line == null) throw new Error('nothing is written')
      getSelection()?.selectAllChildren(line)
      getSelection()?.collapseToEnd()
      // Before the editor is told where the caret is now.
      for (const socket of Reflect.get(window, 'parleySockets'))
        socket.dispatchEvent(new MessageEvent('message', { data: message }))
    }, pointed)
    await writing.keyboard.insertText('（末）')
    expect(await says(writing, `${BASE}（末）`)).toBe(`${BASE}（末）`)
  }, 20_000)

  test('each take back what they wrote themselves, and nothing of the other', async () => {
    await notes(writing).focus()
    await writing.keyboard.press('Control+A')
    await writing.keyboard.insertText(BASE)
    await says(peer, BASE)
    await caretAt(peer, BASE.length)
    await peer.keyboard.insertText('（乙）')
    await says(writing, `${BASE}（乙）`)
    await caretAt(writing, 0)
    await writing.keyboard.insertText('甲：')
    await says(peer, `甲：${BASE}（乙）`)
    await peer.keyboard.press('Control+Z')
    expect(await says(writing, `甲：${BASE}`)).toBe(`甲：${BASE}`)
  }, 20_000)

  test('write on without a connection, and have both in the end', async () => {
    await notes(writing).focus()
    await writing.keyboard.press('Control+A')
    await writing.keyboard.insertText(BASE)
    await says(peer, BASE)
    await caretAt(writing, 0)
    await caretAt(peer, BASE.length)
    await writing.context().setOffline(true)
    await writing.evaluate(() => {
      const sockets: WebSocket[] = Reflect.get(window, 'parleySockets')
      for (const socket of sockets) socket.close()
    })
    await writing.getByText('连接已中断。您可继续书写').waitFor()
    await writing.keyboard.insertText('线下：')
    await peer.keyboard.insertText('（线上）')
    expect(await says(peer, `${BASE}（线上）`)).toBe(`${BASE}（线上）`)
    await writing.context().setOffline(false)
    const both = `线下：${BASE}（线上）`
    expect(await says(writing, both)).toBe(both)
    expect(await says(peer, both)).toBe(both)
  }, 30_000)
})
