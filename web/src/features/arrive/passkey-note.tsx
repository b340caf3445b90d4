import { useLocale } from '../../app/locale.tsx'
import { byName, type PasskeySupport } from './passkey-support.ts'

/** Why there are no passkeys on this page, and what to do about it. */
export const PasskeyNote = ({ support }: { readonly support: Exclude<PasskeySupport, 'ready'> }) => {
  const { say } = useLocale()
  switch (support) {
    case 'none':
      return <p>{say('arrive.no-passkeys-here')}</p>
    case 'need-name': {
      const named = byName(location.href)
      return (
        <p>
          {say('arrive.need-name')} {named !== undefined && <a href={named}>{say('arrive.open-by-name')}</a>}
        </p>
      )
    }
  }
}
