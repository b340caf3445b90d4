import { connect } from '@parley/client/parley-client'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLocale } from './locale.tsx'
import { pathOf } from './routes.ts'

/** Ends the session in this browser; coming back takes a new invitation. */
export const SignOut = () => {
  const { say } = useLocale()
  return (
    <Button
      look="quiet"
      onPress={() => {
        void connect({ origin: location.origin })
          .signOut()
          .then(() => location.assign(pathOf({ page: 'home' })))
      }}
    >
      <Icon name="leave" small />
      {say('room.leave')}
    </Button>
  )
}
