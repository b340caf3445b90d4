import { useId, type ReactNode } from 'react'
import styles from './panel.module.css'

/** A named part of a screen. `note` stands beside the heading, `end` at the end of its line. */
export const Panel = ({
  heading,
  note,
  end,
  children,
  className,
}: {
  readonly heading: ReactNode
  readonly note?: ReactNode
  readonly end?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
}) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={className}>
      <div className={styles['head']}>
        <h2 id={id}>{heading}</h2>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        {end !== undefined && <span className={`${styles['note']} ${styles['end']}`}>{end}</span>}
      </div>
      {children}
    </section>
  )
}
