import { activeAt, secretariatAt } from '@parley/domain/meeting/seats'
import type { Proceedings } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { TextState } from '@parley/domain/text/state'
import { StanceLevel } from '@parley/domain/text/things'
import { languagesMissing, isDeletion, standingVersions } from '@parley/domain/text/views/standing'
import type { Instant } from '@parley/domain/words/identity'
import { lookup } from '@parley/domain/words/lookup'
import { createContext, useContext, useMemo } from 'react'
import { createCell, type Cell } from '../../app/cell.ts'
import { useLocale } from '../../app/locale.tsx'
import { isAllowed } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow, type Names } from '../../app/room-context.tsx'
import { movedBy, tablingOf, type Written } from './proposing.ts'
import { useActOnce } from './use-act-once.ts'

/** What this seat may do with a text as a whole; each asked of the rules once, by the example of one block. */
export type Rights = {
  readonly levels: readonly StanceLevel[]
  readonly certify: boolean
  readonly table: boolean
  readonly arrange: boolean
}

/** The version chosen of each block, for acts on several at once. */
export type Chosen = Cell<ReadonlyMap<string, string>>

/** Begins a draft of a change in one's own closed room, from a wording of a block. */
export type BeginPrivately = (of: {
  readonly text: string
  readonly block: string
  readonly base: string
  readonly body: Written
}) => void

/**
 * What all blocks of a text share. It stays the same while nobody's rights change, so that an act on one block draws no
 * other again.
 */
export type TextDesk = {
  /** Begins a private draft from a wording; nothing where the seat sits in no chamber, or the text is adopted. */
  readonly draft: BeginPrivately | undefined
  /** The delegation this seat speaks for, as delegate or as its secretariat. */
  readonly own: string | undefined
  readonly rights: Rights
  readonly chosen: Chosen
  readonly names: Pick<Names, 'shortParty' | 'side'>
  /** Answers whether it was done; a second press is no second act. */
  readonly act: (command: ProceedingsCommand) => Promise<boolean>
  /** Asks the rules as the record stands when asked. */
  readonly may: (command: ProceedingsCommand) => boolean
  /** The text as the record stands when asked. */
  readonly current: () => TextState
}

export const TextDeskContext = createContext<TextDesk | undefined>(undefined)

export const useTextDesk = (): TextDesk => {
  const desk = useContext(TextDeskContext)
  if (desk === undefined) throw new Error('no text above')
  return desk
}

/** Rights on a text change with the record, not with the second. */
const EVERY_MS = 60_000

export const useOwnTextDesk = (text: TextState, onDraft: BeginPrivately | undefined): TextDesk => {
  const { sitting, seat, meeting, proceedings } = useRoom()
  const { language } = useLocale()
  const names = useNames()
  const now = useServerNow(EVERY_MS)
  const rights = useMemo(() => rightsOn(text, proceedings, seat, now), [text, meeting, seat, now])
  const own = activeAt(meeting, seat)?.delegation ?? secretariatAt(meeting, seat)?.party
  const chosen = useMemo<Chosen>(() => createCell<ReadonlyMap<string, string>>(new Map()), [text.text])
  const actOnce = useActOnce()
  const draft = text.adopted === undefined ? onDraft : undefined
  return useMemo(
    () => ({
      draft,
      own,
      rights,
      chosen,
      names,
      act: actOnce,
      may: (command) => isAllowed(sitting.store.read().proceedings, seat, command, sitting.clock.now()),
      current: () => lookup(sitting.store.read().proceedings.texts.byId, text.text) ?? text,
    }),
    [actOnce, draft, own, JSON.stringify(rights), chosen, meeting.delegations, language, sitting, text.text],
  )
}

const rightsOn = (text: TextState, proceedings: Proceedings, seat: string, now: Instant): Rights => {
  const may = (command: ProceedingsCommand): boolean => isAllowed(proceedings, seat, command, now)
  const standing = text.order.flatMap((id) => {
    const block = text.blocks.get(id)
    return block === undefined ? [] : standingVersions(block)
  })
  const [any] = standing
  const complete = standing.find((one) => !isDeletion(one) && languagesMissing(text, one).length === 0)
  return {
    levels:
      any === undefined
        ? []
        : StanceLevel.options.filter((level) =>
            may({
              type: 'TakeStance',
              text: text.text,
              level,
              targets: [{ block: any.block, version: any.version }],
            }),
          ),
    certify:
      complete !== undefined &&
      may({
        type: 'CertifyConcordance',
        text: text.text,
        versions: [{ block: complete.block, version: complete.version }],
      }),
    table: may(tablingOf(text.text, NEW_BLOCK, { [text.languages[0] ?? 'en']: '…' }, TRIAL)),
    arrange:
      text.order.length > 1 &&
      may({
        type: 'ArrangeBlocks',
        text: text.text,
        order: [...movedBy(text.order, text.order[0] ?? '', 1)],
      }),
  }
}

/** Asked of the rules only to know whether proposals are taken from this seat now. */
const NEW_BLOCK = { what: 'new', kind: 'paragraph', after: null } as const
const TRIAL = { proposal: 'p-trial', block: 'b-trial' }
