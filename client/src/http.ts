import type { Problem } from '@parley/protocol/problem'
import { problem } from '@parley/protocol/problem'
import { done, failed, type Result } from './result.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Where to ask, and as whom. Without a token the browser's session cookie speaks. */
export type Address = {
  readonly origin: string
  readonly token?: string | undefined
  /** Which of the seats a browser holds speaks; without it, the one entered last. */
  readonly slot?: string | undefined
  /** Languages the words of problems are wanted in, as in Accept-Language. */
  readonly language?: string | undefined
  readonly fetch?: Fetch | undefined
}

/** What reads a body into a value; throws when it is not one. */
export type Reader<Value> = { readonly parse: (body: unknown) => Value }

export type Method = 'GET' | 'POST' | 'DELETE'

/** One request and its answer as bytes. A body is sent as JSON, bytes as they are. Trouble is a result, never thrown. */
export const send = async (
  { origin, token, slot, language, fetch = globalThis.fetch }: Address,
  method: Method,
  path: string,
  body?: unknown,
): Promise<Result<Response>> => {
  const headers: Record<string, string> = {}
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  if (slot !== undefined) headers['parley-seat'] = slot
  if (language !== undefined) headers['accept-language'] = language
  if (body !== undefined) headers['content-type'] = typeOf(body)
  try {
    const payload = body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }
    const response = await fetch(`${origin}${path}`, { method, headers, ...payload })
    return response.ok ? done(response) : failed(await problemOf(response))
  } catch (cause) {
    return failed({ status: 0, code: 'unreachable', cause: String(cause) })
  }
}

const typeOf = (body: unknown): string => {
  if (!(body instanceof Blob)) return 'application/json'
  return body.type === '' ? 'application/octet-stream' : body.type
}

/** One request and its answer read as JSON. An answer cut off on its way is no answer. */
export const sendForJson = async <Value>(
  address: Address,
  reader: Reader<Value>,
  method: Method,
  path: string,
  body?: unknown,
): Promise<Result<Value>> => {
  const answer = await send(address, method, path, body)
  if (!answer.ok) return answer
  try {
    return done(reader.parse(await answer.value.json()))
  } catch (cause) {
    return failed({ status: 0, code: 'unreachable', cause: String(cause) })
  }
}

/** As `sendForJson`, for answers that are plain text. */
export const sendForText = async (address: Address, path: string): Promise<Result<string>> => {
  const answer = await send(address, 'GET', path)
  if (!answer.ok) return answer
  try {
    return done(await answer.value.text())
  } catch (cause) {
    return failed({ status: 0, code: 'unreachable', cause: String(cause) })
  }
}

/** The problem document; where something other than Parley answered, what its status amounts to. */
const problemOf = async (response: Response): Promise<Problem> => {
  try {
    const body: unknown = await response.json()
    if (isProblem(body)) return body
  } catch {
    // Not a document of ours; the status says what there is to say.
  }
  const { status } = response
  return { ...problem(status >= 500 ? 'closing' : status === 429 ? 'too-many' : 'not-found'), status }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'status' in body &&
  typeof body.status === 'number'
