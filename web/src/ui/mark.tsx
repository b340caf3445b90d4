import styles from './mark.module.css'

export type MarkSide = 'a' | 'b' | 'c' | 'further'

/** The shape of a side beside its name, which says the same in words; square, circle, triangle, and a ring for more. */
export const Mark = ({
  side,
  large = false,
}: {
  readonly side: MarkSide | undefined
  readonly large?: boolean
}) =>
  side === undefined ? null : (
    <i className={`${styles['mark']} ${styles[side]} ${large ? styles['large'] : ''}`} aria-hidden="true" />
  )
