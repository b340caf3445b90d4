import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { VersionRow } from './version-rows.ts'

/** The next thing to be done to a language version by the person who looks. */
export type NextStep =
  | { readonly step: 'draft' | 'write' | 'clear' | 'publish' | 'settle-objection' }
  /** Nothing by this person: these delegations have still to speak. */
  | { readonly step: 'wait'; readonly forDelegations: readonly string[] }
  | { readonly step: 'wait-for-end' }
  | { readonly step: 'none' }

/**
 * What comes next, as far as the rules let this person do it. `may` asks the rules. An objection is met by an edit, which
 * voids it; whoever may only clear waits for that.
 */
export const nextStep = (
  { version, draft, words, language }: VersionRow,
  release: string,
  { may, hasWriter }: { readonly may: (command: ProceedingsCommand) => boolean; readonly hasWriter: boolean },
): NextStep => {
  if (version === undefined) return mayDraft(release, language, may, hasWriter)
  const of = { release, language, hash: version.hash }
  const edits = may({
    type: 'EditRelease',
    release,
    language,
    base: version.hash,
    expression: touched(version),
  })
  switch (draft) {
    case 'withdrawn':
    case 'published':
    case 'missing':
      return { step: 'none' }
    case 'objected':
      return edits ? { step: 'settle-objection' } : waiting(words)
    case 'cleared':
      if (may({ type: 'PublishRelease', ...of })) return { step: 'publish' }
      return edits ? { step: 'wait-for-end' } : { step: 'none' }
    case 'to-clear':
      return may({ type: 'ClearRelease', ...of }) ? { step: 'clear' } : waiting(words)
  }
}

const waiting = (words: VersionRow['words']): NextStep => ({
  step: 'wait',
  forDelegations: words.filter(({ said }) => said !== 'cleared').map(({ delegation }) => delegation),
})

const mayDraft = (
  release: string,
  language: string,
  may: (command: ProceedingsCommand) => boolean,
  hasWriter: boolean,
): NextStep => {
  const expression = { ...EMPTY, paragraphs: [{ text: '–', facts: [] }] }
  if (!may({ type: 'DraftRelease', release, language, expression })) return { step: 'none' }
  return { step: hasWriter ? 'draft' : 'write' }
}

const EMPTY = { headline: '–', dateline: '–', byline: '–', source: '–' } as const

/** The draft with something changed, to ask the rules whether this person may edit at all. */
const touched = ({ expression }: NonNullable<VersionRow['version']>) => ({
  ...expression,
  headline: expression.headline === '–' ? '—' : '–',
})
