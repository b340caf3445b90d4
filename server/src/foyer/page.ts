import { CATALOGUES, type Catalogue, directionOf } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { languageName } from '@parley/messages/quantities'
import { html, type Html } from '../markup/html.ts'

/** A whole page of the foyer. `path` is its own address, for the links to its other languages. */
export const foyerPage = (language: Catalogue, path: string, body: Html, head?: Html): string => {
  const others = CATALOGUES.filter((one) => one !== language)
  const page = html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${format(language, 'foyer.title')}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="stylesheet" href="/foyer.css" />
        ${head}
      </head>
      <body class="foyer">
        <main>${body}</main>
        <footer>
          <nav>
            ${others.map((one) => html`<a href="${path}?lang=${one}" lang="${one}" hreflang="${one}">${languageName(one, one)}</a> `)}
          </nav>
          <p><a href="/${language}/">${format(language, 'foyer.public-record')}</a></p>
        </footer>
      </body>
    </html> `
  return page.toString()
}
