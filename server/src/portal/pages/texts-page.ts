import { addresses } from '../addresses.ts'
import { type Html, html } from '../../markup/html.ts'
import { dateElement, hostZone } from '../moment.ts'
import { everywhere, languageNames, layout } from '../parts/layout.ts'
import { type Reader, meetingName } from '../reader.ts'
import { type Site, meetingsOf } from '../site.ts'

/** Every adopted text, the latest first. */
export const textsPage = (site: Site, reader: Reader): Html => {
  const adopted = meetingsOf(site)
    .flatMap((meeting) => meeting.texts.map((text) => ({ meeting, text })))
    .flatMap(({ meeting, text }) =>
      text.adopted === undefined ? [] : [{ meeting, text, at: text.adopted.at }],
    )
    .toSorted((a, b) => b.at - a.at)
  return layout(site, reader, {
    title: reader.word('portal.adopted-texts'),
    path: addresses.texts(reader.language),
    section: 'texts',
    crumbs: [{ label: reader.say('portal.texts'), path: addresses.texts(reader.language) }],
    alternates: everywhere(site, addresses.texts),
    sides: 2,
    main: html`<div class="plain">
      <h1>${reader.say('portal.adopted-texts')}</h1>
      ${
        adopted.length === 0
          ? html`<p class="none">${reader.say('portal.nothing-yet')}</p>`
          : html`<ol class="entries">
              ${adopted.map(
                ({ meeting, text, at }) =>
                  html`<li>
                    <p class="when">${dateElement(reader, at, hostZone(meeting))}</p>
                    <div>
                      <p class="kicker">
                        ${reader.name(meeting.dialogueName)} ·
                        ${reader.framed(meetingName(reader, meeting.number))}
                      </p>
                      <h2>
                        <a href="${addresses.text(reader.language, meeting, text.text)}"
                          >${reader.title(text.title)}</a
                        >
                      </h2>
                      <p class="small">${languageNames(text.languages)}</p>
                    </div>
                  </li>`,
              )}
            </ol>`
      }
    </div>`,
  })
}
