import type { Catalogue } from './choose-catalogue.ts'

/**
 * A length of time in the language's own short units, whole seconds, the largest unit first: `6 min 30 s`, `6分30秒`,
 * `1 ч 5 мин`. Parts that are zero are left out; nothing at all is `0 s`.
 */
export const formatDuration = (language: Catalogue, seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  const amounts = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ]
  const { units, between, join } = UNITS[language]
  const parts = amounts.flatMap((amount, index) =>
    amount === 0 ? [] : [`${amount}${between}${units[index]}`],
  )
  return parts.length === 0 ? `0${between}${units[3]}` : parts.join(join)
}

/** Minutes as planned times are written: `20 min`, `20分钟`. */
export const formatMinutes = (language: Catalogue, minutes: number): string =>
  language === 'zh' ? `${minutes}分钟` : formatDuration(language, minutes * 60)

const UNITS: Readonly<
  Record<Catalogue, { readonly units: readonly string[]; readonly between: string; readonly join: string }>
> = {
  zh: { units: ['天', '小时', '分', '秒'], between: '', join: '' },
  ru: { units: ['дн.', 'ч', 'мин', 'с'], between: '\u00a0', join: ' ' },
  en: { units: ['d', 'h', 'min', 's'], between: '\u00a0', join: ' ' },
  ar: { units: ['ي', 'س', 'د', 'ث'], between: '\u00a0', join: ' ' },
}

/** A whole or decimal number with the language's grouping and decimal signs, in European digits. */
export const formatNumber = (language: Catalogue, number: number): string =>
  new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(number)

/**
 * Things one after the other: `A, B and C`. Chinese joins things with 、 and 和, and persons with 、 alone, as its press
 * does.
 */
export const formatList = (
  language: Catalogue,
  items: readonly string[],
  of: 'persons' | 'things' = 'things',
): string => {
  if (language === 'zh') return of === 'persons' || items.length < 2 ? items.join('、') : chineseList(items)
  return new Intl.ListFormat(LIST_LOCALE[language], { type: 'conjunction' }).format(items)
}

const LIST_LOCALE = { ru: 'ru', en: 'en-GB', ar: 'ar' } as const

const chineseList = (items: readonly string[]): string =>
  `${items.slice(0, -1).join('、')}和${items.at(-1) ?? ''}`

/** What a language is called in a language: `русский`, `俄语`; the tag itself when this machine knows no name. */
export const languageName = (language: Catalogue, named: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(named) ?? named
  } catch (error) {
    if (error instanceof RangeError) return named
    throw error
  }
}
