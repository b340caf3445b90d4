import { problemText } from '@parley/messages/problem-text'
import { useState } from 'react'
import { PasskeyNote } from '../features/arrive/passkey-note.tsx'
import { passkeySupport } from '../features/arrive/passkey-support.ts'
import { comeBack } from '../features/arrive/use-passkey.ts'
import { Button } from '../ui/button.tsx'
import { ArrivalFrame } from './arrival-frame.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'
import { afterSignIn } from './sign-in-path.ts'
import styles from './sign-in-page.module.css'

/** Coming back to one's seat: a passkey and nothing to type, then on to where one was. */
export const SignInPage = () => {
  const { language, say } = useLocale()
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const support = passkeySupport(location, 'PublicKeyCredential' in window)
  const signIn = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setTrouble(undefined)
    const came = await comeBack(language)
    setBusy(false)
    if (came.ok) return location.assign(afterSignIn(location.search))
    setTrouble(came.problem === 'no-key' ? say('arrive.passkey-failed') : problemText(language, came.problem))
  }
  return (
    <ArrivalFrame>
      <NoticePage title={say('arrive.sign-in-title')}>
        {support === 'ready' ? (
          <>
            <p>
              {say('arrive.sign-in-note')} {location.search.includes('to=') && say('arrive.sign-in-back')}
            </p>
            <Button look="primary" size="large" onPress={() => void signIn()}>
              {say('arrive.sign-in-passkey')}
            </Button>
          </>
        ) : (
          <PasskeyNote support={support} />
        )}
        <div role="alert">{trouble !== undefined && <p>{trouble}</p>}</div>
        <p className={styles['other']}>{say('arrive.sign-in-other')}</p>
      </NoticePage>
    </ArrivalFrame>
  )
}
