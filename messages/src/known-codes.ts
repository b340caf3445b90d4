import { en } from './catalogue/en.ts'

/** Every code there are words for: why the rules refuse an act, and why a request is not carried out at all. */
export const KNOWN_CODES: ReadonlySet<string> = new Set(
  Object.keys(en).flatMap((key) => {
    const code = /^(?:refusal|problem)\.(.+)$/.exec(key)?.[1]
    return code === undefined ? [] : [code]
  }),
)
