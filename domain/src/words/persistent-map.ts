/**
 * A map by short text keys, for states folded from long logs. Setting a key copies a few small arrays, whatever the
 * size, and every earlier version still reads as it was. Iteration goes by the keys' hash: deterministic, in no order
 * a person would know; sort where order matters.
 */
export class PersistentMap<Value> implements Iterable<readonly [string, Value]> {
  readonly #root: Node<Value>
  readonly size: number

  private constructor(root: Node<Value>, size: number) {
    this.#root = root
    this.size = size
  }

  static of<Value>(...entries: readonly (readonly [string, Value])[]): PersistentMap<Value> {
    let map = new PersistentMap<Value>({ entries: [] }, 0)
    for (const [key, value] of entries) map = map.with(key, value)
    return map
  }

  get(key: string): Value | undefined {
    return found(this.#root, key, hash(key))?.[1]
  }

  has(key: string): boolean {
    return found(this.#root, key, hash(key)) !== undefined
  }

  with(key: string, value: Value): PersistentMap<Value> {
    const hashed = hash(key)
    const grows = found(this.#root, key, hashed) === undefined
    return new PersistentMap(put(this.#root, key, value, hashed, 0), grows ? this.size + 1 : this.size)
  }

  without(key: string): PersistentMap<Value> {
    return this.has(key) ? new PersistentMap(drop(this.#root, key, hash(key), 0), this.size - 1) : this
  }

  [Symbol.iterator](): IterableIterator<readonly [string, Value]> {
    return entriesOf(this.#root).values()
  }

  values(): readonly Value[] {
    return entriesOf(this.#root).map(([, value]) => value)
  }

  toJSON(): Readonly<Record<string, Value>> {
    return Object.fromEntries(entriesOf(this.#root))
  }
}

type Entry<Value> = readonly [string, Value]
type Leaf<Value> = { readonly entries: readonly Entry<Value>[] }
type Branch<Value> = { readonly children: readonly (Node<Value> | undefined)[] }
type Node<Value> = Leaf<Value> | Branch<Value>

const WIDTH_BITS = 4
const WIDTH = 2 ** WIDTH_BITS
/** Beyond this depth the hash is used up and a leaf grows instead of splitting. */
const DEEPEST = 32 / WIDTH_BITS - 1
const LEAF_LIMIT = 8

/** FNV-1a over UTF-16 units. */
const hash = (key: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

const slot = (hashed: number, depth: number): number => (hashed >>> (depth * WIDTH_BITS)) & (WIDTH - 1)

const found = <Value>(root: Node<Value>, key: string, hashed: number): Entry<Value> | undefined => {
  let node = root
  for (let depth = 0; 'children' in node; depth += 1) {
    const child = node.children[slot(hashed, depth)]
    if (child === undefined) return undefined
    node = child
  }
  return node.entries.find(([known]) => known === key)
}

const put = <Value>(
  node: Node<Value>,
  key: string,
  value: Value,
  hashed: number,
  depth: number,
): Node<Value> => {
  if ('children' in node) {
    const at = slot(hashed, depth)
    const child = put(node.children[at] ?? { entries: [] }, key, value, hashed, depth + 1)
    return { children: node.children.with(at, child) }
  }
  const known = node.entries.findIndex(([one]) => one === key)
  const entry: Entry<Value> = [key, value]
  if (known !== -1) return { entries: node.entries.with(known, entry) }
  if (node.entries.length < LEAF_LIMIT || depth > DEEPEST) return { entries: [...node.entries, entry] }
  return split([...node.entries, entry], depth)
}

const drop = <Value>(node: Node<Value>, key: string, hashed: number, depth: number): Node<Value> => {
  if ('entries' in node) return { entries: node.entries.filter(([one]) => one !== key) }
  const at = slot(hashed, depth)
  const child = node.children[at]
  return child === undefined
    ? node
    : { children: node.children.with(at, drop(child, key, hashed, depth + 1)) }
}

const split = <Value>(entries: readonly Entry<Value>[], depth: number): Node<Value> => {
  let branch: Node<Value> = { children: Array.from({ length: WIDTH }, () => undefined) }
  for (const [key, value] of entries) branch = put(branch, key, value, hash(key), depth)
  return branch
}

const entriesOf = <Value>(node: Node<Value>): readonly Entry<Value>[] =>
  'entries' in node
    ? node.entries
    : node.children.flatMap((child) => (child === undefined ? [] : entriesOf(child)))
