import { formatNumber } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../app/locale.tsx'
import { Button } from '../ui/button.tsx'
import type { Line } from './line.ts'
import type { MediaSession } from './media-session.ts'
import styles from './line-check.module.css'

/** Whether the media server is reached from here, by which way, and how well: in words, with the numbers beside them. */
export const LineCheck = ({ session }: { readonly session: Pick<MediaSession, 'line'> }) => {
  const { language, say } = useLocale()
  const [tested, setTested] = useState<{ readonly line: Line | undefined }>()
  const line = tested?.line
  const test = async (): Promise<void> => setTested({ line: await session.line() })
  return (
    <div className={styles['line']}>
      <Button onPress={() => void test()}>{say('media.test-line')}</Button>
      <div role="status">
        {tested !== undefined && line === undefined && <p>{say('media.way-none')}</p>}
        {line !== undefined && (
          <>
            <p>
              <b>{say(`media.grade-${line.grade}`)}</b> {say(`media.way-${line.way}`)}
            </p>
            <p className={styles['numbers']}>
              {line.roundTripMs !== undefined &&
                say('media.round-trip', { count: formatNumber(language, line.roundTripMs) })}{' '}
              {line.lossPercent !== undefined &&
                say('media.loss', { count: formatNumber(language, line.lossPercent) })}
            </p>
          </>
        )}
      </div>
    </div>
  )
}
