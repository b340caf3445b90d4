import type { Recorded } from '@parley/domain/decider'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { PublicEdition, PublicRelease, PublicVersion } from './public-record.ts'

type VersionDraft = {
  readonly language: string
  publishedAt: number
  editions: PublicEdition[]
  withdrawn?: NonNullable<PublicVersion['withdrawn']>
}

/** Folds the editions that may be read, and what became of them. */
export const createReleaseFold = (): {
  readonly take: (recorded: Recorded<ProceedingsEvent>) => void
  readonly folded: () => readonly PublicRelease[]
} => {
  const releases = new Map<string, Map<string, VersionDraft>>()
  return {
    take: ({ at, event }) => {
      if (event.type === 'ReleasePublished') {
        const versions = releases.get(event.release) ?? new Map<string, VersionDraft>()
        releases.set(event.release, versions)
        const { language, edition, hash, expression, correction, embargoUntil } = event
        const readableAt = Math.max(at, embargoUntil ?? at)
        const version = versions.get(language) ?? { language, publishedAt: readableAt, editions: [] }
        versions.set(language, version)
        version.publishedAt = Math.min(version.publishedAt, readableAt)
        version.editions.push({
          edition,
          hash,
          expression,
          at: readableAt,
          ...(correction === undefined ? {} : { correction }),
        })
      } else if (event.type === 'ReleaseWithdrawn') {
        const version = releases.get(event.release)?.get(event.language)
        const { cause, explanation } = event
        if (version !== undefined) {
          version.withdrawn = { cause, at, ...(explanation === undefined ? {} : { explanation }) }
          version.editions = []
        }
      }
    },
    folded: () => [...releases].map(([release, versions]) => finish(release, [...versions.values()])),
  }
}

const finish = (release: string, drafts: readonly VersionDraft[]): PublicRelease => {
  const versions = drafts
    .map((draft) => ({ ...draft, editions: draft.editions.toSorted((a, b) => a.edition - b.edition) }))
    .toSorted((a, b) => a.publishedAt - b.publishedAt)
  return { release, publishedAt: Math.min(...drafts.map((draft) => draft.publishedAt)), versions }
}
