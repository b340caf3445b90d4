import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml'
import { PROBLEMS_LIMIT, type Place, type ScriptProblem } from './script-problem.ts'

/** The largest script, and the most values in one: far more than any meeting needs. */
export const SCRIPT_LIMIT_BYTES = 2 * 1024 * 1024
const VALUES_LIMIT = 200_000
const DEPTH_LIMIT = 24

/** A script as plain values, and where each of them stands. */
export type Source = {
  readonly value: unknown
  /** Where the value at a path stands, or the nearest thing around it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
  /** Where the key at the end of a path stands. */
  readonly placeOfKey: (path: readonly PropertyKey[]) => Place
}

type Located = {
  readonly value: unknown
  readonly offset: number
  /** For maps and lists: what stands within, and where its key does. */
  readonly within?: ReadonlyMap<string, { readonly keyOffset: number; readonly located: Located }>
}

type Read =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problems: readonly ScriptProblem[] }

/**
 * Reads YAML 1.2 down to plain values: text, numbers, true, false, lists, maps with text keys. What makes a file mean other
 * than it looks like is refused: anchors, aliases, merge keys, tags, keys given twice, several documents.
 */
export const readSource = (text: string): Read => {
  const lines = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const tooLarge = new TextEncoder().encode(text).length > SCRIPT_LIMIT_BYTES
  if (tooLarge) return refused({ line: 1, column: 1, expected: 'expected at most 2 MiB' })
  const nul = text.indexOf('\u0000')
  if (nul >= 0) return refused({ ...placeAt(text, nul), expected: 'expected text, found a zero byte' })
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      merge: false,
      prettyErrors: false,
      logLevel: 'error',
    })
    if (document.errors.length > 0) {
      const problems = document.errors
        .slice(0, PROBLEMS_LIMIT)
        .map(({ pos, code, message }) => ({ ...at(pos[0]), expected: yamlExpected(code, message) }))
      return { ok: false, problems }
    }
    const reading = new Reading(at)
    const root = reading.node(document.contents, 0, 0)
    if (reading.problems.length > 0) return { ok: false, problems: reading.problems }
    return { ok: true, source: sourceOf(root, at) }
  } catch (error) {
    // The parser recurses; hostile nesting ends its stack before it ends the file.
    if (error instanceof RangeError) {
      return refused({ line: 1, column: 1, expected: `expected at most ${DEPTH_LIMIT} levels of nesting` })
    }
    throw error
  }
}

/** The bytes of a file as text, without a byte order mark; or the place of the first byte that is no UTF-8. */
export const decodeScript = (
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: ScriptProblem } => {
  if (bytes.length > SCRIPT_LIMIT_BYTES) {
    return { ok: false, problem: { line: 1, column: 1, expected: 'expected at most 2 MiB' } }
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // What cannot be decoded is replaced where it stands; the first replacement the file did not have itself is the place.
    const text = new TextDecoder('utf-8').decode(bytes)
    const offset = firstReplaced(text, bytes)
    return { ok: false, problem: { ...placeAt(text, offset), expected: 'expected text in UTF-8' } }
  }
}

const REPLACEMENT = Uint8Array.of(0xef, 0xbf, 0xbd)

/** The first replacement character of a decoding that does not stand in the bytes. */
const firstReplaced = (text: string, bytes: Uint8Array): number => {
  for (let offset = text.indexOf('\ufffd'); offset >= 0; offset = text.indexOf('\ufffd', offset + 1)) {
    const at = new TextEncoder().encode(text.slice(0, offset)).length
    if (Buffer.compare(bytes.subarray(at, at + 3), REPLACEMENT) !== 0) return offset
  }
  return 0
}

/** Where a character stands, before the parser has counted the lines. */
const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const refused = (problem: ScriptProblem): Read => ({ ok: false, problems: [problem] })

/** The parser's own words, but where they are about programs rather than files. */
const yamlExpected = (code: string, message: string): string => {
  if (code === 'MULTIPLE_DOCS') return 'expected one document; “---” begins another'
  if (/call stack/i.test(message)) return `expected at most ${DEPTH_LIMIT} levels of nesting`
  return `expected YAML: ${message.split('\n')[0] ?? message}`
}

class Reading {
  readonly problems: ScriptProblem[] = []
  readonly #at: (offset: number) => Place
  #values = 0

  constructor(at: (offset: number) => Place) {
    this.#at = at
  }

  node(node: Node | null, offset: number, depth: number): Located {
    if (node === null) return { value: null, offset }
    const here = node.range?.[0] ?? offset
    this.#values += 1
    if (this.#values > VALUES_LIMIT || depth > DEPTH_LIMIT) {
      const limit = depth > DEPTH_LIMIT ? `${DEPTH_LIMIT} levels of nesting` : `${VALUES_LIMIT} values`
      return this.#refuse(here, `expected at most ${limit}`)
    }
    if (isAlias(node)) {
      return this.#refuse(here, 'expected no alias; write it out, or refer to it with “like”')
    }
    if (node.tag !== undefined && (isScalar(node) || isExplicit(node.tag)))
      return this.#refuse(here, 'expected no tag')
    if ('anchor' in node && node.anchor !== undefined) return this.#refuse(here, 'expected no anchor')
    if (isScalar(node)) return this.#scalar(node.value, here)
    if (isSeq<Node>(node)) return this.#list(node.items, here, depth)
    if (isMap<Node, Node | null>(node)) return this.#map(node.items, here, depth)
    return this.#refuse(here, 'expected a value')
  }

  #scalar(value: unknown, offset: number): Located {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      return this.#refuse(offset, 'expected a whole number, or text in quotes')
    }
    return { value, offset }
  }

  #list(items: readonly Node[], offset: number, depth: number): Located {
    const within = new Map<string, { keyOffset: number; located: Located }>()
    const values = items.map((item, index) => {
      const located = this.#stopped ? NOTHING : this.node(item, offset, depth + 1)
      within.set(String(index), { keyOffset: located.offset, located })
      return located.value
    })
    return { value: values, offset, within }
  }

  #map(items: readonly Pair<Node, Node | null>[], offset: number, depth: number): Located {
    const within = new Map<string, { keyOffset: number; located: Located }>()
    const value: Record<string, unknown> = {}
    for (const pair of items) {
      if (this.#stopped) break
      const keyOffset = pair.key.range?.[0] ?? offset
      const key = isScalar(pair.key) ? pair.key.value : undefined
      if (typeof key !== 'string' || key === '__proto__') {
        this.#refuse(keyOffset, 'expected a name; numbers, true, false and null need quotes')
      } else if (key === '<<') {
        this.#refuse(keyOffset, 'expected no merge key; refer with “like”')
      } else if (within.has(key)) {
        this.#refuse(keyOffset, `expected “${key}” only once`)
      } else {
        const located = this.node(pair.value, keyOffset, depth + 1)
        within.set(key, { keyOffset, located })
        value[key] = located.value
      }
    }
    return { value, offset, within }
  }

  get #stopped(): boolean {
    return this.problems.length >= PROBLEMS_LIMIT
  }

  #refuse(offset: number, expected: string): Located {
    if (!this.#stopped) this.problems.push({ ...this.#at(offset), expected })
    return NOTHING
  }
}

const NOTHING: Located = { value: undefined, offset: 0 }

/** The parser names the tag of every plain list and map too, and of no plain scalar; only what is written counts. */
const isExplicit = (tag: string): boolean =>
  !/^tag:yaml\.org,2002:(map|seq|str|int|bool|null|float)$/.test(tag)

const sourceOf = (root: Located, at: (offset: number) => Place): Source => {
  const walk = (path: readonly PropertyKey[]): { readonly keyOffset: number; readonly located: Located } => {
    let here = { keyOffset: root.offset, located: root }
    for (const key of path) {
      const next = here.located.within?.get(String(key))
      if (next === undefined) break
      here = next
    }
    return here
  }
  return {
    value: root.value,
    placeOf: (path) => at(walk(path).located.offset),
    placeOfKey: (path) => at(walk(path).keyOffset),
  }
}
