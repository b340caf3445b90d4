import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFindings, openBrowser } from './browser.ts'
import { startSystem, type System } from './system.ts'

/* Two secretariats prepare a meeting between invented delegations from an empty dialogue, each in a language of its own. */

const words = (zh: string, ru: string) => ({ zh, ru })
const party = (id: string, zh: string, ru: string, timeZone: string) => ({
  id,
  name: words(zh, ru),
  city: words(`${zh}城`, `Город: ${ru}`),
  timeZone,
  language: 'zh',
})
const FOUNDING = {
  type: 'FoundDialogue',
  dialogue: 'lakes',
  name: words('湖岸与高原对话', 'Диалог Приозёрья и Высокогорья'),
  parties: [
    party('lakeside', '湖岸区', 'Приозёрье', 'Asia/Shanghai'),
    party('highmoor', '高原区', 'Высокогорье', 'Europe/Moscow'),
  ],
  languages: ['zh', 'ru'],
  rulePack: 'bilateral/1',
  secretariats: ['lakeside', 'highmoor'].map((id) => ({
    seat: `${id}-office`,
    party: id,
    person: { name: words(`${id}秘书处`, `Секретариат: ${id}`) },
  })),
}

let system: System
let browser: Browser
let operator: string
beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
  operator = (await readFile(join(system.data, 'operator.token'), 'utf8')).trim()
  await post('/api/dialogues', { id: 'found-lakes', command: FOUNDING })
}, 120_000)
afterAll(async () => {
  await browser.close()
  await system.stop()
}, 30_000)

const post = async (path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
  const answer = await fetch(`${system.origin}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operator}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.ok).toBe(true)
  return answer.json()
}

const secretariat = async (seat: string, language: string): Promise<Page> => {
  const { token: invitation } = await post('/api/dialogues/lakes/invitations', { seat })
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${system.origin}/room/-/nowhere`)
  await page.evaluate(
    async ([token, chosen]) => {
      localStorage.setItem('parley.language', String(chosen))
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/sessions', {
        method: 'POST',
        headers,
        body: JSON.stringify({ invitation: token }),
      })
    },
    [invitation, language],
  )
  return page
}

/** Writes a wording: the reader's own language comes first. */
const write = async (form: ReturnType<Page['locator']>, group: number, ...texts: readonly string[]) => {
  for (const [place, text] of texts.entries()) {
    await form.locator('fieldset').nth(group).locator('input').nth(place).fill(text)
  }
}

describe('a meeting prepared from an empty dialogue', () => {
  it('is ready to open when two secretariats have done their part, each in its own window and language', async () => {
    const zh = await secretariat('lakeside-office', 'zh')
    const ru = await secretariat('highmoor-office', 'ru')

    await zh.goto(`${system.origin}/room/lakes`)
    await zh.getByRole('button', { name: '召集下次会议' }).click()
    await zh.getByRole('textbox', { name: '中文' }).fill('两地合作')
    await zh.getByLabel('日期').fill('2027-03-12')
    await zh.getByLabel(/^时间/).fill('15:00')
    await zh.getByRole('button', { name: '召集下次会议' }).click()
    await zh
      .getByRole('alertdialog')
      .getByRole('button', { name: /召集下次会议/ })
      .click()
    await zh.waitForURL('**/meeting-1/prepare')

    await ru.goto(`${system.origin}/room/lakes/meeting-1/prepare`)
    // Each line of what is missing leads to where it is put right.
    await ru.getByRole('button', { name: /У темы нет формулировки/ }).click()
    await ru.getByRole('textbox', { name: 'русский' }).fill('Сотрудничество двух краёв')
    await ru.keyboard.press('Enter')
    await zh.getByText('Сотрудничество двух краёв').waitFor()

    await zh.getByRole('button', { name: /湖岸区.*团长/ }).click()
    await accredit(zh, 'lakeside', '登记人员', '湖岸区议长', 'Председатель Приозёрья')
    await ru.getByRole('button', { name: /«Высокогорье» нет главы/ }).click()
    await accredit(ru, 'highmoor', 'Аккредитовать участника', 'Глава Высокогорья', '高原区议长')

    await zh.getByRole('button', { name: '指定主席' }).click()
    await zh.getByRole('checkbox', { name: /湖岸区议长/ }).check()
    await zh.locator('[id="chair"]').last().getByRole('button', { name: '指定主席' }).click()

    for (const title of ['开幕', '讨论', '闭幕']) {
      await zh.getByRole('button', { name: '增列议程项目' }).click()
      const form = zh.locator('[id="item/new"]')
      await write(form, 0, title, `Пункт: ${title}`)
      await form.locator('input[type=number]').fill('20')
      await form.getByRole('button', { name: '增列议程项目' }).click()
      await form.waitFor({ state: 'detached' })
    }
    await zh.getByText('已无缺项，主席可以宣布开会。').waitFor()
    await ru.getByText('Всё готово. Председатель может открыть заседание.').waitFor()
    expect(await accessibilityFindings(zh)).toEqual([])

    // Another order by the keyboard alone; planned times follow on the other side's screen.
    await zh.getByRole('row', { name: '开幕' }).focus()
    await zh.keyboard.press('ArrowDown')
    await zh.keyboard.press('ArrowDown')
    await zh.keyboard.press('Tab')
    await zh.keyboard.press('Enter')
    // The last item now goes through the gaps between the others; the one wanted is between the first two.
    const focused = (): Promise<string> => zh.evaluate(() => document.activeElement?.ariaLabel ?? '')
    await expect.poll(focused).not.toBe('移动：闭幕')
    for (let gap = 0; gap < 6 && !/开幕.*讨论/.test(await focused()); gap += 1) {
      await zh.keyboard.press('ArrowUp')
    }
    await zh.keyboard.press('Enter')
    await ru.getByRole('row', { name: 'Пункт: 闭幕' }).getByText('10:20').waitFor()
  }, 90_000)
})

const accredit = async (page: Page, side: string, save: string, ...names: readonly string[]) => {
  const form = page.locator(`[id="person/${side}/new"]`)
  await write(form, 0, ...names)
  await form.getByRole('button', { name: save, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}
