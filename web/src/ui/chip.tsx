import type { ReactNode } from 'react'
import styles from './chip.module.css'

/** A word in a box, for kinds and states. */
export const Chip = ({
  children,
  solid = false,
}: {
  readonly children: ReactNode
  readonly solid?: boolean
}) => <span className={`${styles['chip']} ${solid ? styles['solid'] : ''}`}>{children}</span>
