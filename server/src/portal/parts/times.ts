import type { PublicMeeting } from '../../application/archive/public-record.ts'
import { type Content, html } from '../../markup/html.ts'
import { duration } from '../moment.ts'
import type { Reader } from '../reader.ts'
import { type TimesUsed, timesUsed } from '../times.ts'
import { marked, sideClass, sideTitle } from './sides.ts'

const ROW = 26
const WIDTH = 640
const AXIS = WIDTH / 2
const GAP = 2

/** Times used per delegation and item: drawn as bars from an axis, and the same in a table. */
export const timesSection = (reader: Reader, meeting: PublicMeeting): Content => {
  const times = timesUsed(meeting)
  if (times === undefined) return undefined
  const titles = new Map(meeting.items.map(({ item }) => [item.id, reader.title(item.title)]))
  const hasOthers = times.whole.others > 0
  const row = (label: Content, used: TimesUsed): Content =>
    html`<tr>
      <th scope="row">${label}</th>
      ${used.byDelegation.map((ms) => cell(reader, ms))}${hasOthers && cell(reader, used.others)}${cell(reader, used.totalMs)}
    </tr> `
  return html`<section aria-labelledby="times">
    <h2 class="sec" id="times">${reader.say('portal.time-used-by-delegation')}</h2>
    <figure>
      ${drawn(
        reader,
        meeting,
        times.items.map(({ used }) => used),
      )}
      <figcaption class="small">${reader.say('portal.time-note')}</figcaption>
    </figure>
    <div class="scroll" tabindex="0" role="group" aria-label="${reader.word('portal.table-caption-time')}">
      <table class="times">
        <caption class="vh">
          ${reader.say('portal.table-caption-time')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${reader.say('portal.item')}</th>
            ${meeting.delegations.map((party) => html`<th scope="col">${marked(meeting.delegations, party.id, sideTitle(reader, party))}</th>`)}${hasOthers && html`<th scope="col">${reader.say('portal.others')}</th>`}
            <th scope="col">${reader.say('portal.total')}</th>
          </tr>
        </thead>
        <tbody>
          ${times.items.map(({ item, used }) => row(titles.get(item), used))}
        </tbody>
        <tfoot>
          ${row(reader.say('portal.total'), times.whole)}
        </tfoot>
      </table>
    </div>
  </section>`
}

const cell = (reader: Reader, ms: number): Content =>
  html`<td class="n">${ms > 0 ? reader.framed(duration(reader, ms)) : '–'}</td>`

const drawn = (reader: Reader, meeting: PublicMeeting, rows: readonly TimesUsed[]): Content => {
  const longest = Math.max(...rows.flatMap(({ byDelegation }) => byDelegation), 1)
  const two = meeting.delegations.length === 2
  const height = rows.length * (two ? ROW : ROW * meeting.delegations.length * 0.5 + 6)
  const shares = meeting.delegations
    .map(({ side, name }, place) => {
      const used = rows.reduce((sum, { byDelegation }) => sum + (byDelegation[place] ?? 0), 0)
      return reader.word('portal.work-times-of', {
        side: reader.plain(side ?? name),
        time: duration(reader, used),
      })
    })
    .join('; ')
  return html`<svg
    class="balance"
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-labelledby="times-title times-desc"
  >
    <title id="times-title">${reader.word('portal.time-used-by-delegation')}</title>
    <desc id="times-desc">${shares}</desc>
    ${rows.map(({ byDelegation }, row) => (two ? facing(byDelegation, row, longest) : stacked(byDelegation, row, longest)))}
    ${two && html`<path class="ln" d="M${AXIS} 0V${height}" stroke-width="1" />`}
  </svg>`
}

/** Two sides: one bar each way from the axis. */
const facing = ([one = 0, two = 0]: readonly number[], row: number, longest: number): Content => {
  const reach = AXIS - 20
  const first = round((one / longest) * reach)
  const second = round((two / longest) * reach)
  const y = row * ROW + 5
  return [bar('a', AXIS - GAP - first, y, first, 14), bar('b', AXIS + GAP, y, second, 14)]
}

/** More sides: a bar each from the same axis. */
const stacked = (used: readonly number[], row: number, longest: number): Content => {
  const rowHeight = ROW * used.length * 0.5 + 6
  return used.map((ms, place) =>
    bar(
      sideClass(place).slice(0, 1),
      0,
      row * rowHeight + 4 + place * ROW * 0.5,
      round((ms / longest) * WIDTH),
      9,
    ),
  )
}

/** A bar in a side's hue and pattern: solid, double, or broken into dots. */
const bar = (hue: string, x: number, y: number, width: number, height: number): Content => {
  if (width === 0) return undefined
  if (hue === 'a') return html`<rect class="fa" x="${x}" y="${y}" width="${width}" height="${height}" />`
  if (hue === 'b') {
    const line = round(height * 0.36)
    return html`<rect class="fb" x="${x}" y="${y}" width="${width}" height="${line}" /><rect
        class="fb"
        x="${x}"
        y="${round(y + height - line)}"
        width="${width}"
        height="${line}"
      />`
  }
  const middle = y + height / 2
  return html`<path
    class="sc"
    d="M${x} ${middle}h${width}"
    stroke-width="${height}"
    stroke-dasharray="5 3"
  />`
}

const round = (value: number): number => Math.round(value * 10) / 10
