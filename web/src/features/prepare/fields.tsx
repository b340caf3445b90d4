import { useId, type ReactNode } from 'react'
import styles from './fields.module.css'

/** A field with its name above it, and beneath it what is to be known about it. */
export const Field = ({
  label,
  note,
  children,
}: {
  readonly label: string
  readonly note?: ReactNode
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode
}) => {
  const id = useId()
  const noted = note === undefined ? {} : { 'aria-describedby': `${id}-note` }
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...noted })}
      {note !== undefined && <small id={`${id}-note`}>{note}</small>}
    </div>
  )
}

export const TextField = ({
  label,
  value,
  onChange,
  note,
  kind = 'text',
  maxLength,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly note?: ReactNode
  readonly kind?: 'text' | 'date' | 'time' | 'number'
  readonly maxLength?: number
}) => (
  <Field label={label} note={note}>
    {(ids) => (
      <input
        {...ids}
        type={kind}
        value={value}
        maxLength={maxLength}
        min={kind === 'number' ? 1 : undefined}
        dir={kind === 'text' ? 'auto' : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
)

export type Option<Id extends string> = { readonly id: Id; readonly words: string; readonly lang?: string }

/** One of several, chosen from a list. `none`: what stands there while nothing is chosen. */
export const SelectField = <Id extends string>({
  label,
  value,
  options,
  none,
  note,
  onChange,
}: {
  readonly label: string
  readonly value: Id | ''
  readonly options: readonly Option<Id>[]
  readonly none?: string
  readonly note?: ReactNode
  readonly onChange: (value: Id | '') => void
}) => (
  <Field label={label} note={note}>
    {(ids) => (
      <select
        {...ids}
        value={value}
        onChange={({ target }) => onChange(options.find(({ id }) => id === target.value)?.id ?? '')}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ id, words, lang }) => (
          <option key={id} value={id} lang={lang}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** Fields of one thing side by side, under a name of their own. */
export const FieldGroup = ({
  legend,
  children,
}: {
  readonly legend: string
  readonly children: ReactNode
}) => (
  <fieldset className={styles['group']}>
    <legend>{legend}</legend>
    <div className={styles['row']}>{children}</div>
  </fieldset>
)

/** Fields side by side without a name. */
export const FieldRow = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['row']}>{children}</div>
)
