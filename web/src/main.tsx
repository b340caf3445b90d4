import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { LocaleProvider } from './app/locale.tsx'
import { keepSlot, slotIn } from './app/own-client.ts'
import { routeOf } from './app/routes.ts'
import './ui/tokens.css'
import './ui/base.css'

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
  <LocaleProvider>
    <App route={routeOf(path)} invitation={invitation} />
  </LocaleProvider>,
)
