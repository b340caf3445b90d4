import { lookup } from '@parley/domain/words/lookup'
import { useState } from 'react'
import { TextPage } from '../features/text/text-page.tsx'
import { useRoom } from './room-context.tsx'
import { pathOf } from './routes.ts'
import { textBefore } from './text-before.ts'

const ASKED = 'text'

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
    />
  )
}
