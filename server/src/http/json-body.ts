import { JsonRefused, parseJsonText } from '../application/json-text.ts'

/** The value of a JSON body. Throws `JsonRefused`, for bytes that are no UTF-8 too. */
export const parseJsonBody = (bytes: Uint8Array): unknown => parseJsonText(decode(bytes))

const decoder = new TextDecoder('utf-8', { fatal: true })

const decode = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new JsonRefused('json-malformed')
  }
}
