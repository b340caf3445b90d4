import type { RegisterLine } from '../../ports/takedown-store.ts'
import { addresses } from '../addresses.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { dateElement } from '../moment.ts'
import { everywhere, layout } from '../parts/layout.ts'
import type { Reader } from '../reader.ts'
import type { Site } from '../site.ts'

/** What became of removal requests: the page, the ground, the outcome; of requesters nothing, latest first. */
export const registerPage = (site: Site, reader: Reader, lines: readonly RegisterLine[]): Html => {
  const settled = lines.toReversed().flatMap((line) => entry(site, reader, line))
  return layout(site, reader, {
    title: reader.word('portal.removal-register'),
    path: addresses.register(reader.language),
    crumbs: [
      { label: reader.say('portal.removal-title'), path: addresses.removal(reader.language) },
      { label: reader.say('portal.removal-register'), path: addresses.register(reader.language) },
    ],
    alternates: everywhere(site, addresses.register),
    sides: 2,
    main: html`<div class="plain">
      <header>
        <h1>${reader.say('portal.removal-register')}</h1>
        <p class="deck">${reader.say('portal.removal-register-lead')}</p>
      </header>
      ${
        settled.length === 0
          ? html`<p class="none">${reader.say('portal.nothing-yet')}</p>`
          : html`<ol class="entries">
              ${settled}
            </ol>`
      }
    </div>`,
  })
}

/** Only settled requests about pages of this site: an open one is a claim, and its address anybody's words. */
const entry = (
  site: Site,
  reader: Reader,
  { id, pageUrl, claim, state }: RegisterLine,
): readonly Content[] => {
  const own = pageUrl.startsWith(`${site.origin}/`) && /^[\x21-\x7e]+$/.test(pageUrl)
  return state.kind === 'settled' && own
    ? [
        html`<li>
          <p class="when">${dateElement(reader, state.atMs, 'UTC')}</p>
          <div>
            <p class="mono">${pageUrl.slice(site.origin.length)}</p>
            <p class="small">
              ${id} · ${reader.say(`portal.claim-${claim}`)} ·
              ${reader.say(`portal.removal-outcome-${state.outcome}`)}
            </p>
            ${Object.keys(state.reason).length > 0 && html`<p>${reader.passage(state.reason)}</p>`}
          </div>
        </li>`,
      ]
    : []
}
