import { holdWords } from '@parley/messages/words'
import { ownLanguage } from './app/own-language.ts'

// The content policy forbids code made from strings. Zod would try all the same when it is loaded, and a browser reports
// every try as a breach.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

// One language's words and the rooms come side by side. Not awaited here: a file of the rooms that shared one with
// this module would wait for it for ever.
const language = ownLanguage()
void Promise.all([import('./app/start.tsx'), holdWords([language])]).then(([{ start }]) => start(language))
