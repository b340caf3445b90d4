import { addresses } from '../addresses.ts'
import { currentEdition } from '../../application/archive/public-record.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { everywhere, languageNames, layout } from '../parts/layout.ts'
import { headlineText } from '../parts/heading.ts'
import { releaseList } from '../parts/release-list.ts'
import { headlineClass } from '../parts/release-body.ts'
import { seriesLine } from '../parts/series-line.ts'
import { correctionsIn } from './corrections-page.ts'
import { dateElement, hostZone, shortDateElement } from '../moment.ts'
import { type Reader, meetingName } from '../reader.ts'
import { type Article, type Site, articlesIn, firstPublished, meetingsOf } from '../site.ts'

const RELEASES_SHOWN = 7

/** The front page: the latest releases, and a channel each for dialogues, texts and corrections. */
export const homePage = (site: Site, reader: Reader): Html => {
  const [lead, ...others] = articlesIn(site, reader.language)
  return layout(site, reader, {
    title: '',
    description: reader.word('portal.tagline'),
    path: addresses.home(reader.language),
    crumbs: [],
    alternates: everywhere(site, addresses.home),
    sides: 2,
    main: html`<h1 class="vh">${reader.say('portal.site')}: ${reader.say('portal.tagline')}</h1>
      ${lead !== undefined && leading(reader, lead)}
      <div class="channels">
        <section aria-labelledby="releases">
          <h2 class="sec" id="releases">
            ${reader.say('portal.releases')}
            <a href="${addresses.releases(reader.language)}">${reader.say('portal.all')}</a>
          </h2>
          ${releaseList(reader, others.length === 0 && lead !== undefined ? [lead] : others.slice(0, RELEASES_SHOWN), 3)}
        </section>
        <div>
          <section aria-labelledby="dialogues">
            <h2 class="sec" id="dialogues">
              ${reader.say('portal.meetings')}
              <a href="${addresses.dialogues(reader.language)}">${reader.say('portal.all')}</a>
            </h2>
            ${site.record.dialogues.slice(0, 6).map(
              (dialogue) =>
                html`<div class="channel">
                  <h3>
                    <a href="${addresses.dialogue(reader.language, dialogue.dialogue)}"
                      >${reader.name(dialogue.name)}</a
                    >
                  </h3>
                  ${seriesLine(reader, dialogue)}
                </div>`,
            )}
          </section>
          ${texts(site, reader)} ${corrections(site, reader)}
        </div>
      </div>`,
  })
}

const leading = (reader: Reader, { meeting, release, version }: Article): Content => {
  const edition = currentEdition(version)
  if (edition === undefined) return undefined
  const { headline, deck, paragraphs } = edition.expression
  return html`<section class="lead" aria-label="${reader.word('portal.latest')}">
    <div class="margin">
      <dl>
        <div>
          <dt>${reader.say('portal.published')}</dt>
          <dd>${dateElement(reader, firstPublished(version), hostZone(meeting))}</dd>
        </div>
        <div>
          <dt>${reader.say('portal.source')}</dt>
          <dd>${edition.expression.source}</dd>
        </div>
      </dl>
    </div>
    <div>
      <p class="kicker">
        <a class="quiet" href="${addresses.dialogue(reader.language, meeting.dialogue)}"
          >${reader.name(meeting.dialogueName)}</a
        >
        ·
        <a class="quiet" href="${addresses.meeting(reader.language, meeting)}"
          >${reader.framed(meetingName(reader, meeting.number))}</a
        >
      </p>
      <h2 class="headline ${headlineClass(headline)}">
        <a href="${addresses.release(reader.language, meeting, release)}"
          >${headlineText(reader.language, headline)}</a
        >
      </h2>
      <p class="deck">${deck ?? paragraphs[0]?.text ?? ''}</p>
    </div>
  </section>`
}

const texts = (site: Site, reader: Reader): Content => {
  const adopted = meetingsOf(site)
    .flatMap((meeting) => meeting.texts.map((text) => ({ meeting, text })))
    .filter(({ text }) => text.adopted !== undefined)
    .toSorted((a, b) => (b.text.adopted?.at ?? 0) - (a.text.adopted?.at ?? 0))
  return (
    adopted.length > 0 &&
    html`<section aria-labelledby="texts">
      <h2 class="sec" id="texts">
        ${reader.say('portal.texts')}
        <a href="${addresses.texts(reader.language)}">${reader.say('portal.all')}</a>
      </h2>
      <ul class="short">
        ${adopted
          .slice(0, 5)
          .map(
            ({ meeting, text }) =>
              html`<li>
                <a href="${addresses.text(reader.language, meeting, text.text)}"
                  >${reader.title(text.title)}</a
                ><span class="small"
                  >${shortDateElement(reader, text.adopted?.at ?? 0, hostZone(meeting))} ·
                  ${languageNames(text.languages)}</span
                >
              </li>`,
          )}
      </ul>
    </section>`
  )
}

const corrections = (site: Site, reader: Reader): Content => {
  const latest = correctionsIn(site, reader.language).slice(0, 3)
  return (
    latest.length > 0 &&
    html`<section aria-labelledby="corrections">
      <h2 class="sec" id="corrections">
        ${reader.say('portal.corrections')}
        <a href="${addresses.corrections(reader.language)}">${reader.say('portal.all')}</a>
      </h2>
      <ul class="short">
        ${latest.map(
          ({ article, edition }) =>
            html`<li>
              <a href="${addresses.release(reader.language, article.meeting, article.release)}"
                >${currentEdition(article.version)?.expression.headline}</a
              ><span class="small"
                >${shortDateElement(reader, edition.at, hostZone(article.meeting))} ·
                ${edition.correction}</span
              >
            </li>`,
        )}
      </ul>
    </section>`
  )
}
