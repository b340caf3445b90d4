import { describe, expect, it } from 'vitest'
import { mergeDrafts } from './merge-drafts.ts'
import type { WorkingDraft } from './working-draft.ts'

const base: WorkingDraft = {
  headline: 'Headline',
  deck: '',
  dateline: 'Place, day',
  byline: 'By line',
  source: 'Source',
  paragraphs: [
    { key: 'a', text: 'One.', facts: [0] },
    { key: 'b', text: 'Two.', facts: [1] },
  ],
}
const withText = (draft: WorkingDraft, place: number, text: string): WorkingDraft => ({
  ...draft,
  paragraphs: draft.paragraphs.map((one, at) => (at === place ? { ...one, text } : one)),
})

describe('two edits of one revision', () => {
  it('are brought together where they touch different parts', () => {
    const mine = { ...withText(base, 0, 'One, mine.'), headline: 'Mine' }
    const theirs = { ...withText(base, 1, 'Two, theirs.'), source: 'Theirs' }
    const { draft, clashes } = mergeDrafts(base, mine, theirs)
    expect(clashes).toEqual([])
    expect([draft.headline, draft.source]).toEqual(['Mine', 'Theirs'])
    expect(draft.paragraphs.map(({ text }) => text)).toEqual(['One, mine.', 'Two, theirs.'])
  })

  it('keep mine and tell theirs where both changed the same part', () => {
    const mine = { ...withText(base, 0, 'Mine.'), headline: 'Mine' }
    const theirs = { ...withText(base, 0, 'Theirs.'), headline: 'Theirs' }
    const { draft, clashes } = mergeDrafts(base, mine, theirs)
    expect([draft.headline, draft.paragraphs[0]?.text]).toEqual(['Mine', 'Mine.'])
    expect(clashes).toEqual([
      { part: 'headline', theirs: 'Theirs' },
      { part: 'paragraph', key: 'a', theirs: { key: 'a', text: 'Theirs.', facts: [0] } },
    ])
  })

  it('do not clash where both made the same change', () => {
    const both = { ...withText(base, 1, 'Same.'), deck: 'Same' }
    expect(mergeDrafts(base, both, both)).toEqual({ draft: both, clashes: [] })
  })

  it('take over paragraphs that only the other added, and tell of all theirs where both rearranged', () => {
    const longer = { ...base, paragraphs: [...base.paragraphs, { key: 'c', text: 'Three.', facts: [] }] }
    expect(mergeDrafts(base, base, longer).draft.paragraphs).toEqual(longer.paragraphs)
    const { draft, clashes } = mergeDrafts(base, withText(base, 0, 'Mine.'), longer)
    expect(draft.paragraphs.map(({ text }) => text)).toEqual(['Mine.', 'Two.'])
    expect(clashes).toEqual([{ part: 'paragraphs', theirs: longer.paragraphs }])
  })

  it('see a change of facts as a change', () => {
    const cited = {
      ...base,
      paragraphs: [{ key: 'a', text: 'One.', facts: [0, 7] }, ...base.paragraphs.slice(1)],
    }
    expect(mergeDrafts(base, base, cited).draft.paragraphs[0]?.facts).toEqual([0, 7])
  })
})
