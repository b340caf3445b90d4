import type { PadHand, PadLine, PadWriter } from '@parley/client/pads'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createPadReplica, type PadReplica } from './pad-replica.ts'

/** Time that passes when it is told to. */
const clockwork = () => {
  let now = 0
  let due: { readonly at: number; readonly work: () => void }[] = []
  return {
    schedule: (afterMs: number, work: () => void) => {
      const one = { at: now + afterMs, work }
      due.push(one)
      return () => {
        due = due.filter((other) => other !== one)
      }
    },
    pass: (ms: number): void => {
      now += ms
      for (const one of due.filter(({ at }) => at <= now)) {
        due = due.filter((other) => other !== one)
        one.work()
      }
    },
  }
}

const wordsOf = (doc: Y.Doc): string => doc.getText('words').toJSON()
const wordsIn = ({ doc }: PadReplica): string => wordsOf(doc)

/** A pad as the server keeps it, for any number of writers whose lines can be cut. */
const pad = () => {
  const { schedule, pass } = clockwork()
  const doc = new Y.Doc()
  const seen: string[] = []
  const writers = new Set<PadWriter>()
  const write = (): {
    readonly replica: PadReplica
    readonly cut: () => void
    readonly mend: () => void
    writer: () => PadWriter
  } => {
    let up = true
    let told: PadWriter | undefined
    const join = (writer: PadWriter): void => {
      if (!up) return
      writers.add(writer)
      writer.onJoined(Y.encodeStateAsUpdate(doc, writer.vector()), Y.encodeStateVector(doc))
    }
    const replica = createPadReplica((writer): PadLine => {
      told = writer
      return {
        edit: (update) => {
          if (!up) return
          Y.applyUpdate(doc, update)
          seen.push(wordsOf(doc))
          for (const other of writers) if (other !== writer) other.onEdited(update)
        },
        point: () => undefined,
        join: () => join(writer),
        leave: () => writers.delete(writer),
      }
    }, schedule)
    const writer = (): PadWriter => {
      if (told === undefined) throw new Error('the pad was not opened')
      return told
    }
    join(writer())
    return {
      replica,
      writer,
      cut: () => {
        up = false
        writers.delete(writer())
        writer().onLost()
      },
      mend: () => {
        up = true
        join(writer())
      },
    }
  }
  return { write, pass, seen, words: () => wordsOf(doc) }
}

describe('one’s own copy of a pad', () => {
  it('sends what is typed within a moment as one, and takes in what others type', () => {
    const { write, pass, seen } = pad()
    const one = write()
    const other = write()
    for (const letter of 'abc') one.replica.doc.getText('words').insert(0, letter)
    pass(50)
    expect(seen).toEqual(['cba'])
    expect(wordsIn(other.replica)).toBe('cba')
  })

  it('goes on without a line, and is together with the others when there is one', () => {
    const { write, pass, words } = pad()
    const one = write()
    const other = write()
    one.replica.doc.getText('words').insert(0, 'middle')
    pass(50)
    one.cut()
    expect(one.replica.standing.read()).toBe('apart')
    one.replica.doc.getText('words').insert(6, ' after')
    other.replica.doc.getText('words').insert(0, 'before ')
    pass(50)
    one.mend()
    expect([wordsIn(one.replica), wordsIn(other.replica), words()]).toEqual(
      Array.from({ length: 3 }, () => 'before middle after'),
    )
    expect(one.replica.standing.read()).toBe('together')
  })

  it('brings what is longer than one message in pieces that are not', () => {
    const { write, pass } = pad()
    const one = write()
    const other = write()
    one.cut()
    for (let count = 0; count < 8; count += 1) {
      one.replica.doc.getText('words').insert(0, '水'.repeat(10_000))
    }
    pass(50)
    one.mend()
    expect(wordsIn(other.replica)).toBe('水'.repeat(80_000))
  })

  it('shows the others nothing of a syllable that is being composed, and is not disturbed by them', () => {
    const { write, pass, seen } = pad()
    const one = write()
    const other = write()
    one.replica.gate.compositionStarted()
    one.replica.doc.getText('words').insert(0, 'sh')
    other.replica.doc.getText('words').insert(0, 'peer')
    pass(50)
    expect(seen).toEqual(['peer'])
    expect(wordsIn(one.replica)).toBe('sh')
    one.replica.doc.getText('words').delete(0, 2)
    one.replica.doc.getText('words').insert(0, '深')
    one.replica.gate.compositionEnded()
    pass(60)
    pass(50)
    expect(seen.some((words) => words.includes('sh'))).toBe(false)
    expect(wordsIn(one.replica)).toBe(wordsIn(other.replica))
    expect(['peer深', '深peer']).toContain(wordsIn(one.replica))
  })

  it('knows whose cursors stand where, until the line breaks', () => {
    const { write } = pad()
    const { replica, writer, cut } = write()
    const cursor = { fragment: 'zh', anchor: 'AA==', head: 'AA==' }
    const hand: PadHand = { hand: 1, seat: 'adviser', cursor }
    writer().onPointed(hand)
    writer().onPointed({ ...hand, hand: 2 })
    writer().onPointed({ ...hand, hand: 2, cursor: null })
    expect(replica.hands.read()).toEqual([hand])
    cut()
    expect(replica.hands.read()).toEqual([])
  })

  it.each([
    ['not-found', 'closed'],
    ['too-large', 'full'],
    ['too-many', 'joining'],
    ['disk-fault', 'joining'],
  ] as const)('that is refused as %s is %s', (code, standing) => {
    const { write } = pad()
    const { replica, writer } = write()
    writer().onRefused({ type: '', status: 400, code })
    expect(replica.standing.read()).toBe(standing)
  })

  it('comes back by itself a moment after it was too much', () => {
    const { write, pass } = pad()
    const { replica, writer } = write()
    writer().onRefused({ type: '', status: 429, code: 'too-many' })
    pass(1000)
    expect(replica.standing.read()).toBe('together')
  })

  it('stays closed once its draft is no more', () => {
    const { write } = pad()
    const { replica, writer, cut } = write()
    writer().onClosed()
    cut()
    expect(replica.standing.read()).toBe('closed')
  })
})
