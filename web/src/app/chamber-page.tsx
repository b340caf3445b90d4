import type { Draft } from '@parley/domain/chamber'
import { keptDrafts } from '@parley/domain/chamber'
import { lookup } from '@parley/domain/words/lookup'
import { useState } from 'react'
import { Chat } from '../features/chamber/chat.tsx'
import { PadPeople, PeopleHere } from '../features/chamber/people-here.tsx'
import { BeginDraft } from '../features/drafting/begin-draft.tsx'
import { DraftDesk } from '../features/drafting/draft-desk.tsx'
import { DraftName } from '../features/drafting/draft-name.tsx'
import { NotesPad } from '../features/drafting/notes-pad.tsx'
import { Chip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { useCell } from './cell.ts'
import type { ChamberLine } from './chamber-line.ts'
import { draftIn } from './draft-address.ts'
import { useLocale } from './locale.tsx'
import { Conference } from '../media/conference.tsx'
import { mediaOf } from './media-parts.ts'
import { NoticePage } from './notice-page.tsx'
import { chamberOf } from './places.ts'
import { useNames, useRoom } from './room-context.tsx'
import { pathOf } from './routes.ts'
import { textBefore } from './text-before.ts'
import { timeZoneOf } from './time-zone.ts'
import { useChamber } from './use-chamber.ts'
import styles from './chamber-page.module.css'

/** The closed room of one's own delegation, with a page of its own: drafts, notes, words, and who is there. */
export const ChamberPage = () => {
  const { meeting, seat } = useRoom()
  const { say } = useLocale()
  const delegation = chamberOf(meeting, seat)
  if (delegation !== undefined) return <Entered delegation={delegation} />
  return (
    <NoticePage title={say('drafting.no-chamber')}>
      <p>{say('drafting.no-chamber-explained')}</p>
    </NoticePage>
  )
}

const Entered = ({ delegation }: { readonly delegation: string }) => {
  const { say } = useLocale()
  const line = useChamber(delegation)
  const { side } = useNames()
  return (
    <div className={`${styles['chamber']} ${styles[side(delegation) ?? 'further']}`}>
      {line === undefined ? (
        <p className={styles['waiting']}>{say('room.loading')}</p>
      ) : (
        <Inside line={line} />
      )}
    </div>
  )
}

/** What is open: the notes, or a draft by its name. Narrow screens show the words as a third. */
type Open = { readonly what: 'notes' | 'words' } | { readonly what: 'draft'; readonly draft: string }

/** What the address asks for, otherwise the notes. */
const firstOpen = (): Open => {
  const draft = draftIn(location.search)
  return draft === undefined ? { what: 'notes' } : { what: 'draft', draft }
}

const Inside = ({ line }: { readonly line: ChamberLine }) => {
  const { meeting, seat, sitting } = useRoom()
  const { say } = useLocale()
  const { shortParty } = useNames()
  const chamber = useCell(line.chamber)
  const isCaughtUp = useCell(line.caughtUp)
  const [open, setOpen] = useState(firstOpen)
  const drafts = keptDrafts(chamber)
  const shown = open.what === 'draft' ? chamber.drafts.get(open.draft) : undefined
  const page = { page: 'meeting', ...sitting.place } as const
  const room = { kind: 'chamber', delegation: line.delegation } as const
  return (
    <>
      <section className={styles['header']} aria-label={say('room.chamber')}>
        <Icon name="lock" />
        <div>
          <h1>{say('drafting.chamber-of', { who: shortParty(line.delegation).text })}</h1>
          <p>{say('drafting.only-yours')}</p>
        </div>
        <a href={pathOf({ ...page, view: 'room' })} className={styles['back']}>
          <Icon name="back" small /> {say('room.text-back')}
        </a>
      </section>
      <div className={styles['columns']} data-open={open.what}>
        <nav className={styles['list']} aria-label={say('drafting.in-chamber')}>
          <DraftList line={line} drafts={drafts} open={open} onOpen={setOpen} />
          <PeopleHere line={line} />
          <Conference room={room} title={say('media.confer')} open={() => mediaOf(sitting.place, room)} />
        </nav>
        <main className={styles['work']}>
          {open.what === 'draft' && !isCaughtUp ? (
            <p className={styles['waiting']}>{say('room.loading')}</p>
          ) : shown === undefined ? (
            <NotesPad line={line} />
          ) : (
            <DraftDesk
              key={shown.draft}
              line={line}
              draft={shown}
              textHref={pathOf({ ...page, view: 'text' })}
            />
          )}
        </main>
        <aside className={styles['words']} aria-label={say('drafting.words')}>
          <h2>{say('drafting.words')}</h2>
          <Chat line={line} timeZone={timeZoneOf(meeting, seat)} />
        </aside>
      </div>
    </>
  )
}

const DraftList = ({
  line,
  drafts,
  open,
  onOpen,
}: {
  readonly line: ChamberLine
  readonly drafts: readonly Draft[]
  readonly open: Open
  readonly onOpen: (open: Open) => void
}) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const text = textBefore(proceedings)
  return (
    <>
      <ul className={styles['pads']}>
        <li>
          <button
            type="button"
            aria-current={open.what === 'notes' ? 'true' : undefined}
            onClick={() => onOpen({ what: 'notes' })}
          >
            <span>{say('drafting.notes')}</span>
            <PadPeople line={line} pad="notes" />
          </button>
        </li>
        <li className={styles['wordsTab']}>
          <button
            type="button"
            aria-current={open.what === 'words' ? 'true' : undefined}
            onClick={() => onOpen({ what: 'words' })}
          >
            <span>{say('drafting.words')}</span>
          </button>
        </li>
        {drafts.map((draft) => (
          <li key={draft.draft}>
            <button
              type="button"
              aria-current={open.what === 'draft' && open.draft === draft.draft ? 'true' : undefined}
              onClick={() => onOpen({ what: 'draft', draft: draft.draft })}
            >
              <span>
                <DraftName draft={draft} text={lookup(proceedings.texts.byId, draft.text)} />
                {draft.proposal !== undefined && <Chip>{say('drafting.tabled')}</Chip>}
              </span>
              <PadPeople line={line} pad={`draft/${draft.draft}`} />
            </button>
          </li>
        ))}
      </ul>
      {text === undefined ? (
        <p className={styles['none']}>{say('drafting.no-text')}</p>
      ) : (
        text.adopted === undefined && (
          <div className={styles['begin']}>
            <BeginDraft line={line} text={text} onBegun={(draft) => onOpen({ what: 'draft', draft })} />
          </div>
        )
      )}
    </>
  )
}
