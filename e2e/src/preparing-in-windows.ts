import { expect } from 'vitest'
import type { Catalogue } from '../../messages/src/choose-catalogue.ts'
import { format, type Key } from '../../messages/src/format.ts'
import { languageName } from '../../messages/src/quantities.ts'
import { accessibilityFindings } from './browser.ts'
import type { Journey, Window } from './own-dialogue.ts'

/* The part of a journey before the opening: two secretariats in two windows, from an empty dialogue to everybody in the room. */

type Form = ReturnType<Window['page']['locator']>
type Languages = readonly [Catalogue, Catalogue]
type Localized = Readonly<Partial<Record<Catalogue, string>>>

const PARTIES = [
  { id: 'lakeside', name: { zh: '湖岸区', ru: 'Приозёрье', en: 'Lakeside', ar: 'إقليم البحيرات' } },
  { id: 'highmoor', name: { zh: '高原区', ru: 'Высокогорье', en: 'Highmoor', ar: 'إقليم التلال' } },
] as const
const HEADS = [
  { zh: '湖岸区议长', ru: 'Председатель Приозёрья', en: 'Speaker of Lakeside', ar: 'رئيسة مجلس البحيرات' },
  { zh: '高原区主席', ru: 'Глава Высокогорья', en: 'Governor of Highmoor', ar: 'حاكم إقليم التلال' },
] as const
const THEME = {
  zh: '两地合作',
  ru: 'Сотрудничество двух краёв',
  en: 'Co-operation',
  ar: 'التعاون بين الإقليمين',
}
const LETTER = {
  zh: '祝会议成功。',
  ru: 'Успешной работы!',
  en: 'We wish success.',
  ar: 'نتمنى لكم التوفيق.',
}
const REGIONALS = [
  { zh: '镜湖市市长', ru: 'Мэр Зеркального', en: 'Mayor of Mirror Lake', ar: 'عمدة مدينة المرآة' },
  { zh: '石门市市长', ru: 'Мэр Каменных Врат', en: 'Mayor of Stonegate', ar: 'عمدة مدينة البوابة' },
] as const
const TOPICS = [
  {
    zh: '边界河流的防洪',
    ru: 'Защита от паводков',
    en: 'Protection from floods',
    ar: 'الحماية من الفيضانات',
  },
  { zh: '湖区生态', ru: 'Природа озёрного края', en: 'Care of the lakes', ar: 'رعاية البحيرات' },
  { zh: '青年交流', ru: 'Молодёжные обмены', en: 'Youth exchange', ar: 'تبادل الشباب' },
] as const

type Item = {
  readonly kind: 'messages' | 'topic' | 'exchange' | 'text' | 'adoption' | 'signature'
  /** Where it is called more than what it is. */
  readonly title?: Localized
}
/** Two people by their windows: the one of the first side, the one of the second. */
export type Pair = readonly [Window, Window]

const AGENDA: readonly Item[] = [
  { kind: 'messages' },
  ...TOPICS.map((title) => ({ kind: 'topic' as const, title })),
  { kind: 'exchange' },
  { kind: 'text' },
  { kind: 'adoption' },
  { kind: 'signature' },
]

/**
 * A meeting in the shape of the model case – three topics, an exchange between two regional leaders, a text – with the
 * heads and the regional leaders of both sides in its room; the first head is in the chair.
 */
export const prepareMeeting = async (
  journey: Journey,
  languages: Languages,
  spoken: Languages,
): Promise<{ readonly desks: Pair; readonly heads: Pair; readonly regionals: Pair }> => {
  const desks = await convened(journey, languages, spoken)
  for (const index of [0, 1] as const) await accreditRegional(desks[index], index, languages)
  for (const item of AGENDA) await placeItem(desks[0], item, languages)
  await isReady(desks)
  const heads = await bringIn(journey, desks, HEADS)
  return { desks, heads, regionals: await bringIn(journey, desks, REGIONALS) }
}

/** Convened by both secretariats, with heads, a chair, a text and the letters of both sides. */
const convened = async (journey: Journey, languages: Languages, spoken: Languages): Promise<Pair> => {
  const first = await journey.open(journey.links[0], spoken[0])
  await convene(first)
  const second = await journey.open(journey.links[1], spoken[1])
  await second.page
    .getByRole('link', { name: second.say('prepare.go-prepare') })
    .first()
    .click()
  await wordTheme(second, languages, spoken[0])
  await accreditHead(first, 0, languages)
  await accreditHead(second, 1, languages)
  await first.press(first.say('prepare.appoint'))
  const chair = formOf(first, first.say('prepare.appoint'))
  await chair.getByRole('checkbox', { name: HEADS[0][first.language] }).check()
  await save(first, first.say('prepare.appoint'))
  await openText(first, languages)
  for (const [index, desk] of [first, second].entries()) await receiveLetter(desk, index, languages)
  return [first, second]
}

/** Nothing is missing any more at either desk. */
const isReady = async (desks: Pair): Promise<void> => {
  for (const desk of desks) {
    await desk.page.getByText(desk.say('prepare.ready')).waitFor()
    expect(await accessibilityFindings(desk.page)).toEqual([])
  }
}

/** A form by its heading. */
const formOf = ({ page }: Window, name: string) => page.getByRole('region', { name, exact: true }).last()

/** Saves a form under the words of its button, and confirms it where that is asked; it closes once it is on record. */
const save = async (desk: Window, heading: string, words = heading, asks = false): Promise<void> => {
  const form = formOf(desk, heading)
  await form.getByRole('button', { name: words, exact: true }).click()
  if (asks) await desk.confirm()
  await form.getByRole('button', { name: desk.say('prepare.close-form') }).waitFor({ state: 'detached' })
}

/** Writes a wording into the fields of that name, one a language. */
const write = async (
  desk: Window,
  form: Form,
  key: Key,
  wording: Localized,
  languages: readonly Catalogue[],
): Promise<void> => {
  const group = form.getByRole('group', { name: desk.say(key) })
  for (const one of languages) {
    await group.getByRole('textbox', { name: languageName(desk.language, one) }).fill(wording[one] ?? '')
  }
}

/** Convened with a theme in one's own language only. */
const convene = async (desk: Window): Promise<void> => {
  const { page, say, language } = desk
  await desk.press(say('prepare.convene'))
  const form = formOf(desk, say('prepare.convene'))
  await write(desk, form, 'prepare.theme', THEME, [language])
  await form.getByLabel(say('prepare.day')).fill(new Date().toISOString().slice(0, 10))
  await form.locator('input[type=time]').fill('15:00')
  await form.getByRole('button', { name: say('prepare.convene') }).click()
  await desk.confirm()
  await page.waitForURL('**/prepare')
}

/** The line of what is missing leads to the theme, which the second side words in the language that is still without one. */
const wordTheme = async (desk: Window, languages: Languages, worded: Catalogue): Promise<void> => {
  const lacking = languages.filter((one) => one !== worded)
  for (const one of lacking) {
    const language = languageName(desk.language, one)
    await desk.press(desk.say('missing.wording-missing', { of: 'theme', language }))
  }
  const form = formOf(desk, desk.say('prepare.theme-common'))
  await write(desk, form, 'prepare.theme', THEME, lacking)
  await save(desk, desk.say('prepare.theme-common'), desk.say('prepare.save'))
}

/** So does the line of the head that is missing. */
const accreditHead = async (desk: Window, index: 0 | 1, languages: Languages): Promise<void> => {
  const delegation = PARTIES[index].name[desk.language]
  await desk.press(desk.say('missing.head-missing', { delegation }))
  await accredit(desk, index, HEADS[index], languages)
}

const accreditRegional = async (desk: Window, index: 0 | 1, languages: Languages): Promise<void> => {
  const heading = desk.say('prepare.accredit-to', { delegation: PARTIES[index].name[desk.language] })
  await desk.press(heading)
  await formOf(desk, heading).getByLabel(desk.say('prepare.role')).selectOption('regional')
  await accredit(desk, index, REGIONALS[index], languages)
}

/** Fills in and saves the open form of a delegation. */
const accredit = async (desk: Window, index: 0 | 1, name: Localized, languages: Languages): Promise<void> => {
  const heading = desk.say('prepare.accredit-to', { delegation: PARTIES[index].name[desk.language] })
  await write(desk, formOf(desk, heading), 'prepare.name', name, languages)
  await save(desk, heading, desk.say('prepare.accredit'))
}

const openText = async (desk: Window, languages: Languages): Promise<void> => {
  const heading = desk.say('prepare.open-text')
  await desk.press(heading)
  await write(desk, formOf(desk, heading), 'prepare.title', THEME, languages)
  await save(desk, heading, heading, true)
}

const placeItem = async (desk: Window, { kind, title }: Item, languages: Languages): Promise<void> => {
  const heading = desk.say('prepare.place-item')
  await desk.press(heading)
  const form = formOf(desk, heading)
  await form.getByLabel(desk.say('prepare.kind')).selectOption(kind)
  await form.getByLabel(desk.say('prepare.minutes')).fill('10')
  const called = Object.fromEntries(languages.map((one) => [one, format(one, `item-kind.${kind}`)]))
  await write(desk, form, 'prepare.title', title ?? called, languages)
  if (kind === 'exchange') await chooseBoth(desk, form)
  await save(desk, heading)
}

/** The two of an exchange, out of everybody who speaks for a delegation. */
const chooseBoth = async (desk: Window, form: Form): Promise<void> => {
  for (const [index, person] of REGIONALS.entries()) {
    const box = form.getByLabel(desk.say('prepare.person-number', { number: index + 1 }))
    const option = box.locator('option', { hasText: person[desk.language] })
    await box.selectOption(await option.getAttribute('value'))
  }
}

const receiveLetter = async (desk: Window, index: number, languages: Languages): Promise<void> => {
  const heading = desk.say('prepare.receive-from', {
    delegation: PARTIES[index]?.name[desk.language] ?? '',
  })
  await desk.press(heading)
  const form = formOf(desk, heading)
  await form.getByLabel(desk.say('prepare.reader')).selectOption({ index: 1 })
  await write(desk, form, 'prepare.name', HEADS[index] ?? {}, languages)
  await write(desk, form, 'prepare.wording-of-message', LETTER, languages)
  await save(desk, heading, desk.say('prepare.receive'), true)
}

/** Each secretariat brings in its own. */
const bringIn = async (
  journey: Journey,
  [first, second]: Pair,
  [own, other]: readonly [Localized, Localized],
): Promise<Pair> => [await invite(journey, first, own), await invite(journey, second, other)]

/** A link is made, handed over and opened; whoever comes by it waits until admitted. */
const invite = async (journey: Journey, desk: Window, person: Localized): Promise<Window> => {
  const { page, say, language } = desk
  const who = person[language] ?? ''
  await desk.press(`${say('prepare.invite')}: ${who}`)
  const link = await page.getByRole('textbox', { name: say('prepare.link-of', { who }) }).inputValue()
  const arrived = await journey.open(link, language)
  await desk.press(`${say('arrive.admit')}: ${who}`)
  await arrived.page.getByText(say('room.connection-live'), { exact: true }).waitFor({ state: 'attached' })
  expect(await accessibilityFindings(arrived.page)).toEqual([])
  return arrived
}
