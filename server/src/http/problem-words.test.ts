import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { hasKey } from '@parley/messages/words'
import { problemText } from '@parley/messages/problem-text'
import { problem, PROTOCOL_CODES, type ProtocolCode } from '@parley/protocol/problem'
import { describe, expect, it } from 'vitest'

const isCode = (code: string): code is ProtocolCode => Object.hasOwn(PROTOCOL_CODES, code)
const codes = Object.keys(PROTOCOL_CODES).filter(isCode)

describe('every code of the protocol', () => {
  it('has words', () => {
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => !hasKey(`problem.${code}`))).toEqual([])
  })

  it.each(CATALOGUES)('has words of its own in %s', (language) => {
    const texts = codes.map((code) => problemText(language, problem(code, { retryAfterSeconds: 3, size: 2 })))
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
    expect(new Set(texts).size).toBeGreaterThan(codes.length - 3)
  })
})
