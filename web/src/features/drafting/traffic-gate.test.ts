import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTrafficGate } from './traffic-gate.ts'

/** A gate, what went through it, and time that passes when it is told to. */
const gate = () => {
  let now = 0
  let due: { readonly at: number; readonly work: () => void }[] = []
  const passed: string[] = []
  const made = createTrafficGate((afterMs, work) => {
    const one = { at: now + afterMs, work }
    due.push(one)
    return () => {
      due = due.filter((other) => other !== one)
    }
  })
  return {
    ...made,
    passed,
    comes: (what: string) => made.comeIn(() => passed.push(`in ${what}`)),
    goes: (what: string) => made.goOut(() => passed.push(`out ${what}`)),
    pass: (ms: number) => {
      now += ms
      for (const one of due.filter(({ at }) => at <= now)) {
        due = due.filter((other) => other !== one)
        one.work()
      }
    },
  }
}

describe('the gate', () => {
  it('lets everything through as it comes while nothing is composed', () => {
    const { comes, goes, passed } = gate()
    goes('a')
    comes('b')
    goes('c')
    expect(passed).toEqual(['out a', 'in b', 'out c'])
  })

  it('holds both directions while composing and until 60 ms after, then what came in goes first', () => {
    const { comes, goes, pass, passed, compositionStarted, compositionEnded } = gate()
    compositionStarted()
    goes('sh')
    comes('peer')
    goes('shen')
    compositionEnded()
    pass(59)
    expect(passed).toEqual([])
    goes('深')
    pass(1)
    expect(passed).toEqual(['in peer', 'out sh', 'out shen', 'out 深'])
    goes('next')
    expect(passed.at(-1)).toBe('out next')
  })

  it('stays shut when the next word is begun within the 60 ms', () => {
    const { goes, pass, passed, compositionStarted, compositionEnded } = gate()
    compositionStarted()
    compositionEnded()
    pass(30)
    compositionStarted()
    goes('h')
    pass(60)
    expect(passed).toEqual([])
    compositionEnded()
    pass(60)
    expect(passed).toEqual(['out h'])
  })

  it('keeps nobody waiting longer than ten seconds, and shuts again', () => {
    const { comes, pass, passed, compositionStarted } = gate()
    compositionStarted()
    comes('a')
    pass(9999)
    expect(passed).toEqual([])
    pass(1)
    comes('b')
    expect(passed).toEqual(['in a'])
    pass(10_000)
    expect(passed).toEqual(['in a', 'in b'])
  })

  it('opens at once when the focus or the connection is lost', () => {
    const { comes, goes, passed, compositionStarted, flush, isComposing } = gate()
    compositionStarted()
    expect(isComposing()).toBe(true)
    goes('a')
    comes('b')
    flush()
    comes('c')
    expect(passed).toEqual(['in b', 'out a', 'in c'])
    expect(isComposing()).toBe(false)
  })

  it('lets everything through once and in its order, whatever happens when', () => {
    const event = fc.constantFrom('start', 'end', 'flush', 'in', 'out', 'pass')
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const tested = gate()
        const sent: string[] = []
        for (const [index, one] of events.entries()) {
          if (one === 'start') tested.compositionStarted()
          if (one === 'end') tested.compositionEnded()
          if (one === 'flush') tested.flush()
          if (one === 'pass') tested.pass(50)
          if (one === 'in') tested.comes(String(index))
          if (one === 'out') tested.goes(String(index))
          if (one === 'in' || one === 'out') sent.push(`${one} ${index}`)
        }
        tested.flush()
        for (const way of ['in', 'out']) {
          const ofWay = (all: readonly string[]) => all.filter((each) => each.startsWith(way))
          expect(ofWay(tested.passed)).toEqual(ofWay(sent))
        }
      }),
    )
  })
})
