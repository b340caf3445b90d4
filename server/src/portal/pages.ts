import type { PublicRecord } from '../application/archive/public-record.ts'
import { currentEdition } from '../application/archive/public-record.ts'
import { type Explainer, EXPLAINERS, addresses, releaseName } from './addresses.ts'
import { type Answer, document, page, redirect } from './answer.ts'
import { type WorkCatalogue, createWorkCatalogue } from './catalogue-of-works.ts'
import { atomFeed, correctionsFeed, jsonFeed, releaseData } from './feeds.ts'
import { find, QUERY_LIMIT_CHARACTERS } from './finder.ts'
import { correctionsPage } from './pages/corrections-page.ts'
import { dialoguePage, dialoguesPage } from './pages/dialogue-page.ts'
import { editionPage, editionsPage } from './pages/editions-page.ts'
import { gonePage, notFoundPage, otherLanguagesPage } from './pages/error-pages.ts'
import { explainerPage } from './pages/explainer-page.ts'
import { homePage } from './pages/home-page.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { personPage } from './pages/person-page.ts'
import { releasePage } from './pages/release-page.ts'
import { releasesPage } from './pages/releases-page.ts'
import { removalPage } from './pages/removal-page.ts'
import { searchPage } from './pages/search-page.ts'
import { textsPage } from './pages/texts-page.ts'
import { peopleOf } from './people.ts'
import { type Reader, readerOf } from './reader.ts'
import { relatedTo } from './related.ts'
import { type Article, type Site, meetingsOf, siteOf } from './site.ts'
import type { Work } from './works.ts'

/** The pages of a record: a pure function of the record and the address, but for the index kept between versions. */
export type Pages = {
  readonly site: (record: PublicRecord) => Site
  /** The page at `/{language}/{rest}`; an address the site does not have gives its not-found page. */
  readonly answer: (record: PublicRecord, language: string, rest: string, query: URLSearchParams) => Answer
}

type Shown = {
  readonly site: Site
  readonly reader: Reader
  readonly works: WorkCatalogue
  readonly query: URLSearchParams
}

export const createPages = (origin: string): Pages => {
  const catalogue = createWorkCatalogue()
  let latest: Site | undefined
  const site = (record: PublicRecord): Site => {
    if (latest?.record !== record) latest = siteOf(origin, record)
    return latest
  }
  return {
    site,
    answer: (record, language, rest, query) => {
      const shown = { site: site(record), reader: readerOf(language), works: catalogue.at(record), query }
      return (
        at(shown, rest) ??
        withSlash(shown, rest) ??
        page(notFoundPage(shown.site, shown.reader, `/${language}/`), 404)
      )
    },
  }
}

/** An address that lacks only the slash at its end leads to the one that has it. */
const withSlash = (shown: Shown, rest: string): Answer | undefined =>
  !rest.endsWith('/') && at(shown, `${rest}/`) !== undefined
    ? redirect(`/${shown.reader.language}/${rest}/`, 301)
    : undefined

const at = (shown: Shown, rest: string): Answer | undefined => {
  const { site, reader } = shown
  const [channel = '', ...parts] = rest.split('/')
  if (parts.length === 0) return singlePage(shown, channel)
  if (channel === 'releases') return releaseAt(shown, parts)
  if (channel === 'dialogues') return dialogueAt(shown, parts)
  if (parts.join('/') !== '') return undefined
  if (channel === 'texts') return page(textsPage(site, reader))
  if (channel === 'corrections') return page(correctionsPage(site, reader))
  return isExplainer(channel) ? page(explainerPage(site, reader, channel)) : undefined
}

const isExplainer = (name: string): name is Explainer => EXPLAINERS.some((explainer) => explainer === name)

const ATOM = 'application/atom+xml; charset=utf-8'

const singlePage = ({ site, reader, works, query }: Shown, name: string): Answer | undefined => {
  switch (name) {
    case '':
      return page(homePage(site, reader))
    case 'feed.atom':
      return document(ATOM, atomFeed(site, reader, addresses.feed(reader.language)))
    case 'corrections.atom':
      return document(ATOM, correctionsFeed(site, reader))
    case 'feed.json':
      return document('application/feed+json; charset=utf-8', JSON.stringify(jsonFeed(site, reader)))
    case 'search': {
      const asked = (query.get('q') ?? '').trim().slice(0, QUERY_LIMIT_CHARACTERS)
      const found = asked === '' ? undefined : find(works, asked, reader.language)
      return page(searchPage(site, reader, asked, found))
    }
    case 'removal': {
      const about = query.get('page')
      const draft = about === null ? {} : { page: site.origin + about.slice(0, 300) }
      return page(removalPage(site, reader, draft, []))
    }
  }
  return undefined
}

const dialogueAt = ({ site, reader }: Shown, parts: readonly string[]): Answer | undefined => {
  const [dialogueId = '', meetingId, last, seat, ...more] = parts
  if (more.length > 1 || (more.length === 1 && more[0] !== '')) return undefined
  if (dialogueId === '') return meetingId === undefined ? page(dialoguesPage(site, reader)) : undefined
  const dialogue = site.record.dialogues.find((one) => one.dialogue === dialogueId)
  if (dialogue === undefined || meetingId === undefined) return undefined
  if (meetingId === 'feed.atom' && last === undefined)
    return document(
      ATOM,
      atomFeed(site, reader, addresses.dialogueFeed(reader.language, dialogueId), dialogueId),
    )
  if (meetingId === '') return last === undefined ? page(dialoguePage(site, reader, dialogue)) : undefined
  const meeting = dialogue.meetings.find((one) => one.meeting === meetingId)
  if (meeting === undefined) return undefined
  if (last === '' && seat === undefined) return page(meetingPage(site, reader, meeting))
  if (last !== 'people' || more.length === 0) return undefined
  const file = peopleOf(dialogue).find(({ appearances }) =>
    appearances.some((appearance) => appearance.meeting === meeting && appearance.as.seat === seat),
  )
  if (file === undefined) return undefined
  // A person has one page, under the latest meeting; addresses under earlier ones lead there.
  const [{ meeting: latest, as }] = file.appearances
  return latest === meeting && as.seat === seat
    ? page(personPage(site, reader, file))
    : redirect(addresses.person(reader.language, latest, as.seat), 302)
}

/** `yyyy/mm/dd/name`, then nothing, `.json` on the name, `/editions/` or `/editions/n`. */
const releaseAt = (shown: Shown, parts: readonly string[]): Answer | undefined => {
  const { site, reader } = shown
  if (parts.length === 1 && parts[0] === '') return page(releasesPage(site, reader))
  const [year, month, day, file = '', editions, number, ...more] = parts
  if (more.length > 0 || (editions !== undefined && editions !== 'editions')) return undefined
  const asData = file.endsWith('.json')
  const name = asData ? file.slice(0, -'.json'.length) : file
  for (const meeting of meetingsOf(site)) {
    const release = meeting.releases.find((one) => releaseName(meeting, one) === name)
    if (release === undefined) continue
    const right = addresses.release(reader.language, meeting, release)
    const version = release.versions.find(({ language }) => language === reader.language)
    if (version === undefined) return page(otherLanguagesPage(site, reader, { meeting, release }), 404)
    const article = { meeting, release, version }
    if (version.withdrawn !== undefined) return page(gonePage(site, reader, article), 410)
    const tail = [year, month, day, file, ...(editions === undefined ? [] : [editions, number ?? ''])].join(
      '/',
    )
    const asked = `/${reader.language}/releases/${tail}`
    const wanted = `${right}${asData ? '.json' : ''}${editions === undefined ? '' : `/editions/${number ?? ''}`}`
    if (asked !== wanted) return redirect(wanted, 301)
    if (asData)
      return editions === undefined
        ? document('application/json; charset=utf-8', JSON.stringify(releaseData(site, article)))
        : undefined
    return editions === undefined ? articlePage(shown, article) : editionAt(shown, article, number)
  }
  return undefined
}

const articlePage = ({ site, reader, works }: Shown, article: Article): Answer | undefined => {
  const edition = currentEdition(article.version)
  const { meeting, release } = article
  const work = works.works.get(`release/${meeting.dialogue}/${meeting.meeting}/${release.release}`)
  if (edition === undefined || work === undefined) return undefined
  const origin: Work & { readonly meeting: typeof meeting } = { ...work, meeting }
  return page(releasePage(site, reader, { article, edition, related: relatedTo(works, reader, origin) }))
}

const editionAt = (
  { site, reader }: Shown,
  article: Article,
  number: string | undefined,
): Answer | undefined => {
  if (number === undefined || number === '') return page(editionsPage(site, reader, article))
  const edition = article.version.editions.find((one) => String(one.edition) === number)
  return edition && page(editionPage(site, reader, article, edition))
}
