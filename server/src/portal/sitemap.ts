import { EXPLAINERS, addresses } from './addresses.ts'
import { type Content, type Html, html } from '../markup/html.ts'
import { type Alternate, everywhere } from './parts/layout.ts'
import { peopleOf } from './people.ts'
import { type Site, languagesOf, meetingsOf } from './site.ts'

/** Every public page with its language versions (sitemaps.org 0.9 with `xhtml:link`). */
export const sitemap = (site: Site): Html =>
  html`<?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
      ${pages(site).map((alternates) => alternates.map(({ path }) => entry(site, path, alternates)))}</urlset
    > `

const entry = (site: Site, path: string, alternates: readonly Alternate[]): Content =>
  html`<url
    ><loc>${site.origin}${path}</loc>${alternates.map(
      (alternate) =>
        html`<xhtml:link
          rel="alternate"
          hreflang="${alternate.language}"
          href="${site.origin}${alternate.path}"
        />`,
    )}</url
  > `

const pages = (site: Site): readonly (readonly Alternate[])[] => [
  everywhere(site, addresses.home),
  everywhere(site, addresses.releases),
  everywhere(site, addresses.dialogues),
  everywhere(site, addresses.texts),
  everywhere(site, addresses.corrections),
  ...EXPLAINERS.map((explainer) => everywhere(site, (language) => addresses.explainer(language, explainer))),
  ...site.record.dialogues.flatMap((dialogue) => [
    everywhere(site, (language) => addresses.dialogue(language, dialogue.dialogue)),
    ...peopleOf(dialogue).map(({ appearances: [{ meeting, as }] }) =>
      everywhere(site, (language) => addresses.person(language, meeting, as.seat)),
    ),
  ]),
  ...meetingsOf(site).flatMap((meeting) => [
    everywhere(site, (language) => addresses.meeting(language, meeting)),
    ...meeting.releases.map((release) =>
      languagesOf(release).map((language) => ({
        language,
        path: addresses.release(language, meeting, release),
      })),
    ),
  ]),
]

export const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /api/\nDisallow: /seat\nDisallow: /enter\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`
