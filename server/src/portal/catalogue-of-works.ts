import { TextIndex } from '../application/search/text-index.ts'
import type { PublicRecord } from '../application/archive/public-record.ts'
import { type Reader, readerOf } from './reader.ts'
import { type Site, siteOf } from './site.ts'
import { type Work, type Wording, explainerWorks, worksOfMeeting, worksOfPeople } from './works.ts'

/** All works of the public record at one version of it, and the index over their wordings. */
export type WorkCatalogue = {
  readonly works: ReadonlyMap<string, Work>
  readonly index: TextIndex
  /** The languages a work is indexed in. */
  readonly languagesOf: (work: Work) => readonly string[]
}

/** A document of the index: one work in one language. No identifier has a space. */
export const documentId = (work: string, language: string): string => `${language} ${work}`

export const partsOfDocument = (id: string): { readonly language: string; readonly work: string } => {
  const space = id.indexOf(' ')
  return { language: id.slice(0, space), work: id.slice(space + 1) }
}

/**
 * Keeps the catalogue in step with the record: `at` gives it for any later version of the same record, indexing only
 * what belongs to meetings that changed.
 */
export const createWorkCatalogue = (): { readonly at: (record: PublicRecord) => WorkCatalogue } => {
  const index = new TextIndex()
  const readers = new Map<string, Reader>()
  const indexed = new Map<string, { readonly source: unknown; readonly documents: readonly string[] }>()
  let latest: { readonly version: number; readonly catalogue: WorkCatalogue } | undefined

  const readerIn = (language: string): Reader => {
    const known = readers.get(language) ?? readerOf(language)
    readers.set(language, known)
    return known
  }

  const shelve = (key: string, source: unknown, works: readonly Work[], site: Site): void => {
    const before = indexed.get(key)
    if (before?.source === source) return
    for (const document of before?.documents ?? []) index.remove(document)
    const documents = works.flatMap((work) =>
      (work.languages ?? site.languages).map((language) => {
        const wording: Wording = work.worded(readerIn(language))
        const id = documentId(work.id, language)
        index.add({ id, title: wording.title, body: wording.body })
        return id
      }),
    )
    indexed.set(key, { source, documents })
  }

  return {
    at: (record) => {
      if (latest?.version === record.version) return latest.catalogue
      const site = siteOf('', record)
      const languages = site.languages.join(' ')
      const works = new Map<string, Work>()
      const sources = new Set<string>()
      const put = (key: string, source: unknown, group: readonly Work[]): void => {
        sources.add(key)
        for (const work of group) works.set(work.id, work)
        shelve(key, source, group, site)
      }
      put(`explainers ${languages}`, 'explainers', explainerWorks())
      for (const dialogue of record.dialogues) {
        for (const meeting of dialogue.meetings)
          put(`${dialogue.dialogue}/${meeting.meeting} ${languages}`, meeting, worksOfMeeting(meeting))
        put(`${dialogue.dialogue} ${languages}`, dialogue, worksOfPeople(dialogue))
      }
      for (const [key, { documents }] of indexed) {
        if (sources.has(key)) continue
        for (const document of documents) if (!isStill(document, works, site)) index.remove(document)
        indexed.delete(key)
      }
      const catalogue = { works, index, languagesOf: (work: Work) => work.languages ?? site.languages }
      latest = { version: record.version, catalogue }
      return catalogue
    },
  }
}

const isStill = (document: string, works: ReadonlyMap<string, Work>, site: Site): boolean => {
  const { language, work } = partsOfDocument(document)
  const still = works.get(work)
  return still !== undefined && (still.languages ?? site.languages).includes(language)
}
