import type { ReactNode } from 'react'
import styles from './button.module.css'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress: () => void
  /** `primary`: ink on paper, one on a screen, the next act of this person. */
  readonly look?: 'plain' | 'primary' | 'quiet'
  readonly size?: 'control' | 'large' | 'huge'
  /** The key that asks for the same, as shown. */
  readonly shortcut?: string | undefined
  /** Why it does nothing now. The button stays in reach and readable, and says so to whoever comes to it. */
  readonly reason?: string | undefined
  readonly label?: string | undefined
  readonly pressed?: boolean | undefined
  readonly takesFocus?: boolean
}

export const Button = ({
  children,
  onPress,
  look = 'plain',
  size = 'control',
  shortcut,
  reason,
  label,
  pressed,
  takesFocus = false,
}: ButtonProps) => (
  <button
    type="button"
    className={`${styles['button']} ${styles[look]} ${styles[size]}`}
    aria-disabled={reason !== undefined}
    aria-label={label}
    aria-pressed={pressed}
    aria-keyshortcuts={shortcut}
    title={reason}
    ref={takesFocus ? focusOnce : undefined}
    onKeyDown={(event) => {
      // A key held down presses once.
      if (event.repeat && event.key === 'Enter') event.preventDefault()
    }}
    onClick={() => {
      if (reason === undefined) onPress()
    }}
  >
    {children}
    {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
  </button>
)

const focusOnce = (button: HTMLButtonElement | null): void => button?.focus()

/** A key as it is printed on a keyboard. */
export const Kbd = ({ children }: { readonly children: ReactNode }) => (
  <kbd className={styles['kbd']} lang="en" aria-hidden="true">
    {children}
  </kbd>
)
