import { describe, expect, test } from 'vitest'
import { Duration, instantOf, isTimeZone, Moment, secondsOf } from './time.ts'

const at = (text: string): number => Date.parse(text)

describe('a length of time', () => {
  test.each([
    ['90s', 90],
    ['3m', 180],
    ['1h30m', 5400],
    ['2d', 172_800],
    ['1d2h3m4s', 93_784],
    [45, 45],
    [0, 0],
  ] as const)('%s is %i seconds', (written, seconds) => {
    expect(secondsOf(Duration.parse(written))).toBe(seconds)
  })

  test.each(['', '3', 'm', '3 m', '30m1h', '-3m', '1.5h', -1, 1.5])('%j is none', (written) => {
    expect(Duration.safeParse(written).success).toBe(false)
  })
})

describe('a moment', () => {
  const now = at('2031-05-14T00:00:00Z')

  test.each([
    ['2031-05-14T09:00+08:00', '2031-05-14T01:00:00Z'],
    ['2031-05-14T09:00:30Z', '2031-05-14T09:00:30Z'],
    ['2031-05-14T09:00-03:30', '2031-05-14T12:30:00Z'],
    ['1970-01-01T00:00Z', '1970-01-01T00:00:00Z'],
    ['now', '2031-05-14T00:00:00Z'],
    ['+2d', '2031-05-16T00:00:00Z'],
    ['-45m', '2031-05-13T23:15:00Z'],
  ])('%s is %s', (written, expected) => {
    expect(instantOf(Moment.parse(written), now, 'UTC')).toBe(at(expected))
  })

  test.each([
    ['2031-07-01T12:00', 'Asia/Shanghai', '2031-07-01T04:00:00Z'],
    ['2031-07-01T12:00', 'Europe/Oslo', '2031-07-01T10:00:00Z'],
    ['2031-12-01T12:00', 'Europe/Oslo', '2031-12-01T11:00:00Z'],
    ['2031-01-01T00:30', 'America/St_Johns', '2031-01-01T04:00:00Z'],
  ])('%s without an offset is on the clocks of %s', (written, zone, expected) => {
    expect(instantOf(Moment.parse(written), now, zone)).toBe(at(expected))
  })

  test.each([
    '2031-02-30T09:00Z',
    '2031-13-01T09:00Z',
    '2031-05-14T25:00Z',
    '2031-05-14T24:00Z',
    '2031-05-14',
    '14.05.2031',
    '2031-05-14T09:00+99:00',
    'tomorrow',
    '1969-12-31T23:59Z',
    '1970-01-01T00:00+01:00',
    '1970-01-01T00:00',
    '9999-12-31T23:59-12:00',
    '+',
    '+3',
    -1,
  ])('%j is none', (written) => {
    expect(Moment.safeParse(written).success).toBe(false)
  })
})

test('a time zone is one the machine knows', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true)
  expect(isTimeZone('Asia/Atlantis')).toBe(false)
})
