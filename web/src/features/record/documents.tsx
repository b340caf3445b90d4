import type { Document } from '@parley/domain/meeting/things'
import { directionOf } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './documents.module.css'

/** What has been put before the meeting besides its text: each document with its wordings. */
export const Documents = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  return (
    <Panel heading={say('sitting.documents')}>
      {meeting.documents.length === 0 && <p className={styles['empty']}>{say('sitting.no-documents')}</p>}
      <ul className={styles['list']}>
        {meeting.documents.map((one) => (
          <OneDocument key={one.id} document={one} />
        ))}
      </ul>
    </Panel>
  )
}

const OneDocument = ({ document }: { readonly document: Document }) => {
  const { language, say } = useLocale()
  const { words, side, party } = useNames()
  const [shown, setShown] = useState<string>()
  const { title, symbol, delegation, body = {} } = document
  const languages = Object.keys(body)
  return (
    <li>
      <h3>
        <Words {...words(title)} />
      </h3>
      <p className={styles['about']}>
        {symbol !== undefined && <bdi>{symbol}</bdi>}
        {delegation !== undefined && (
          <span>
            <Mark side={side(delegation)} /> <Words {...party(delegation)} />
          </span>
        )}
      </p>
      {languages.length === 0 && <p className={styles['empty']}>{say('sitting.no-wording-of-document')}</p>}
      <p className={styles['languages']}>
        {languages.map((one) => (
          <Button key={one} pressed={one === shown} onPress={() => setShown(one === shown ? undefined : one)}>
            {languageName(language, one)}
          </Button>
        ))}
      </p>
      {shown !== undefined && (
        <div className={styles['words']} lang={shown} dir={directionOf(shown)}>
          {body[shown]}
        </div>
      )}
    </li>
  )
}
