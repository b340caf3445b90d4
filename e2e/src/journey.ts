import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, type Key, type Params } from '../../messages/src/format.ts'
import type { Catalogue } from '../../messages/src/choose-catalogue.ts'
import type { Browser, Page } from 'playwright-core'
import { startSystem, type System } from './system.ts'

/*
 * A dialogue between two invented delegations, founded and staffed from outside; what the meeting itself needs is done in
 * browsers by those who are called upon. Buttons are found by the words of each person's own language.
 */

const DIALOGUE = '/api/dialogues/lakes'
const MEETING = `${DIALOGUE}/meetings/first`

export type Window = {
  readonly page: Page
  readonly language: Catalogue
  readonly say: (key: Key, params?: Params) => string
  /** Presses what is called so, as soon as it can be pressed. */
  readonly press: (name: string | RegExp) => Promise<void>
  /** Answers the question that stands with yes, once it has stood long enough. */
  readonly confirm: () => Promise<void>
  /** Does what stands under a key, and confirms it where that is asked. */
  readonly key: (key: 'N' | 'E' | 'R') => Promise<void>
  /** Goes to a place of the meeting. */
  readonly go: (view: 'room' | 'text' | 'desk') => Promise<void>
}

export type Journey = {
  readonly origin: string
  /** A window of a person's own. */
  readonly open: (seat: string, language: Catalogue) => Promise<Window>
  readonly end: () => Promise<void>
}

/** `languages`: of the dialogue; the first is that of the `lake` side. */
export const startJourney = async (
  browser: Browser,
  languages: readonly [Catalogue, Catalogue],
): Promise<Journey> => {
  const system = await startSystem()
  const operator = (await readFile(join(system.data, 'operator.token'), 'utf8')).trim()
  const outside = outsideOf(system, operator)
  await prepare(outside, languages)
  return {
    origin: system.origin,
    open: (seat, language) => openWindow(browser, system, outside, seat, language),
    end: async () => {
      await system.stop()
    },
  }
}

const isDesk = (seat: string): boolean => seat.endsWith('-desk')

const outsideOf = ({ origin }: System, operator: string) => {
  let acts = 0
  const post = async (path: string, token: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  const invite = async (seat: string): Promise<string> => {
    const { token } = await post(`${isDesk(seat) ? DIALOGUE : MEETING}/invitations`, operator, { seat })
    return String(token)
  }
  return {
    invite,
    enter: async (seat: string): Promise<string> => {
      const { token } = await post('/api/sessions', '', { invitation: await invite(seat) })
      return String(token)
    },
    act: (path: string, token: string, command: object) => {
      acts += 1
      return post(path, token, { id: `journey-${acts}`, command })
    },
    found: (command: object) => post('/api/dialogues', operator, { id: 'journey-founds', command }),
  }
}

type Outside = ReturnType<typeof outsideOf>

const prepare = async (
  { act, enter, found }: Outside,
  languages: readonly [Catalogue, Catalogue],
): Promise<void> => {
  const words = (text: string) => Object.fromEntries(languages.map((one) => [one, `${text} (${one})`]))
  const party = (id: string, index: 0 | 1) => ({
    id,
    name: words(`${id} party`),
    city: words(`${id} city`),
    timeZone: index === 0 ? 'Asia/Shanghai' : 'Europe/Moscow',
    language: languages[index],
  })
  await found({
    type: 'FoundDialogue',
    dialogue: 'lakes',
    name: words('Lakes forum'),
    parties: [party('lake', 0), party('moor', 1)],
    languages: [...languages],
    rulePack: 'bilateral/1',
    secretariats: ['lake', 'moor'].map((id) => ({
      seat: `${id}-desk`,
      party: id,
      person: { name: words(`${id} desk`) },
    })),
  })
  const lake = await enter('lake-desk')
  const moor = await enter('moor-desk')
  await act(`${DIALOGUE}/acts`, lake, {
    type: 'ConveneMeeting',
    meeting: 'first',
    theme: words('Water'),
    mode: 'video',
    startsAt: Date.now(),
  })
  await staff({ act }, { lake, moor }, words)
}

/** The people, the agenda, the text to be negotiated, and a letter from each side. */
const staff = async (
  { act }: Pick<Outside, 'act'>,
  { lake, moor }: { readonly lake: string; readonly moor: string },
  words: (text: string) => Record<string, string>,
): Promise<void> => {
  const at = `${MEETING}/acts`
  for (const [seat, role, delegation] of [
    ['lake-head', 'head', 'lake'],
    ['moor-head', 'head', 'moor'],
    ['moor-delegate', 'delegate', 'moor'],
  ] as const) {
    const token = delegation === 'lake' ? lake : moor
    await act(at, token, { type: 'AccreditPerson', seat, role, delegation, person: { name: words(seat) } })
  }
  await act(at, lake, { type: 'AppointChair', seats: ['lake-head'] })
  const items = [
    { id: 'letters', kind: 'messages' },
    { id: 'rivers', kind: 'topic' },
    { id: 'wording', kind: 'text' },
    { id: 'adopting', kind: 'adoption' },
    { id: 'signing', kind: 'signature' },
  ]
  for (const item of items)
    await act(at, lake, { type: 'PlaceItem', item: { ...item, title: words(item.id), plannedMinutes: 10 } })
  await act(at, lake, { type: 'OpenText', text: 'joint', title: words('Joint statement') })
  await act(at, lake, {
    type: 'ReceiveMessage',
    message: {
      id: 'lake-letter',
      form: 'letter',
      author: { name: words('Author') },
      delegation: 'lake',
      reader: 'lake-head',
    },
  })
  await act(at, moor, {
    type: 'ReceiveMessage',
    message: {
      id: 'moor-letter',
      form: 'letter',
      author: { name: words('Author') },
      delegation: 'moor',
      reader: 'moor-head',
    },
  })
}

const openWindow = async (
  browser: Browser,
  { origin }: System,
  { invite }: Outside,
  seat: string,
  language: Catalogue,
): Promise<Window> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const say = (key: Key, params?: Params): string => format(language, key, params)
  await page.goto(`${origin}/enter?lang=${language}#${await invite(seat)}`)
  await page.locator('main').getByRole('button').first().click()
  await page.waitForURL(/\/room\//)
  const enabled = page.locator(':not([aria-disabled="true"])')
  const confirm = async (): Promise<void> => {
    const question = page.getByRole('alertdialog')
    await question.getByRole('button').first().and(enabled).click()
    await question.waitFor({ state: 'detached' })
  }
  return {
    page,
    language,
    say,
    press: (name) => page.getByRole('button', { name }).first().and(enabled).click(),
    confirm,
    key: async (key) => {
      const button = page.locator(`button[aria-keyshortcuts="${key}"]`).first()
      const words = await button.textContent()
      await button.and(enabled).click()
      const question = page.getByRole('alertdialog')
      // Either it is asked about, or it is done and something else stands there.
      const moved = page.waitForFunction(
        ([shortcut, before]) =>
          document.querySelector('[role="alertdialog"]') !== null ||
          document.querySelector(`button[aria-keyshortcuts="${shortcut}"]`)?.textContent !== before,
        [key, words] as const,
      )
      await moved
      if ((await question.count()) > 0) await confirm()
    },
    go: async (view) => {
      await page.goto(`${origin}/room/lakes/first${view === 'room' ? '' : `/${view}`}`)
      await page.getByText(say('room.connection-live'), { exact: true }).waitFor({ state: 'attached' })
    },
  }
}
