import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { html } from '../markup/html.ts'
import { foyerPage } from './page.ts'

/**
 * Where an invitation's link leads. The invitation stands after `#`, where only the page's script sees it; the script
 * trades it for a session and goes on to the seat, or shows why it could not.
 */
export const enterPage = (language: Catalogue): string =>
  foyerPage(
    language,
    '/enter',
    html`<h1>${format(language, 'foyer.enter')}</h1>
      <p
        id="state"
        role="status"
        data-missing="${format(language, 'foyer.invitation-missing')}"
        data-seat="/seat?lang=${language}"
      >
        ${format(language, 'foyer.entering')}
      </p>
      <noscript><p>${format(language, 'foyer.needs-script')}</p></noscript>
      <p class="quiet">${format(language, 'foyer.enter-explained')}</p>`,
    html`<script src="/enter.js" defer></script>`,
  )
