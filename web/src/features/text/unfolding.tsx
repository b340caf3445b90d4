import { useRef, useState, type ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import styles from './unfolding.module.css'

/**
 * A button that unfolds acts beside it; Escape folds them again. There are hundreds of these on a page: what is folded
 * costs one button.
 */
export const Unfolding = ({
  words,
  children,
}: {
  readonly words: string
  readonly children: (fold: () => void) => ReactNode
}) => {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const fold = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <span
      className={styles['unfolding']}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) fold()
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles['button']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {words}
        <Icon name="down" small />
      </button>
      {isOpen && (
        <span className={styles['acts']} role="group" aria-label={words}>
          {children(fold)}
        </span>
      )}
    </span>
  )
}
