import type { PublicDialogue } from '../../application/archive/public-record.ts'
import { addresses } from '../addresses.ts'
import { type Content, html } from '../../markup/html.ts'
import { type Reader, directionOfReader, meetingName } from '../reader.ts'

const MEETINGS_DRAWN = 12
const STEP = 44

/** The series on one line: every public meeting a point, those whose record is not public an open one. */
export const seriesLine = (reader: Reader, { meetings, dialogue }: PublicDialogue): Content => {
  const latest = meetings[0]?.number ?? 0
  const first = Math.max(1, latest - MEETINGS_DRAWN + 1)
  const numbers = Array.from({ length: Math.max(0, latest - first + 1) }, (_, place) => first + place)
  const known = new Map(meetings.map((meeting) => [meeting.number, meeting]))
  const width = Math.max(1, numbers.length) * STEP
  return html`<svg
    class="series"
    viewBox="0 0 ${width} 40"
    width="${width}"
    height="40"
    role="group"
    aria-labelledby="series-${dialogue}"
  >
    <title id="series-${dialogue}">
      ${reader.word('portal.series-drawn', { count: meetings.length, latest })}
    </title>
    <path class="sf" d="M${STEP / 2} 12H${width - STEP / 2}" stroke-width="1" />
    ${numbers.map((number, place) => {
      // The line runs the way the page is read.
      const along = directionOfReader(reader) === 'rtl' ? numbers.length - 1 - place : place
      const x = along * STEP + STEP / 2
      const meeting = known.get(number)
      const mark = html`<circle
          class="${meeting === undefined ? 'open' : 'fi'}"
          cx="${x}"
          cy="12"
          r="${number === latest ? 6 : 4}"
        /><text x="${x}" y="34" text-anchor="middle" font-size="12">${number}</text>`
      return meeting === undefined
        ? mark
        : html`<a
            href="${addresses.meeting(reader.language, meeting)}"
            aria-label="${reader.word('portal.labelled', { label: number, value: meetingName(reader, number) })}"
            >${mark}</a
          >`
    })}
  </svg>`
}
