import { connect } from '@parley/client/parley-client'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLocale } from './locale.tsx'
import { pathOf } from './routes.ts'

/** Ends the session, and leads to where one comes in. */
export const leave = (): void => {
  void connect({ origin: location.origin })
    .signOut()
    .then(() => location.assign(pathOf({ page: 'home' })))
}

/** Ends the session in this browser; coming back takes a new invitation. */
export const SignOut = () => {
  const { say } = useLocale()
  return (
    <Button look="quiet" onPress={leave}>
      <Icon name="leave" small />
      {say('room.leave')}
    </Button>
  )
}
