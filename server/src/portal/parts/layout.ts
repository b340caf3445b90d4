import type { Key } from '@parley/messages/format'
import { addresses } from '../addresses.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { directionOf } from '@parley/messages/choose-catalogue'
import { type Reader, inLanguage, ownName } from '../reader.ts'
import type { Site } from '../site.ts'
import { seam } from './sides.ts'

/** The same page in another language. */
export type Alternate = { readonly language: string; readonly path: string }

export type Section = 'releases' | 'meetings' | 'texts' | 'corrections' | 'verify' | 'search'

export type Crumb = { readonly label: Content; readonly path: string }

export type Frame = {
  readonly title: string
  readonly description?: string
  /** The page's own path, for `canonical`. */
  readonly path: string
  readonly section?: Section
  readonly crumbs: readonly Crumb[]
  /** Every language the page can be read in, this one included; empty for a page that is not to be found. */
  readonly alternates: readonly Alternate[]
  /** How many sides the seam on top shows. */
  readonly sides: number
  readonly head?: Content
  readonly main: Content
  /** The page about which the removal link asks. */
  readonly removalPath?: string
  readonly hidden?: boolean
}

const NAVIGATION: readonly { readonly section: Section; readonly path: (language: string) => string }[] = [
  { section: 'releases', path: addresses.releases },
  { section: 'meetings', path: addresses.dialogues },
  { section: 'texts', path: addresses.texts },
  { section: 'corrections', path: addresses.corrections },
  { section: 'verify', path: (language) => addresses.explainer(language, 'verify') },
  { section: 'search', path: addresses.search },
]

/** A whole page: head, masthead, breadcrumb, the page's own part, foot. */
export const layout = (site: Site, reader: Reader, frame: Frame): Html => {
  const { language, catalogue } = reader
  const home = addresses.home(language)
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>
          ${frame.title === '' ? reader.word('portal.site') : `${frame.title} · ${reader.word('portal.site')}`}
        </title>
        ${frame.description !== undefined && html`<meta name="description" content="${frame.description}" />`}
        ${frame.hidden === true && html`<meta name="robots" content="noindex" />`}
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <link rel="stylesheet" href="/style.css" />
        ${frame.hidden !== true && html`<link rel="canonical" href="${site.origin}${frame.path}" />`}
        ${alternateLinks(site, frame)}
        <link
          rel="alternate"
          type="application/atom+xml"
          href="${addresses.feed(language)}"
          title="${reader.word('portal.site')}"
        />
        <link
          rel="alternate"
          type="application/feed+json"
          href="${addresses.jsonFeed(language)}"
          title="${reader.word('portal.site')}"
        />
        ${frame.head}
      </head>
      <body>
        <a class="skip" href="#main">${reader.say('portal.skip')}</a>
        ${seam(frame.sides)}
        <div class="page">
          <header class="mast" lang="${catalogue}" dir="${directionOf(catalogue)}">
            <a class="brand" href="${home}"
              ><b>${reader.word('portal.site')}</b><span>${reader.word('portal.tagline')}</span></a
            >
            <nav aria-label="${reader.word('portal.navigation')}">
              <ul>
                ${NAVIGATION.map(
                  ({ section, path }) =>
                    html`<li>
                      <a href="${path(language)}" ${frame.section === section && html` aria-current="true"`}
                        >${reader.word(`portal.${section}`)}</a
                      >
                    </li>`,
                )}
              </ul>
            </nav>
            ${languageSwitch(reader, frame.alternates)}
          </header>
          ${frame.crumbs.length > 0 && breadcrumb(reader, home, frame.crumbs)}
          <main id="main">${frame.main}</main>
        </div>
        ${foot(reader, frame)}
      </body>
    </html> `
}

const alternateLinks = (site: Site, { alternates }: Frame): Content => {
  const [first] = alternates
  if (first === undefined) return undefined
  const fallback = alternates.find(({ language }) => language === 'en') ?? first
  return [
    ...alternates.map(
      ({ language, path }) =>
        html`<link rel="alternate" hreflang="${language}" href="${site.origin}${path}" /> `,
    ),
    html`<link rel="alternate" hreflang="x-default" href="${site.origin}${fallback.path}" />`,
  ]
}

const languageSwitch = (reader: Reader, alternates: readonly Alternate[]): Content =>
  alternates.length > 0 &&
  html`<nav class="langs" aria-label="${reader.word('portal.languages')}">
    ${alternates.map(({ language, path }) =>
      language === reader.language
        ? html`<span lang="${language}" aria-current="true">${ownName(language)}</span> `
        : html`<a href="${path}" lang="${language}" hreflang="${language}">${ownName(language)}</a> `,
    )}
  </nav>`

const breadcrumb = (reader: Reader, home: string, crumbs: readonly Crumb[]): Content =>
  html`<nav class="crumbs" aria-label="${reader.word('portal.breadcrumb')}">
    <ol>
      <li><a href="${home}">${reader.say('portal.home')}</a></li>
      ${crumbs.map(({ label, path }) => html`<li><a href="${path}">${label}</a></li> `)}
    </ol>
  </nav>`

const FOOT_LINKS: readonly { readonly key: Key; readonly path: (language: string) => string }[] = [
  { key: 'portal.about', path: (language) => addresses.explainer(language, 'about') },
  { key: 'portal.corrections-policy', path: (language) => `${addresses.corrections(language)}#policy` },
  { key: 'portal.subscribe', path: addresses.feed },
  { key: 'portal.accessibility', path: (language) => addresses.explainer(language, 'accessibility') },
]

const foot = (reader: Reader, frame: Frame): Content =>
  html`<footer class="foot" lang="${reader.catalogue}" dir="${directionOf(reader.catalogue)}">
    <div class="page">
      <div class="cols">
        <section>
          <h2>${reader.word('portal.disclaimer-title')}</h2>
          <p>${reader.word('portal.disclaimer')}</p>
        </section>
        <section>
          <h2>${reader.word('portal.rights-title')}</h2>
          <p>${reader.word('portal.rights')}</p>
          <a class="takedown" href="${addresses.removal(reader.language, frame.removalPath)}"
            >${reader.word('portal.rights-link')}</a
          >
        </section>
        <section class="nav">
          <h2>${reader.word('portal.footer')}</h2>
          <ul>
            ${FOOT_LINKS.map(
              ({ key, path }) => html`<li><a href="${path(reader.language)}">${reader.word(key)}</a></li>`,
            )}
          </ul>
        </section>
      </div>
    </div>
  </footer>`

/** A page's address in every language of the site, for pages that exist in all of them. */
export const everywhere = (site: Site, path: (language: string) => string): readonly Alternate[] =>
  site.languages.map((language) => ({ language, path: path(language) }))

/** Several languages by name, for one line of a list. */
export const languageNames = (languages: readonly string[]): Content =>
  languages.map((language, index) => [index > 0 && ' · ', inLanguage(language, ownName(language))])
