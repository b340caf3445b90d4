import type { ChamberCommand } from '@parley/domain/chamber'
import { lookup } from '@parley/domain/words/lookup'
import { useMemo, useState } from 'react'
import { freshName } from '../features/drafting/draft-lines.ts'
import type { BeginPrivately } from '../features/text/text-desk.tsx'
import { TextPage } from '../features/text/text-page.tsx'
import { chamberLog } from './connection.ts'
import { draftAddress } from './draft-address.ts'
import { chamberOf } from './places.ts'
import { useRoom } from './room-context.tsx'
import { pathOf } from './routes.ts'
import { textBefore } from './text-before.ts'

const ASKED = 'text'

/** Begins a draft in the seat’s own closed room and goes there; where it sits in none, there is nothing to begin. */
const useDrafting = (): BeginPrivately | undefined => {
  const { meeting, seat, sitting } = useRoom()
  const delegation = chamberOf(meeting, seat)
  return useMemo(() => {
    if (delegation === undefined) return undefined
    let isBeginning = false
    return (of) => {
      if (isBeginning) return
      isBeginning = true
      const draft = freshName('d')
      const command: ChamberCommand = { type: 'BeginDraft', draft, ...of, body: { ...of.body } }
      void sitting.desk.act(chamberLog(sitting.place, delegation), command).then((isDone) => {
        isBeginning = false
        if (isDone) location.assign(draftAddress(sitting.place, draft))
      })
    }
  }, [sitting, delegation])
}

/** The text the address asks for, otherwise the one before the meeting. */
export const TextRoom = () => {
  const { proceedings, sitting } = useRoom()
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get(ASKED))
  const choose = (text: string): void => {
    const url = new URL(location.href)
    url.searchParams.set(ASKED, text)
    history.replaceState(null, '', url)
    setAsked(text)
  }
  const text = (asked === null ? undefined : lookup(proceedings.texts.byId, asked)) ?? textBefore(proceedings)
  return (
    <TextPage
      text={text}
      back={pathOf({ page: 'meeting', ...sitting.place, view: 'room' })}
      onChoose={choose}
      onDraft={useDrafting()}
    />
  )
}
