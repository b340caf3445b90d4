import { readFileSync } from 'node:fs'
import { connect, openSession, type ParleyClient } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import type { DialogueCommand } from '@parley/domain/dialogue/commands'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { versionHash } from '@parley/domain/text/version'

/*
 * A negotiation of 500 blocks in four languages on a real server: half of the blocks agreed, every third contested by
 * a second wording. Run by itself it prints an invitation of the head of a delegation:
 *
 *   node bench/src/long-text.ts http://127.0.0.1:8420 data/operator.token
 */

export const LANGUAGES = ['zh', 'ru', 'en', 'ar'] as const
export const BLOCKS = 500
const MEETING = 'meeting/long/first'
const TEXT = 'long'

const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

const named = (zh: string, ru: string, en: string, ar: string) => ({ zh, ru, en, ar })

/** The wording of a block in each language, as first put forward (0) or as contested (1). */
export const wordingOf = (n: number, verb: 0 | 1): Record<string, string> => ({
  zh: `第${n}条：双方应当在平等互利、相互尊重的基础上${['加强', '深化'][verb]}流域水文观测合作，每年至少交换${n}次数据，并在六个月内通报结果。`,
  ru: `Статья ${n}. Стороны ${['укрепляют', 'углубляют'][verb]} сотрудничество в области гидрологических наблюдений на основе равенства и взаимного уважения, обмениваются данными не реже ${n} раз в год и сообщают о результатах в течение шести месяцев.`,
  en: `Article ${n}. The sides ${['strengthen', 'deepen'][verb]} co-operation in hydrological observation on the basis of equality and mutual respect, exchange data at least ${n} times a year and report the results within six months.`,
  ar: `المادة ${n}: ${['يعزز', 'يعمق'][verb]} الجانبان التعاون في الرصد الهيدرولوجي على أساس المساواة والاحترام المتبادل، ويتبادلان البيانات ${n} مرات في السنة على الأقل، ويبلغان النتائج في غضون ستة أشهر.`,
})

const versionOf = (n: number, verb: 0 | 1): string =>
  versionHash(
    'paragraph',
    Object.fromEntries(Object.entries(wordingOf(n, verb)).map(([one, s]) => [one, [{ t: 'text', s }]])),
  )

const founding: DialogueCommand = {
  type: 'FoundDialogue',
  dialogue: 'long',
  name: named('长河论坛', 'Форум долгой реки', 'The long river forum', 'منتدى النهر الطويل'),
  parties: [
    {
      id: 'north',
      name: named('北岸', 'Северный берег', 'North bank', 'الضفة الشمالية'),
      city: named('北城', 'Северск', 'Northtown', 'مدينة الشمال'),
      timeZone: 'Asia/Shanghai',
      language: 'zh',
    },
    {
      id: 'south',
      name: named('南岸', 'Южный берег', 'South bank', 'الضفة الجنوبية'),
      city: named('南城', 'Южный', 'Southtown', 'مدينة الجنوب'),
      timeZone: 'Europe/Moscow',
      language: 'ru',
    },
  ],
  languages: [...LANGUAGES],
  rulePack: 'bilateral/1',
  secretariats: [
    { seat: 'office', person: { name: named('秘书处', 'Секретариат', 'Secretariat', 'الأمانة') } },
  ],
}

const convening: DialogueCommand = {
  type: 'ConveneMeeting',
  meeting: 'first',
  theme: named('水', 'Вода', 'Water', 'المياه'),
  mode: 'video',
  startsAt: 1_930_000_000_000,
}

const tabling = (n: number, verb: 0 | 1): ProceedingsCommand => ({
  type: 'TableProposal',
  text: TEXT,
  proposal: `p-${n}-${verb}`,
  block: `block-${n}`,
  body: wordingOf(n, verb),
  ...(verb === 0 ? { intent: 'new', kind: 'paragraph' } : { intent: 'edit', base: versionOf(n, 0) }),
})

/** Whether a second wording of a block is put forward. */
export const isContested = (n: number): boolean => n % 3 === 0

/** Every one from 1 to the number of blocks that is kept. */
const numbers = (keep: (n: number) => boolean): readonly number[] =>
  Array.from({ length: BLOCKS }, (_, index) => index + 1).filter(keep)

const does = async (client: ParleyClient, command: ProceedingsCommand) =>
  must(await client.act(MEETING, command))

const negotiate = async (north: ParleyClient, south: ParleyClient): Promise<void> => {
  for (const n of numbers(() => true)) await does(north, tabling(n, 0))
  for (const n of numbers(isContested)) await does(south, tabling(n, 1))
  const agreed = numbers((n) => n % 3 !== 0 && n % 4 !== 0)
  for (let from = 0; from < agreed.length; from += 200) {
    const targets = agreed
      .slice(from, from + 200)
      .map((n) => ({ block: `block-${n}`, version: versionOf(n, 0) }))
    await does(north, { type: 'TakeStance', text: TEXT, level: 'confirmed', targets })
    await does(south, { type: 'TakeStance', text: TEXT, level: 'can-live', targets })
  }
}

const seatOf = (delegation: string) => ({ dialogue: 'long', meeting: 'first', seat: `${delegation}-head` })

/** Founds it, negotiates it, and gives an invitation for each head of delegation. */
export const longText = async (
  origin: string,
  operatorToken: string,
): Promise<Readonly<Record<'north' | 'south', string>>> => {
  const operator = connect({ origin, token: operatorToken })
  must(await operator.found(founding))
  const enter = async (principal: Parameters<ParleyClient['invite']>[0]): Promise<ParleyClient> => {
    const { token } = must(await operator.invite(principal))
    return connect({ origin, token: must(await openSession(origin, token)).token })
  }
  const office = await enter({ dialogue: 'long', seat: 'office' })
  must(await office.act('dialogue/long', convening))
  const accredit = async (delegation: 'north' | 'south', name: Record<string, string>): Promise<void> => {
    const command: ProceedingsCommand = {
      type: 'AccreditPerson',
      seat: `${delegation}-head`,
      role: 'head',
      delegation,
      person: { name },
    }
    must(await office.act(MEETING, command))
  }
  await accredit(
    'north',
    named('北岸议长', 'Спикер северного берега', 'Speaker of the north bank', 'رئيس الضفة الشمالية'),
  )
  await accredit(
    'south',
    named('南岸议长', 'Спикер южного берега', 'Speaker of the south bank', 'رئيس الضفة الجنوبية'),
  )
  const opening: ProceedingsCommand = {
    type: 'OpenText',
    text: TEXT,
    title: named('长文', 'Длинный текст', 'The long text', 'النص الطويل'),
  }
  must(await office.act(MEETING, opening))
  await negotiate(await enter(seatOf('north')), await enter(seatOf('south')))
  return {
    north: must(await operator.invite(seatOf('north'))).link,
    south: must(await operator.invite(seatOf('south'))).link,
  }
}

if (import.meta.main) {
  const [origin, tokenFile] = process.argv.slice(2)
  if (origin === undefined || tokenFile === undefined)
    throw new Error('an address and a token file are needed')
  const { north, south } = await longText(origin, readFileSync(tokenFile, 'utf8').trim())
  console.log(`${north}\n${south}`)
}
