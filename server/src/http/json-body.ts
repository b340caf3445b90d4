/** Why a body was not taken as JSON. */
export class BodyRefused extends Error {
  readonly code: 'json-malformed' | 'json-too-deep' | 'json-forbidden-key'

  constructor(code: BodyRefused['code']) {
    super(code)
    this.name = 'BodyRefused'
    this.code = code
  }
}

/** Commands nest less than half as deep. */
const MAX_DEPTH = 24

/**
 * The value of a JSON body. Throws `BodyRefused` for bytes that are no UTF-8 or no JSON, for nesting nobody means, and for
 * keys that reach an object's prototype.
 */
export const parseJsonBody = (bytes: Uint8Array): unknown => {
  const value = parse(bytes)
  inspect(value, 0)
  return value
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    throw new BodyRefused('json-malformed')
  }
}

const inspect = (value: unknown, depth: number): void => {
  if (typeof value !== 'object' || value === null) return
  if (depth >= MAX_DEPTH) throw new BodyRefused('json-too-deep')
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
      throw new BodyRefused('json-forbidden-key')
    }
    inspect(inner, depth + 1)
  }
}
