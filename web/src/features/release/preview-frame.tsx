import type { LanguageVersion } from '@parley/domain/release/state'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { forOtherTab } from '../../app/own-client.ts'
import { useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { previewAddress } from './public-address.ts'
import { useWords } from './use-words.ts'
import styles from './preview-frame.module.css'

/** The page as it would be read, rendered by the portal's own code, as wide as a screen or a phone. */
export const PreviewFrame = ({ version }: { readonly version: LanguageVersion }) => {
  const { sitting } = useRoom()
  const { say } = useLocale()
  const { languageOf } = useWords()
  const [isPhone, setPhone] = useState(false)
  const address = forOtherTab(previewAddress(sitting.place, version))
  return (
    <div>
      <div className={styles['bar']} role="group" aria-label={say('desk.preview-width')}>
        <Button pressed={!isPhone} onPress={() => setPhone(false)}>
          {say('desk.preview-wide')}
        </Button>
        <Button pressed={isPhone} onPress={() => setPhone(true)}>
          {say('desk.preview-phone')}
        </Button>
        <a href={address} target="_blank" rel="noreferrer">
          {say('desk.preview-open')}
        </a>
        <p>{say('desk.preview-note')}</p>
      </div>
      {/* Another revision is another page: the frame is made anew. */}
      <iframe
        key={version.hash}
        className={isPhone ? styles['phone'] : styles['wide']}
        src={address}
        title={say('desk.preview-of', { language: languageOf(version.language) })}
        sandbox="allow-same-origin"
      />
    </div>
  )
}
