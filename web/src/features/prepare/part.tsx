import type { ReactNode } from 'react'
import type { Section } from './whereabouts.ts'
import styles from './part.module.css'

/** A part of the desk, with its own address on the page. */
export const Part = ({
  section,
  heading,
  note,
  children,
}: {
  readonly section: Section
  readonly heading: string
  readonly note?: string | undefined
  readonly children: ReactNode
}) => (
  <section id={section} className={styles['part']} aria-labelledby={`${section}-heading`}>
    <h2 id={`${section}-heading`} tabIndex={-1}>
      {heading}
    </h2>
    {note !== undefined && <p className={styles['note']}>{note}</p>}
    {children}
  </section>
)
