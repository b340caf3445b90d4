import { holdWords } from '@parley/messages/words'
import { ownLanguage } from './app/own-language.ts'

// One language's words and the rooms come side by side. Not awaited here: a file of the rooms that shared one with
// this module would wait for it for ever.
const language = ownLanguage()
void Promise.all([import('./app/start.tsx'), holdWords([language])]).then(([{ start }]) => start(language))
