import type { LanguageVersion } from '@parley/domain/release/state'
import { useEffect, useMemo, useState } from 'react'
import { useRoom } from '../../app/room-context.tsx'
import { keep, readKept, type KeptDraft } from './kept-draft.ts'
import { mergeDrafts, type Clash } from './merge-drafts.ts'
import { emptyDraft, freshKeys, workingDraft, type FreshKey, type WorkingDraft } from './working-draft.ts'

/** An edit under way, kept in the tab until it is saved or discarded. */
export type DraftInHand = {
  readonly draft: WorkingDraft
  readonly correction: string
  /** The revision it is of; nothing for a version that is not on record yet. */
  readonly base: KeptDraft['base']
  /** Parts that somebody else changed as well, told when the two edits were brought together. */
  readonly clashes: readonly Clash[]
  readonly freshKey: FreshKey
  readonly change: (change: Partial<WorkingDraft>) => void
  readonly setCorrection: (words: string) => void
  /** Brings this edit together with the revision that stands now, and goes on from that one. */
  readonly bringTogether: (version: LanguageVersion) => void
  readonly settle: (clash: Clash) => void
  /** Forgets what was written. */
  readonly forget: () => void
}

/** The name under which one person's edit of one language version is kept. */
export const useKeptName = (release: string, language: string): string => {
  const { sitting } = useRoom()
  const { dialogue, meeting } = sitting.place
  return `parley.release/${dialogue}/${meeting}/${release}/${language}/${sitting.seat}`
}

export const hasKept = (name: string): boolean => readKept(sessionStorage, name) !== undefined

export const useWorkingDraft = (name: string, version: LanguageVersion | undefined): DraftInHand => {
  const [freshKey] = useState(freshKeys)
  const [begun] = useState<KeptDraft>(() => begin(name, version, freshKey))
  const [kept, setKept] = useState(begun)
  const [clashes, setClashes] = useState<readonly Clash[]>([])
  useEffect(() => {
    // What nobody has changed need not be taken up again.
    if (kept !== begun) keep(sessionStorage, name, kept)
  }, [name, kept, begun])
  return useMemo(
    () => ({
      ...kept,
      clashes,
      freshKey,
      change: (change) => setKept((now) => ({ ...now, draft: { ...now.draft, ...change } })),
      setCorrection: (correction) => setKept((now) => ({ ...now, correction })),
      bringTogether: ({ hash, expression }) => {
        const theirs = workingDraft(expression, freshKey)
        const before =
          kept.base === undefined ? emptyDraft(freshKey) : workingDraft(kept.base.expression, freshKey)
        const merged = mergeDrafts(before, kept.draft, theirs)
        setClashes(merged.clashes)
        setKept({ ...kept, draft: merged.draft, base: { hash, expression } })
      },
      settle: (clash) => setClashes((all) => all.filter((one) => one !== clash)),
      forget: () => keep(sessionStorage, name, undefined),
    }),
    [name, kept, clashes, freshKey],
  )
}

/** Keys of a draft that was kept begin with a sign no fresh key has, so that the two never meet. */
const begin = (name: string, version: LanguageVersion | undefined, freshKey: FreshKey): KeptDraft => {
  const kept = readKept(sessionStorage, name)
  if (kept !== undefined) {
    const paragraphs = kept.draft.paragraphs.map((one) => ({ ...one, key: `k${freshKey()}` }))
    return { ...kept, draft: { ...kept.draft, paragraphs } }
  }
  if (version === undefined) return { draft: emptyDraft(freshKey), base: undefined, correction: '' }
  const { hash, expression } = version
  return { draft: workingDraft(expression, freshKey), base: { hash, expression }, correction: '' }
}
