import type { PublicMeeting, PublicRelease } from '../application/archive/public-record.ts'
import { calendarDay, hostZone } from './moment.ts'

/**
 * Where the public pages live. The language of the page is the first part of every address; a dialogue's and a
 * meeting's identifiers never change, and a release's last part names it whatever the date before it says.
 */
export const addresses = {
  home: (language: string) => `/${language}/`,
  releases: (language: string) => `/${language}/releases/`,
  dialogues: (language: string) => `/${language}/dialogues/`,
  dialogue: (language: string, dialogue: string) => `/${language}/dialogues/${dialogue}/`,
  meeting: (language: string, { dialogue, meeting }: Place) =>
    `/${language}/dialogues/${dialogue}/${meeting}/`,
  person: (language: string, { dialogue, meeting }: Place, seat: string) =>
    `/${language}/dialogues/${dialogue}/${meeting}/people/${seat}/`,
  text: (language: string, { dialogue, meeting }: Place, text: string) =>
    `/${language}/dialogues/${dialogue}/${meeting}/#text-${text}`,
  release: (language: string, meeting: PublicMeeting, release: PublicRelease) =>
    `/${language}/${releasePath(meeting, release)}`,
  editions: (language: string, meeting: PublicMeeting, release: PublicRelease) =>
    `/${language}/${releasePath(meeting, release)}/editions/`,
  edition: (language: string, meeting: PublicMeeting, release: PublicRelease, edition: number) =>
    `/${language}/${releasePath(meeting, release)}/editions/${edition}`,
  /** The same in every language. */
  checkpoint: ({ dialogue, meeting }: Place) => `/checkpoints/${dialogue}/${meeting}`,
  texts: (language: string) => `/${language}/texts/`,
  corrections: (language: string) => `/${language}/corrections/`,
  explainer: (language: string, explainer: Explainer) => `/${language}/${explainer}/`,
  search: (language: string) => `/${language}/search`,
  removal: (language: string, page?: string) =>
    `/${language}/removal${page === undefined ? '' : `?page=${encodeURIComponent(page)}`}`,
  register: (language: string) => `/${language}/removal/register`,
  feed: (language: string) => `/${language}/feed.atom`,
  jsonFeed: (language: string) => `/${language}/feed.json`,
  correctionsFeed: (language: string) => `/${language}/corrections.atom`,
  dialogueFeed: (language: string, dialogue: string) => `/${language}/dialogues/${dialogue}/feed.atom`,
} as const

export const EXPLAINERS = ['verify', 'equally-authentic', 'consensus', 'about', 'accessibility'] as const
export type Explainer = (typeof EXPLAINERS)[number]

type Place = { readonly dialogue: string; readonly meeting: string }

const releasePath = (meeting: PublicMeeting, release: PublicRelease): string =>
  `releases/${calendarDay(release.publishedAt, hostZone(meeting)).join('/')}/${releaseName(meeting, release)}`

/** A release's name in addresses. Identifiers have no dots, so no two releases share one. */
export const releaseName = (
  { dialogue, meeting }: Place,
  { release }: { readonly release: string },
): string => `${dialogue}.${meeting}.${release}`
