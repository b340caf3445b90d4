import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import type { Worded } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './invitation-link.module.css'

/** A link and whom it is for. It is a way in for whoever has it, so it can be put out of sight again. */
export const InvitationLink = ({
  who,
  link,
  until,
}: {
  readonly who: Worded
  readonly link: string
  readonly until: string
}) => {
  const { say } = useLocale()
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      // Where a page may not copy, the link stands selected for the person to do so.
      setCopied(false)
    }
  }
  return (
    <div className={styles['box']}>
      <p>
        {say('prepare.link-for')}{' '}
        <b>
          <Words {...who} />
        </b>
      </p>
      <div className={styles['line']}>
        <input
          readOnly
          dir="ltr"
          value={link}
          aria-label={say('prepare.link-of', { who: who.text })}
          onFocus={({ target }) => target.select()}
        />
        <Button look="primary" onPress={() => void copy()}>
          {say(isCopied ? 'prepare.copied' : 'prepare.copy')}
        </Button>
      </div>
      <p role="status" className={styles['note']}>
        {say('prepare.link-note', { time: until })}
      </p>
    </div>
  )
}
