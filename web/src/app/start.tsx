import type { Catalogue } from '@parley/messages/choose-catalogue'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Halted } from './halted.tsx'
import { LocaleProvider } from './locale.tsx'
import { keepSlot, slotIn } from './own-client.ts'
import { routeOf } from './routes.ts'
import '../ui/tokens.css'
import '../ui/base.css'

/** Puts the page an address stands for into the document. The words of `language` are held. */
export const start = (language: Catalogue): void => {
  // The invitation stands after `#`, where no server sees it; out of the address bar and the history it goes at once.
  const invitation = location.hash.slice(1)
  if (invitation !== '') history.replaceState(null, '', location.pathname + location.search)

  // A tab opened from another speaks for the same seat.
  const slot = slotIn(location.search)
  if (slot !== undefined) keepSlot(slot)

  // While the rooms are worked on they live under one folder, and so does the way in.
  const path = location.pathname.replace(/^\/room\/enter\/?$/, '/enter')

  const root = document.getElementById('app')
  if (root === null) throw new Error('the page has no place for the app')
  createRoot(root).render(
    <LocaleProvider first={language}>
      <Halted>
        <App route={routeOf(path)} invitation={invitation} />
      </Halted>
    </LocaleProvider>,
  )
}
