import { holdWords } from '@parley/messages/words'
import { ownLanguage } from './app/own-language.ts'

// One language's words and the rooms come side by side.
const language = ownLanguage()
const [{ start }] = await Promise.all([import('./app/start.tsx'), holdWords([language])])
start(language)
