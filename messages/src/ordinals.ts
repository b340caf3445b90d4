import type { Catalogue } from './choose-catalogue.ts'

/**
 * Which one in a series, from 1 to 9999, in words where the language has short ones: `第八次`, `восьмое`, `eighth`,
 * `الثامن`. The forms agree with what is counted: a meeting (次, заседание, اجتماع) or an edition (版 is added by
 * the catalogue's sentence; издание, إصدار).
 */
export const ordinal = (language: Catalogue, number: number, of: 'meeting' | 'edition'): string => {
  switch (language) {
    case 'zh':
      return of === 'meeting' ? `第${chineseNumber(number)}次` : `第${chineseNumber(number)}`
    case 'ru':
      return russianOrdinal(number)
    case 'en':
      return englishOrdinal(number)
    case 'ar':
      return arabicOrdinal(number)
  }
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const PLACES = ['千', '百', '十', '']

/** A number from 1 to 9999 as it is read aloud: 21 is 二十一, 10 is 十, 105 is 一百零五. */
export const chineseNumber = (number: number): string => {
  const digits = String(number).padStart(4, '0').split('').map(Number)
  let words = ''
  let zero = false
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      zero = words !== ''
      continue
    }
    words += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[index]}`
    zero = false
  }
  return number >= 10 && number < 20 ? words.slice(1) : words
}

const RU_ONES =
  ' первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое тринадцатое четырнадцатое пятнадцатое шестнадцатое семнадцатое восемнадцатое девятнадцатое'.split(
    ' ',
  )
const RU_TENS =
  '  двадцатое тридцатое сороковое пятидесятое шестидесятое семидесятое восьмидесятое девяностое'.split(' ')
const RU_TENS_BEFORE = '  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(
  ' ',
)

/** Neuter, as заседание and издание are; beyond a hundred in figures, with the ending the rules of print give. */
const russianOrdinal = (number: number): string => {
  if (number === 100) return 'сотое'
  if (number > 100) return `${number}-е`
  if (number < 20) return RU_ONES[number] ?? ''
  const ones = number % 10
  const tens = Math.floor(number / 10)
  return ones === 0 ? (RU_TENS[tens] ?? '') : `${RU_TENS_BEFORE[tens]} ${RU_ONES[ones]}`
}

const EN_ONES =
  ' first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const EN_TENS = '  twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ')
const EN_TENS_BEFORE = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const EN_SUFFIXES = { zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' } as const

const englishOrdinal = (number: number): string => {
  if (number >= 100) {
    return `${number}${EN_SUFFIXES[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)]}`
  }
  if (number < 20) return EN_ONES[number] ?? ''
  const ones = number % 10
  const tens = Math.floor(number / 10)
  return ones === 0 ? (EN_TENS[tens] ?? '') : `${EN_TENS_BEFORE[tens]}-${EN_ONES[ones]}`
}

const AR_ONES = '|الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر'.split('|')
const AR_ONES_BEFORE = '|الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع'.split('|')
const AR_TENS = '||العشرون|الثلاثون|الأربعون|الخمسون|الستون|السبعون|الثمانون|التسعون'.split('|')

/** Masculine, as اجتماع and إصدار are; from a hundred on in figures. */
const arabicOrdinal = (number: number): string => {
  if (number >= 100) return number === 100 ? 'المائة' : `رقم ${number}`
  if (number <= 10) return AR_ONES[number] ?? ''
  const ones = AR_ONES_BEFORE[number % 10] ?? ''
  if (number < 20) return `${ones} عشر`
  const tens = AR_TENS[Math.floor(number / 10)] ?? ''
  return ones === '' ? tens : `${ones} و${tens}`
}
