import { type Content, Html, html } from '../../markup/html.ts'

/** A typographic picture. Pictures are made of letters, lines and the two sides' marks; there are no photographs. */
export type Picture =
  | { readonly kind: 'number'; readonly number: number; readonly ahead?: boolean }
  | { readonly kind: 'initial'; readonly name: string }
  | { readonly kind: 'text'; readonly columns: number }
  | { readonly kind: 'regions' }
  | { readonly kind: 'times'; readonly shares: readonly (readonly number[])[] }
  | { readonly kind: 'equal' }
  | { readonly kind: 'tree' }
  | { readonly kind: 'correction' }
  | { readonly kind: 'circle' }
  | { readonly kind: 'page' }
  | { readonly kind: 'agenda'; readonly place: number }

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A picture of 104 × 78, decoration beside a title that says the same. */
export const picture = (drawn: Picture): Content =>
  html`<svg class="th" viewBox="0 0 104 78" aria-hidden="true" focusable="false">${drawing(drawn)}</svg>`

const drawing = (drawn: Picture): Content => {
  switch (drawn.kind) {
    case 'number':
      return letters(String(drawn.number), drawn.number > 99 ? 40 : 60, drawn.ahead === true)
    case 'initial':
      return letters([...graphemes.segment(drawn.name)][0]?.segment ?? '', 50, false)
    case 'text':
      return columns(18, 15, 68, drawn.columns, 7)
    case 'regions':
      return regions()
    case 'times':
      return drawn.shares.slice(0, 4).map(([one = 0, two = 0], row) => balance(row, one, two))
    case 'equal':
      return equal()
    case 'tree':
      return TREE
    case 'correction':
      return correction()
    case 'circle':
      return circle()
    case 'page':
      return html`<rect class="fi" x="22" y="18" width="60" height="4" /><rect
          class="fi"
          x="22"
          y="26"
          width="44"
          height="4"
        />${[38, 45, 52, 59].map((y) => html`<rect class="fs" x="22" y="${y}" width="${y === 59 ? 36 : 60}" height="1.6" />`)}`
    case 'agenda':
      return [16, 28, 40, 52].map(
        (y, row) =>
          html`<rect
              class="${row === drawn.place % 4 ? 'fi' : 'fl'}"
              x="20"
              y="${y}"
              width="8"
              height="8"
            /><rect
              class="${row === drawn.place % 4 ? 'fi' : 'fs'}"
              x="34"
              y="${y + 3}"
              width="${50 - row * 6}"
              height="2"
            />`,
      )
  }
}

const letters = (text: string, size: number, ahead: boolean): Content =>
  html`<text${ahead && html` class="ahead"`} x="52" y="${39 + size * 0.35}" font-size="${size}" font-weight="700" text-anchor="middle">${text}</text>`

const twoLines = (x: number, y: number, width: number): Content =>
  html`<rect class="fb" x="${x}" y="${y}" width="${width}" height="3.4" /><rect
      class="fb"
      x="${x}"
      y="${y + 6.6}"
      width="${width}"
      height="3.4"
    />`

const TREE = Html.trusted(
  '<path class="ln" stroke-width="1.3" d="M52 18 28 34M52 18 76 34M28 34 16 52M28 34 40 52M76 34 64 52M76 34 88 52"/><circle cx="52" cy="18" r="5" class="fi"/><circle cx="28" cy="34" r="3.4" class="fi"/><circle cx="76" cy="34" r="3.4" class="fi"/><circle cx="16" cy="52" r="3.4" class="fi"/><circle cx="40" cy="52" r="3.4" class="fa"/><circle cx="64" cy="52" r="3.4" class="fi"/><circle cx="88" cy="52" r="3.4" class="fi"/>',
)

const round = (value: number): number => Math.round(value * 10) / 10

/** One row of the two sides' times on either side of an axis; shares from 0 to 1. */
const balance = (row: number, one: number, two: number): Content => {
  const y = 17 + row * 12
  const first = round(34 * one)
  const second = round(34 * two)
  return html`<rect class="fa" x="${round(51 - first)}" y="${y}" width="${first}" height="7" /><rect
      class="fb"
      x="53"
      y="${y}"
      width="${second}"
      height="2.6"
    /><rect class="fb" x="53" y="${round(y + 4.4)}" width="${second}" height="2.6" />`
}

const LINES = [1, 0.95, 1, 0.88, 1, 0.92, 0.6] as const

/** Columns of a text in several languages, the first three under the sides' marks. */
const columns = (left: number, top: number, width: number, count: number, rows: number): Content => {
  const shown = Math.min(Math.max(count, 1), 4)
  const gap = 8
  const column = (width - gap * (shown - 1)) / shown
  return Array.from({ length: shown }, (_, place) => {
    const x = round(left + place * (column + gap))
    const mark =
      place % 2 === 0
        ? html`<rect class="fa" x="${x}" y="${top}" width="${round(column)}" height="2.4" />`
        : html`<rect class="fb" x="${x}" y="${top - 1}" width="${round(column)}" height="1.3" /><rect
              class="fb"
              x="${x}"
              y="${top + 1.4}"
              width="${round(column)}"
              height="1.3"
            />`
    const lines = Array.from(
      { length: rows },
      (_, row) =>
        html`<rect
          class="fi"
          x="${x}"
          y="${top + 9 + row * 6}"
          width="${round(column * (LINES[(row + place * 2) % LINES.length] ?? 1))}"
          height="1.6"
        />`,
    )
    return [mark, lines]
  })
}

/** The wider picture of a text in several languages, for the card that leads to it. */
export const textPicture = (count: number): Content =>
  html`<svg viewBox="0 0 232 64" aria-hidden="true" focusable="false">${columns(0, 2, 232, count, 7)}</svg>`

const regions = (): Content =>
  html`<path class="sf" d="M22 50 Q52 14 82 36" stroke-width="1.2" stroke-dasharray="2 3" /><rect
      class="fa"
      x="77"
      y="31"
      width="10"
      height="10"
    />${twoLines(17, 45, 10)}`

const equal = (): Content =>
  html`<rect class="fi" x="34" y="32" width="36" height="3" /><rect
      class="fi"
      x="34"
      y="43"
      width="36"
      height="3"
    />`

const correction = (): Content =>
  html`<rect class="fs" x="18" y="20" width="68" height="2" /><rect
      class="fs"
      x="18"
      y="30"
      width="68"
      height="2"
    /><rect class="fs" x="18" y="40" width="40" height="2" /><path
      class="ln"
      stroke-width="2"
      d="M60 41.5h26"
    /><rect class="fi" x="18" y="50" width="68" height="2" /><rect
      class="fi"
      x="18"
      y="59"
      width="52"
      height="2"
    /><path class="ln" stroke-width="1.6" d="M58 46l5-6 5 6" />`

const circle = (): Content =>
  html`<circle class="sf" cx="52" cy="39" r="22" stroke-width="1.2" stroke-dasharray="2 3" /><circle
      cx="52"
      cy="17"
      r="3.4"
      class="fa"
    /><circle cx="33" cy="50" r="3.4" class="fb" /><circle cx="71" cy="50" r="3.4" class="fi" />`

/** A person's picture is the first letter of the name as the reader has it. */
export const pictureFor = (drawn: Picture, title: string): Picture =>
  drawn.kind === 'initial' ? { kind: 'initial', name: title } : drawn
