import type { Recorded } from '@parley/domain/decider'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { PublicText, Signature } from './public-record.ts'

type Adopted = NonNullable<PublicText['adopted']>

type Draft = Pick<PublicText, 'text'> & {
  title: PublicText['title']
  languages: PublicText['languages']
  adopted?: Omit<Adopted, 'blocks'>
  blocks: Map<number, Adopted['blocks'][number]>
  readonly statements: PublicText['statements'][number][]
  readonly confirmed: { readonly delegation: string; readonly at: number }[]
  readonly initialled: Signature[]
  readonly signed: Signature[]
}

/** Folds what is public of the texts: what was adopted, and what was said and signed upon it. */
export const createTextFold = (): {
  readonly take: (recorded: Recorded<ProceedingsEvent>) => void
  readonly folded: () => readonly PublicText[]
} => {
  const drafts = new Map<string, Draft>()
  return {
    take: ({ at, event }) => {
      if (event.type === 'TextOpened') drafts.set(event.text, draftOf(event))
      else if ('text' in event && typeof event.text === 'string') {
        const draft = drafts.get(event.text)
        if (draft !== undefined) change(draft, at, event)
      }
    },
    folded: () => [...drafts.values()].map(finish),
  }
}

const draftOf = ({ text, title, languages }: Pick<Draft, 'text' | 'title' | 'languages'>): Draft => ({
  text,
  title,
  languages,
  blocks: new Map(),
  statements: [],
  confirmed: [],
  initialled: [],
  signed: [],
})

const change = (draft: Draft, at: number, event: ProceedingsEvent): void => {
  if (event.type === 'TextAdopted') {
    const { root, mode, adReferendum } = event
    draft.adopted = { root, mode, at, adReferendum }
    draft.title = event.title
    draft.languages = event.languages
    draft.blocks = new Map()
  } else if (event.type === 'BlockAdopted') {
    const { block, kind, version, body } = event
    draft.blocks.set(event.index, { block, kind, version, body })
  } else if (event.type === 'StatementAttached') {
    const { statement, delegation, kind, body } = event
    draft.statements.push({ statement, delegation, kind, body, at })
  } else if (event.type === 'AdReferendumConfirmed')
    draft.confirmed.push({ delegation: event.delegation, at })
  else if (event.type === 'TextInitialled')
    draft.initialled.push({ delegation: event.delegation, seat: event.seat, at })
  else if (event.type === 'TextSigned')
    draft.signed.push({ delegation: event.delegation, seat: event.seat, at })
}

const finish = ({ adopted, blocks, ...text }: Draft): PublicText => {
  if (adopted === undefined) return text
  const inOrder = [...blocks.entries()].toSorted(([a], [b]) => a - b).map(([, block]) => block)
  return { ...text, adopted: { ...adopted, blocks: inOrder } }
}
