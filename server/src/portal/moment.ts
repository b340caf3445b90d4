import { type DateStyle, formatDate, localDay } from '@parley/messages/dates'
import { formatDuration } from '@parley/messages/quantities'
import type { PublicMeeting } from '../application/archive/public-record.ts'
import { type Content, html } from '../markup/html.ts'
import type { Reader } from './reader.ts'

/** Year, month and day as they stand in an address. */
export const calendarDay = (at: number, timeZone: string): readonly string[] =>
  localDay(at, timeZone).split('-')

export const isoInstant = (at: number): string => new Date(at).toISOString()

/** The time zone in which a meeting's days are counted: the host's. */
export const hostZone = (meeting: PublicMeeting): string =>
  meeting.delegations.find(({ id }) => id === meeting.host)?.timeZone ?? 'UTC'

export const timeElement = (reader: Reader, at: number, timeZone: string, style: DateStyle): Content =>
  html`<time datetime="${isoInstant(at)}"
    >${reader.framed(formatDate(reader.catalogue, at, timeZone, style))}</time
  >`

export const dateElement = (reader: Reader, at: number, timeZone: string): Content =>
  timeElement(reader, at, timeZone, 'date')

export const shortDateElement = (reader: Reader, at: number, timeZone: string): Content =>
  timeElement(reader, at, timeZone, 'short')

export const duration = (reader: Reader, ms: number): string =>
  formatDuration(reader.catalogue, Math.round(ms / 1000))
