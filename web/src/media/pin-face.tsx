import { useLocale } from '../app/locale.tsx'
import { useNames } from '../app/room-context.tsx'
import { Icon } from '../ui/icon.tsx'
import { useFaceOf, usePins } from './media-context.tsx'
import { pinOf } from './shown-large.ts'
import styles from './pin-face.module.css'

/** Keeps a person’s face large on one’s own stage, beside what else is kept there; nothing where there is no face. */
export const PinFace = ({ seat }: { readonly seat: string }) => {
  const { say } = useLocale()
  const names = useNames()
  const face = useFaceOf(seat)
  const { pinned, toggle } = usePins()
  if (face === undefined) return null
  const pin = pinOf(face)
  const isPinned = pinned.includes(pin)
  const words = say(isPinned ? 'media.unpin' : 'media.pin')
  return (
    <button
      type="button"
      className={styles['pin']}
      aria-pressed={isPinned}
      aria-label={`${words}: ${names.person(seat).text}`}
      onClick={() => toggle(pin)}
    >
      <Icon name="pin" small />
      <span>{words}</span>
    </button>
  )
}
