import type { Key } from '@parley/messages/format'
import { type Explainer, addresses } from '../addresses.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { everywhere, layout } from '../parts/layout.ts'
import { type Picture, picture } from '../parts/pictures.ts'
import type { Reader } from '../reader.ts'
import type { Site } from '../site.ts'

type Explained = {
  readonly title: Key
  readonly lead: Key
  readonly paragraphs: readonly Key[]
  readonly steps: readonly Key[]
  readonly picture: Picture
}

const EXPLAINED: Readonly<Record<Explainer, Explained>> = {
  verify: {
    title: 'portal.verify-title',
    lead: 'portal.verify-lead',
    steps: ['portal.verify-step-bundle', 'portal.verify-step-command', 'portal.verify-step-compare'],
    paragraphs: ['portal.verify-meaning'],
    picture: { kind: 'tree' },
  },
  'equally-authentic': {
    title: 'portal.authentic-title',
    lead: 'portal.authentic-lead',
    steps: [],
    paragraphs: ['portal.authentic-concordance', 'portal.authentic-difference'],
    picture: { kind: 'equal' },
  },
  consensus: {
    title: 'portal.consensus-title',
    lead: 'portal.consensus-lead',
    steps: [],
    paragraphs: ['portal.consensus-not'],
    picture: { kind: 'circle' },
  },
  about: {
    title: 'portal.about',
    lead: 'portal.about-lead',
    steps: [],
    paragraphs: ['portal.about-method', 'portal.corrections-lead'],
    picture: { kind: 'page' },
  },
  accessibility: {
    title: 'portal.accessibility',
    lead: 'portal.accessibility-lead',
    steps: [],
    paragraphs: ['portal.languages-framed'],
    picture: { kind: 'page' },
  },
}

const COMMAND = 'parley verify'

/** A page about how the record works. */
export const explainerPage = (site: Site, reader: Reader, explainer: Explainer): Html => {
  const { title, lead, paragraphs, steps, picture: drawn } = EXPLAINED[explainer]
  const path = (language: string): string => addresses.explainer(language, explainer)
  return layout(site, reader, {
    title: reader.word(title),
    description: reader.word(lead),
    path: path(reader.language),
    ...(explainer === 'verify' ? { section: 'verify' as const } : {}),
    crumbs: [{ label: reader.say(title), path: path(reader.language) }],
    alternates: everywhere(site, path),
    sides: 2,
    main: html`<article class="plain explainer">
      <header>
        ${picture(drawn)}
        <h1>${reader.say(title)}</h1>
        <p class="deck">${reader.say(lead)}</p>
      </header>
      ${
        steps.length > 0 &&
        html`<ol class="steps">
          ${steps.map((step) => html`<li>${reader.say(step)}${step === 'portal.verify-step-command' && command()}</li>`)}
        </ol>`
      }
      ${paragraphs.map((paragraph) => html`<p class="prose">${reader.say(paragraph)}</p>`)}
    </article>`,
  })
}

const command = (): Content => html`<pre dir="ltr"><code>${COMMAND} record.parley</code></pre>`
