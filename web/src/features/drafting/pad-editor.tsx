import { directionOf } from '@parley/messages/choose-catalogue'
import { useEffect, useRef } from 'react'
import { useNames } from '../../app/room-context.tsx'
import type { PadReplica } from './pad-replica.ts'
import { createPadView } from './pad-view.ts'
import styles from './pad-editor.module.css'

/** An editor for one fragment of a pad, drawn once and then left to itself. */
export const PadEditor = ({
  replica,
  fragment,
  language,
  label,
  isReadOnly,
}: {
  readonly replica: PadReplica
  readonly fragment: string
  /** Of the wording; without one each paragraph goes by its own first letter. */
  readonly language?: string
  readonly label: string
  readonly isReadOnly: boolean
}) => {
  const { person } = useNames()
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef({ person, isReadOnly })
  latest.current = { person, isReadOnly }
  useEffect(() => {
    if (place.current === null) return
    const view = createPadView(place.current, {
      replica,
      fragment,
      tag: (seat) => latest.current.person(seat),
      isEditable: () => !latest.current.isReadOnly,
      attributes: {
        class: `${styles['words']} ${language === undefined ? styles['house'] : ''}`,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'true',
        dir: language === undefined ? 'auto' : directionOf(language),
        ...(language === undefined ? {} : { lang: language }),
      },
    })
    return () => view.destroy()
  }, [replica, fragment, language, label, isReadOnly])
  return <div ref={place} className={`${styles['pad']} ${isReadOnly ? styles['closed'] : ''}`} />
}
