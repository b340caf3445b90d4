import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLocale } from './locale.tsx'
import { forgetSlot, ownClient } from './own-client.ts'
import { pathOf } from './routes.ts'

/** Ends this tab's session, and no other that the browser holds; leads to where one comes back in. */
export const leave = (): void => {
  void ownClient()
    .signOut()
    .then(() => {
      forgetSlot()
      location.assign(pathOf({ page: 'sign-in' }))
    })
}

/** Ends the session in this browser; coming back takes a passkey or a new invitation. */
export const SignOut = () => {
  const { say } = useLocale()
  return (
    <Button look="quiet" onPress={leave}>
      <Icon name="leave" small />
      {say('room.leave')}
    </Button>
  )
}
