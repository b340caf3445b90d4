import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { Expression } from '@parley/domain/release/events'

/** Releases of meetings that never were, for tests. */

export const HASH = 'ab'.repeat(32)

export const expression = (headline: string, ...paragraphs: readonly string[]): Expression => ({
  headline,
  deck: `${headline}…`,
  dateline: 'North Haven, 12 May',
  byline: 'Joint secretariat',
  source: 'Joint secretariat',
  paragraphs: paragraphs.map((text) => ({ text, facts: [] })),
})

export const published = (
  language: string,
  edition: number,
  told: Expression,
  more: { readonly correction?: string; readonly embargoUntil?: number } = {},
): ProceedingsEvent => ({
  type: 'ReleasePublished',
  release: 'r1',
  language,
  edition,
  hash: HASH,
  expression: told,
  ...more,
})

export const ZH_RELEASE = expression(
  '两港对话举行会议并通过共识',
  '林海宣读了北港市长的来信。',
  '双方讨论了冬季冰情，奥尔洛夫介绍了情况。',
)
export const RU_RELEASE = expression(
  'Гавани провели заседание',
  'Письмо мэра огласил Линь Хай.',
  'О ледовой обстановке сообщил Пётр Орлов.',
)
export const EN_RELEASE = expression(
  'The two havens met and adopted a consensus',
  'Lin Hai read out the letter.',
  'The sides spoke about ice and tugs.',
)

/** The release in the three languages of the two havens. */
export const RELEASED: readonly ProceedingsEvent[] = [
  published('zh', 1, ZH_RELEASE),
  published('ru', 1, RU_RELEASE),
  published('en', 1, EN_RELEASE),
]
