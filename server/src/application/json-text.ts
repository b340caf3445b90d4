/** Why a text was not taken as JSON. */
export class JsonRefused extends Error {
  readonly code: 'json-malformed' | 'json-too-deep' | 'json-forbidden-key'

  constructor(code: JsonRefused['code']) {
    super(code)
    this.name = 'JsonRefused'
    this.code = code
  }
}

/** Commands nest less than half as deep. */
const MAX_DEPTH = 24

/**
 * The value of a JSON text from outside. Throws `JsonRefused` for what is no JSON, for nesting nobody means, and for keys
 * that reach an object's prototype.
 */
export const parseJsonText = (text: string): unknown => {
  const value = parse(text)
  inspect(value, 0)
  return value
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new JsonRefused('json-malformed')
  }
}

const inspect = (value: unknown, depth: number): void => {
  if (typeof value !== 'object' || value === null) return
  if (depth >= MAX_DEPTH) throw new JsonRefused('json-too-deep')
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
      throw new JsonRefused('json-forbidden-key')
    }
    inspect(inner, depth + 1)
  }
}
