import type { ReactNode } from 'react'
import styles from './notice-page.module.css'

/** A page with one thing to say, and at most one thing to do. */
export const NoticePage = ({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) => (
  <main className={styles['page']}>
    <h1>{title}</h1>
    {children}
  </main>
)
