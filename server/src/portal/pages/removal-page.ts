import { readableWords } from '@parley/domain/words/wording'
import * as z from 'zod'
import type { TakedownClaim } from '../../ports/takedown-store.ts'
import { addresses } from '../addresses.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { everywhere, layout } from '../parts/layout.ts'
import type { Reader } from '../reader.ts'
import type { Site } from '../site.ts'

const CLAIMS = [
  'copyright',
  'personal-image',
  'personal-data',
  'defamation',
  'other',
] as const satisfies readonly TakedownClaim[]

/** Whoever settles the request reads what stands here; nothing in it may turn or hide what they see. */
const words = (limitCharacters: number) =>
  z
    .string()
    .max(2 * limitCharacters)
    .transform(readableWords)
    .pipe(z.string().trim().min(1).max(limitCharacters))
const line = (limitCharacters: number) =>
  words(limitCharacters).transform((text) => text.replaceAll('\n', ' '))

/** What the form asks for. Each field is needed; lengths in UTF-16 units. */
export const RemovalRequest = z.object({
  page: line(500),
  name: line(200),
  reply: line(300),
  claim: z.enum(CLAIMS),
  words: words(5000),
  statement: z.literal('yes'),
})
export type RemovalRequest = z.infer<typeof RemovalRequest>

export type RemovalField = keyof RemovalRequest
export type RemovalDraft = Readonly<Partial<Record<RemovalField, string>>>

/** The form; after an incomplete attempt with what was filled in, the missing fields marked. */
export const removalPage = (
  site: Site,
  reader: Reader,
  draft: RemovalDraft,
  missing: readonly RemovalField[],
): Html =>
  framed(
    site,
    reader,
    html`<p class="deck">${reader.say('portal.removal-lead')}</p>`,
    html`${missing.length > 0 && html`<p class="correction" role="alert">${reader.say('portal.removal-incomplete')}</p>`}
      <form class="fields" action="${addresses.removal(reader.language)}" method="post">
        ${field(reader, 'page', 'portal.removal-page', draft, missing, { dir: 'ltr' })}
        ${grounds(reader, draft, missing)} ${area(reader, draft, missing)}
        ${field(reader, 'name', 'portal.removal-name', draft, missing, { autocomplete: 'name' })}
        ${field(reader, 'reply', 'portal.removal-reply', draft, missing, { autocomplete: 'email', dir: 'ltr' })}
        <p>
          <label class="check"
            ><input
              type="checkbox"
              name="statement"
              value="yes"
              required${draft.statement === 'yes' && html` checked`}${invalid('statement', missing)}
            />
            ${reader.say('portal.removal-statement')}</label
          >
        </p>
        <p><button>${reader.say('portal.removal-send')}</button></p>
      </form>
      <p><a href="${addresses.register(reader.language)}">${reader.say('portal.removal-register')}</a></p>`,
  )

/** The thanks, with the number to refer to. */
export const removalReceivedPage = (site: Site, reader: Reader, reference: string): Html =>
  framed(
    site,
    reader,
    html`<p class="deck" role="status">${reader.say('portal.removal-received')}</p>`,
    html`<p class="prose">${reader.say('portal.removal-reference', { reference })}</p>`,
  )

const framed = (site: Site, reader: Reader, lead: Content, main: Content): Html =>
  layout(site, reader, {
    title: reader.word('portal.removal-title'),
    path: addresses.removal(reader.language),
    crumbs: [{ label: reader.say('portal.removal-title'), path: addresses.removal(reader.language) }],
    alternates: everywhere(site, (language) => addresses.removal(language)),
    sides: 2,
    main: html`<div class="plain">
      <header>
        <h1>${reader.say('portal.removal-title')}</h1>
        ${lead}
      </header>
      ${main}
    </div>`,
  })

type Labels = 'portal.removal-page' | 'portal.removal-name' | 'portal.removal-reply'

const invalid = (name: RemovalField, missing: readonly RemovalField[]): Content =>
  missing.includes(name) && html` aria-invalid="true"`

const field = (
  reader: Reader,
  name: RemovalField,
  label: Labels,
  draft: RemovalDraft,
  missing: readonly RemovalField[],
  extra: { readonly dir?: string; readonly autocomplete?: string },
): Content =>
  html`<p>
    <label for="${name}"
      >${reader.say(label)} <span class="small">${reader.say('portal.required')}</span></label
    >
    <input
      id="${name}"
      name="${name}"
      value="${draft[name] ?? ''}"
      maxlength="300"
      required${extra.dir !== undefined && html` dir="${extra.dir}"`}${extra.autocomplete !== undefined && html` autocomplete="${extra.autocomplete}"`}${invalid(name, missing)}
    />
  </p>`

const grounds = (reader: Reader, draft: RemovalDraft, missing: readonly RemovalField[]): Content =>
  html`<fieldset${invalid('claim', missing)}><legend>${reader.say('portal.removal-ground')} <span class="small">${reader.say('portal.required')}</span></legend>${CLAIMS.map(
    (claim) =>
      html`<label class="check"
        ><input
          type="radio"
          name="claim"
          value="${claim}"
          required${draft.claim === claim && html` checked`}
        />
        ${reader.begin(`portal.claim-${claim}`)}</label
      >`,
  )}</fieldset>`

const area = (reader: Reader, draft: RemovalDraft, missing: readonly RemovalField[]): Content =>
  html`<p>
    <label for="words"
      >${reader.say('portal.removal-words')}
      <span class="small">${reader.say('portal.required')}</span></label
    >
    <textarea
      id="words"
      name="words"
      rows="6"
      maxlength="5000"
      required
      dir="auto"
      ${invalid('words', missing)}
    >
${draft.words ?? ''}</textarea>
  </p>`
