import type { ReleaseFacts } from '@parley/domain/release/facts'
import { chineseNumber, ordinal } from '../ordinals.ts'
import { firstFitting } from './headline.ts'
import { inAnyLanguage, inLanguage, quoted } from './wording.ts'
import type { Quotes } from './wording.ts'

const TITLE_MARKS: Quotes = { outer: ['《', '》'], inner: ['〈', '〉'] }
const CHARACTERS = 34

/* What official texts are; the kind stands last in a title. */
const KINDS =
  '联合声明 联合公报 联合宣言 行动计划 谅解备忘录 合作协议 共识 声明 宣言 公报 决定 决议 纪要 协议 协定 备忘录 倡议 章程 议定书'.split(
    ' ',
  )

/** A title in its marks. */
export const chineseTitle = (words: string): string => quoted(words.replace(/^《(.*)》$/u, '$1'), TITLE_MARKS)

/** The series and number of the meeting, as headline and text call it. */
export const chineseMeeting = (facts: ReleaseFacts, language: string): string =>
  `${inAnyLanguage(facts.dialogueName, language)}${ordinal('zh', facts.number, 'meeting')}会议`

/**
 * The meeting, and what it adopted: a text by its title, by its kind alone where the title repeats the meeting or is too
 * long for a headline, or else as a document of the meeting.
 */
export const chineseHeadline = (facts: ReleaseFacts, language: string): string => {
  const meeting = chineseMeeting(facts, language)
  const titles = facts.adopted.map(({ title }) => inLanguage(title, language))
  if (titles.length === 0) return `${meeting}举行`
  const [only] = titles
  const number = titles.length === 2 ? '两' : chineseNumber(titles.length)
  const general = titles.length === 1 ? '会议文件' : `${number}份文件`
  const kind = titles.length === 1 ? KINDS.find((one) => only?.endsWith(one)) : undefined
  const whole = titles.flatMap((title) =>
    title === undefined || repeats(title, facts, language) ? [] : [chineseTitle(title)],
  )
  const documents = [
    ...(whole.length === titles.length ? [whole.join('')] : []),
    ...(kind === undefined ? [] : [kind]),
  ]
  const wordings = [...documents, general].map((document) => `${meeting}通过${document}`)
  return firstFitting(CHARACTERS, [wordings[0] ?? meeting, ...wordings.slice(1)])
}

const repeats = (title: string, facts: ReleaseFacts, language: string): boolean =>
  title.includes(ordinal('zh', facts.number, 'meeting')) ||
  title.includes(inAnyLanguage(facts.dialogueName, language))
