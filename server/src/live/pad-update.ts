import { Language } from '@parley/domain/words/language'
import { NOTES_FRAGMENT, PARAGRAPH } from '@parley/protocol/pads'
import * as Y from 'yjs'

/** What a Yjs update holds: what was written, and which of what was written is deleted. */
export type PadUpdate = ReturnType<typeof Y.decodeUpdate>

/**
 * Reads bytes as a Yjs update that an editor of pads can have made: paragraphs of plain text in a fragment called after a
 * language, or in the notes. Nothing else is let in, for what is in a pad is drawn on the screens of others.
 */
export const readPadUpdate = (bytes: Uint8Array): PadUpdate | undefined => {
  try {
    const update = Y.decodeUpdate(bytes)
    return update.structs.every(isOfPad) ? update : undefined
  } catch {
    return undefined
  }
}

const isOfPad = (struct: Struct): boolean =>
  !(struct instanceof Y.Item) ||
  (struct.parentSub === null && isFragment(struct.parent) && isPlain(struct.content))

/** An item names its root where it hangs on one; what hangs on another item is checked there. */
const isFragment = (parent: unknown): boolean =>
  typeof parent !== 'string' || parent === NOTES_FRAGMENT || Language.safeParse(parent).success

const isPlain = (content: unknown): boolean => {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true
  if (!(content instanceof Y.ContentType)) return false
  const { type } = content
  return type instanceof Y.XmlElement ? type.nodeName === PARAGRAPH : type instanceof Y.XmlText
}

type Struct = PadUpdate['structs'][number]

/** Up to where of whose work something builds on: the clock is the last that must be there. */
type Lack = { readonly client: number; readonly clock: number }

/**
 * Whether all that an update builds on is in the document or in the update itself. Yjs would find out by taking it in, and
 * a document that did so has to be made anew, which costs everybody on this server a moment.
 */
export const buildsOnWhatIsThere = (doc: Y.Doc, { structs, ds }: PadUpdate): boolean => {
  const there = new Map<number, number>()
  const countOf = (client: number): number => there.get(client) ?? Y.getState(doc.store, client)
  const lines = linesOf(structs)
  const next = new Map<number, number>()
  /** The lines that wait for somebody's; each waits for one at a time. */
  const waiting = new Map<number, (Lack & { readonly who: number })[]>()
  const open = [...lines.keys()]
  for (let client = open.pop(); client !== undefined; client = open.pop()) {
    const line = lines.get(client) ?? []
    const lack = advance(line, next.get(client) ?? 0, countOf, (at, struct) => {
      next.set(client, at + 1)
      there.set(client, Math.max(countOf(client), struct.id.clock + struct.length))
    })
    if (lack?.client === client) return false
    if (lack !== undefined) {
      const others = waiting.get(lack.client) ?? []
      waiting.set(lack.client, others)
      others.push({ ...lack, who: client })
    }
    const waiters = waiting.get(client) ?? []
    const woken = waiters.filter(({ clock }) => clock < countOf(client))
    if (woken.length === 0) continue
    open.push(...woken.map(({ who }) => who))
    waiting.set(
      client,
      waiters.filter(({ clock }) => clock >= countOf(client)),
    )
  }
  const areTakenIn = [...lines].every(([client, line]) => next.get(client) === line.length)
  const areDeletable = [...ds.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => clock + len <= countOf(client)),
  )
  return areTakenIn && areDeletable
}

/** What each wrote, in order. */
const linesOf = (structs: readonly Struct[]): ReadonlyMap<number, readonly Struct[]> => {
  const lines = new Map<number, Struct[]>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const line = lines.get(struct.id.client) ?? []
    lines.set(struct.id.client, line)
    line.push(struct)
  }
  return lines
}

/** Takes one line in as far as it goes; answers what it lacks then. */
const advance = (
  line: readonly Struct[],
  from: number,
  countOf: (client: number) => number,
  taken: (at: number, struct: Struct) => void,
): Lack | undefined => {
  for (const [index, struct] of line.slice(from).entries()) {
    const lack = lackOf(struct, countOf)
    if (lack !== undefined) return lack
    taken(from + index, struct)
  }
  return undefined
}

const lackOf = (struct: Struct, countOf: (client: number) => number): Lack | undefined => {
  const { client, clock } = struct.id
  // What comes before it in its author's own work.
  if (clock > countOf(client)) return { client, clock: clock - 1 }
  if (!(struct instanceof Y.Item)) return undefined
  const parent = struct.parent instanceof Y.ID ? struct.parent : null
  for (const id of [struct.origin, struct.rightOrigin, parent])
    if (id !== null && id.clock >= countOf(id.client)) return id
  return undefined
}
