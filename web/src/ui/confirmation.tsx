import { useEffect, useId, useState } from 'react'
import { Button } from './button.tsx'
import styles from './confirmation.module.css'

/** How long a question has to stand before it can be answered with yes: longer than a double press, shorter than reading it. */
const STANDS_MS = 400

/**
 * A question before an act: Enter confirms, Escape does not. It covers nothing and blocks nothing, so that a point of
 * order stays in reach. A press that was meant for what stood there before does not answer it. With `reason`, words are
 * asked for; where they are `needed`, nothing is done without them. With `refused`, it can only be put away.
 */
export const Confirmation = ({
  question,
  note,
  confirm,
  cancel,
  reason,
  refused,
  onConfirm,
  onCancel,
}: {
  readonly question: string
  readonly note?: string | undefined
  readonly confirm: string
  readonly cancel: string
  readonly reason?: { readonly label: string; readonly needed?: string | undefined } | undefined
  readonly refused?: string | undefined
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}) => {
  const id = useId()
  const [words, setWords] = useState('')
  const stands = useStands()
  useFocusGoesBack()
  const missing = words.trim() === '' ? reason?.needed : undefined
  const held = refused ?? missing ?? (stands ? undefined : '')
  return (
    <div
      className={styles['box']}
      role="alertdialog"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        if (event.key === 'Enter' && (event.repeat || event.nativeEvent.isComposing)) event.preventDefault()
      }}
    >
      <form
        className={styles['inside']}
        onSubmit={(event) => {
          event.preventDefault()
          if (held === undefined) onConfirm(words.trim())
        }}
      >
        <div className={styles['words']}>
          <p id={id}>{question}</p>
          {note !== undefined && <small>{note}</small>}
          {refused !== undefined && <small role="alert">{refused}</small>}
          {reason !== undefined && <Reason label={reason.label} words={words} onWords={setWords} />}
        </div>
        <Button
          look="primary"
          size="large"
          shortcut="⏎"
          takesFocus={reason === undefined}
          reason={held}
          onPress={() => onConfirm(words.trim())}
        >
          {confirm}
        </Button>
        <Button size="large" shortcut="Esc" onPress={onCancel}>
          {cancel}
        </Button>
      </form>
    </div>
  )
}

const Reason = ({
  label,
  words,
  onWords,
}: {
  readonly label: string
  readonly words: string
  readonly onWords: (words: string) => void
}) => (
  <label>
    <span>{label}</span>
    <input value={words} maxLength={500} ref={focusOnce} onChange={({ target }) => onWords(target.value)} />
  </label>
)

const useStands = (): boolean => {
  const [stands, setStands] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setStands(true), STANDS_MS)
    return () => clearTimeout(timer)
  }, [])
  return stands
}

/** Whoever came here by keyboard is led back to where they were. */
const useFocusGoesBack = (): void => {
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        if (before instanceof HTMLElement && before.isConnected) before.focus()
      })
    }
  }, [before])
}

const focusOnce = (input: HTMLInputElement | null): void => input?.focus()
