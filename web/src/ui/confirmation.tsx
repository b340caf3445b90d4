import { useId, useState } from 'react'
import { Button } from './button.tsx'
import styles from './confirmation.module.css'

/**
 * A question before an act: Enter confirms, Escape does not. It covers nothing and blocks nothing, so that a point of
 * order stays in reach. With `reason`, words are asked for and nothing is done without them.
 */
export const Confirmation = ({
  question,
  note,
  confirm,
  cancel,
  reason,
  onConfirm,
  onCancel,
}: {
  readonly question: string
  readonly note?: string | undefined
  readonly confirm: string
  readonly cancel: string
  readonly reason?: { readonly label: string; readonly needed: string } | undefined
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}) => {
  const id = useId()
  const [words, setWords] = useState('')
  const missing = reason !== undefined && words.trim() === '' ? reason.needed : undefined
  return (
    <form
      className={styles['box']}
      role="alertdialog"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === undefined) onConfirm(words.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <div className={styles['words']}>
        <p id={id}>{question}</p>
        {note !== undefined && <small>{note}</small>}
        {reason !== undefined && (
          <label>
            <span>{reason.label}</span>
            <input
              value={words}
              maxLength={500}
              ref={focusOnce}
              onChange={({ target }) => setWords(target.value)}
            />
          </label>
        )}
      </div>
      <Button
        look="primary"
        size="large"
        shortcut="⏎"
        takesFocus={reason === undefined}
        reason={missing}
        onPress={() => onConfirm(words.trim())}
      >
        {confirm}
      </Button>
      <Button size="large" shortcut="Esc" onPress={onCancel}>
        {cancel}
      </Button>
    </form>
  )
}

const focusOnce = (input: HTMLInputElement | null): void => input?.focus()
