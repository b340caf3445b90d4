import type { Instant } from '@parley/domain/words/identity'
import type { Catalogue } from './choose-catalogue.ts'

/**
 * `date`: day, month and year in words; `day`: the same without the year; `date-time` and `time`: with hour and minute,
 * 24 hours; `short`: digits only, for tables and lists.
 */
export type DateStyle = 'date' | 'day' | 'date-time' | 'time' | 'short'

/**
 * A moment as the clocks of `timeZone` (IANA) show it, written as the language writes dates; a zone unknown to this
 * machine is shown as UTC. Russian dates carry no trailing abbreviation for the year.
 */
export const formatDate = (
  language: Catalogue,
  instant: Instant,
  timeZone: string,
  style: DateStyle,
): string => {
  const parts = partsOf(language, instant, timeZone)
  switch (style) {
    case 'date':
      return DATE[language](parts)
    case 'day':
      return DAY[language](parts)
    case 'date-time':
      return `${DATE[language](parts)}${BETWEEN[language]}${clock(parts)}`
    case 'time':
      return clock(parts)
    case 'short':
      return language === 'ru'
        ? `${two(parts.day)}.${two(parts.month)}.${parts.year}`
        : `${parts.year}-${two(parts.month)}-${two(parts.day)}`
  }
}

/** How far a zone's clocks are from UTC at a moment: `UTC+8`, `UTC−3:30`, `UTC`. */
export const zoneOffset = (instant: Instant, timeZone: string): string => {
  const name = formatter('en', timeZone, 'offset')
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')
  return (name?.value ?? 'UTC').replace('GMT', 'UTC').replace(/\+0$/, '').replace('-', '−')
}

/** The calendar day at a moment in a zone as `YYYY-MM-DD`, for comparing days and for addresses. */
export const localDay = (instant: Instant, timeZone: string): string =>
  formatDate('en', instant, timeZone, 'short')

type Parts = {
  readonly year: string
  readonly month: string
  readonly monthName: string
  readonly day: string
  readonly hour: string
  readonly minute: string
}

const DAY: Readonly<Record<Catalogue, (parts: Parts) => string>> = {
  zh: ({ month, day }) => `${Number(month)}月${Number(day)}日`,
  ru: ({ monthName, day }) => `${Number(day)}\u00a0${monthName}`,
  en: ({ monthName, day }) => `${Number(day)} ${monthName}`,
  ar: ({ monthName, day }) => `${Number(day)} ${monthName}`,
}

const DATE: Readonly<Record<Catalogue, (parts: Parts) => string>> = {
  zh: (parts) => `${parts.year}年${DAY.zh(parts)}`,
  ru: (parts) => `${DAY.ru(parts)} ${parts.year}\u00a0года`,
  en: (parts) => `${DAY.en(parts)} ${parts.year}`,
  ar: (parts) => `${DAY.ar(parts)} ${parts.year}`,
}

const BETWEEN: Readonly<Record<Catalogue, string>> = { zh: ' ', ru: ', ', en: ', ', ar: '، ' }

const clock = ({ hour, minute }: Parts): string => `${hour}:${minute}`
const two = (digits: string): string => digits.padStart(2, '0')

const partsOf = (language: Catalogue, instant: Instant, timeZone: string): Parts => {
  const digits = pick(formatter('en', timeZone, 'digits').formatToParts(instant))
  const words = pick(formatter(language, timeZone, 'words').formatToParts(instant))
  return {
    year: digits('year'),
    month: digits('month'),
    monthName: words('month'),
    day: digits('day'),
    hour: digits('hour'),
    minute: digits('minute'),
  }
}

const pick =
  (parts: readonly Intl.DateTimeFormatPart[]) =>
  (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? ''

const OPTIONS = {
  digits: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  words: { month: 'long', day: 'numeric' },
  offset: { timeZoneName: 'shortOffset' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatter = (
  language: Catalogue,
  timeZone: string,
  kind: keyof typeof OPTIONS,
): Intl.DateTimeFormat => {
  const id = `${language}/${timeZone}/${kind}`
  const known = formatters.get(id)
  if (known !== undefined) return known
  const made = zoned(language, timeZone, kind)
  formatters.set(id, made)
  return made
}

const zoned = (language: Catalogue, timeZone: string, kind: keyof typeof OPTIONS): Intl.DateTimeFormat => {
  const options = { ...OPTIONS[kind], calendar: 'gregory', numberingSystem: 'latn' }
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone })
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    throw error
  }
}
