import type { Party } from '@parley/domain/dialogue/events'
import { type Content, html } from '../../markup/html.ts'
import type { Reader } from '../reader.ts'

/** Three hues, each with a line pattern of its own; a fourth delegation begins again with a broken pattern. */
const HUES = ['a', 'b', 'c'] as const

/** The classes that give a delegation its hue and pattern, by its place in the order of the alternat. */
export const sideClass = (place: number): string => {
  const hue = HUES[place % HUES.length] ?? 'a'
  return place < HUES.length ? hue : `${hue} again`
}

/** The line on top of every page: the sides meet at a gap. */
export const seam = (sides: number): Content =>
  html`<div class="seam" aria-hidden="true">
    ${Array.from({ length: Math.max(2, sides) }, (_, place) => html`<i class="${sideClass(place)}"></i>`)}
  </div>`

export const placeOf = (parties: readonly Party[], delegation: string | undefined): number =>
  parties.findIndex(({ id }) => id === delegation)

export const partyOf = (parties: readonly Party[], delegation: string | undefined): Party | undefined =>
  parties.find(({ id }) => id === delegation)

/** How a side is called where that begins a line. */
export const sideTitle = (reader: Reader, party: Party): Content => reader.title(party.side ?? party.name)

/** A name with the mark of its delegation before it; without a mark for someone of no delegation. */
export const marked = (parties: readonly Party[], delegation: string | undefined, name: Content): Content => {
  const place = placeOf(parties, delegation)
  return place < 0 ? name : html`<span class="who ${sideClass(place)}">${name}</span>`
}
