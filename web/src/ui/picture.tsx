import type { ReactNode } from 'react'
import type { MarkSide } from './mark.tsx'
import styles from './picture.module.css'

/** The place of a picture. Until there is one: an outline on the ground of the side. `children` lie over it. */
export const Picture = ({
  side,
  isSpeaking = false,
  children,
  className,
}: {
  readonly side: MarkSide | undefined
  readonly isSpeaking?: boolean
  readonly children?: ReactNode
  readonly className?: string | undefined
}) => (
  <div
    className={`${styles['picture']} ${styles[side ?? 'none']} ${isSpeaking ? styles['speaking'] : ''} ${className ?? ''}`}
  >
    <svg viewBox="0 0 160 100" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M80 24c10 0 17 8 17 19 0 8-3 15-8 19v7c0 3 4 4 10 6 15 5 26 9 29 25H32c3-16 14-20 29-25 6-2 10-3 10-6v-7c-5-4-8-11-8-19 0-11 7-19 17-19z" />
    </svg>
    {children}
  </div>
)
