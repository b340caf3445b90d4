import { directionOf } from '@parley/messages/choose-catalogue'
import { useId } from 'react'
import styles from './text-field.module.css'

/** Words in a language of their own, in as much room as they take. Keys are left to the input method. */
export const TextField = ({
  label,
  note,
  language,
  value,
  rows,
  isLine = false,
  isHidden = false,
  onChange,
}: {
  readonly label: string
  readonly note?: string | undefined
  readonly language: string
  readonly value: string
  readonly rows: number
  /** A line has no breaks; what is pasted with breaks gets spaces. */
  readonly isLine?: boolean
  /** The label is said and not shown. */
  readonly isHidden?: boolean
  readonly onChange: (words: string) => void
}) => {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={isHidden ? 'sr' : undefined}>
        {label}
      </label>
      {note !== undefined && <small id={`${id}-note`}>{note}</small>}
      <textarea
        id={id}
        lang={language}
        dir={directionOf(language)}
        rows={rows}
        value={value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={({ target }) => onChange(isLine ? target.value.replaceAll(/\s*\n\s*/g, ' ') : target.value)}
      />
    </div>
  )
}
