import { describe, expect, it } from 'vitest'
import { lineOf } from './line.ts'

const transport = { id: 'T', type: 'transport', selectedCandidatePairId: 'P' }
const pair = { id: 'P', type: 'candidate-pair', localCandidateId: 'L', currentRoundTripTime: 0.0416 }
const local = { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'udp' }

describe('a line', () => {
  it('is not there while no pair of addresses has been chosen', () => {
    expect(lineOf([])).toBeUndefined()
    expect(lineOf([{ id: 'T', type: 'transport' }, pair, local])).toBeUndefined()
  })

  it('is told by the pair that was chosen, not by another that was tried', () => {
    const tried = { ...pair, id: 'tried', localCandidateId: 'R', currentRoundTripTime: 2 }
    const relay = { ...local, id: 'R', candidateType: 'relay' }
    expect(lineOf([tried, relay, transport, pair, local])).toEqual({
      way: 'direct',
      roundTripMs: 42,
      lossPercent: undefined,
      grade: 'good',
    })
  })

  it('is found where the browser marks the pair itself', () => {
    expect(lineOf([{ ...pair, selected: true }, local])?.way).toBe('direct')
  })

  it.each([
    [{ ...local, protocol: 'tcp' }, 'tcp'],
    [{ ...local, candidateType: 'relay' }, 'relay'],
    [{ ...local, candidateType: 'relay', protocol: 'tcp' }, 'relay'],
    [{ ...local, candidateType: 'srflx' }, 'direct'],
  ])('of %o goes: %s', (candidate, way) => {
    expect(lineOf([transport, pair, candidate])?.way).toBe(way)
  })

  it.each([
    [0.3, 98, 2, 'good'],
    [0.301, 98, 2, 'fair'],
    [0.05, 97, 3, 'fair'],
    [0.05, 90, 10, 'poor'],
    [0.9, 100, 0, 'poor'],
  ])('of %s s, %s received and %s lost is %s', (seconds, packetsReceived, packetsLost, grade) => {
    const inbound = { id: 'I', type: 'inbound-rtp', packetsReceived, packetsLost }
    const line = lineOf([transport, { ...pair, currentRoundTripTime: seconds }, local, inbound])
    expect([line?.grade, line?.lossPercent]).toEqual([grade, packetsLost])
  })

  it('is as bad as its worse direction', () => {
    const inbound = { id: 'I', type: 'inbound-rtp', packetsReceived: 1000, packetsLost: 0 }
    const told = { id: 'O', type: 'remote-inbound-rtp', fractionLost: 0.125 }
    expect(lineOf([transport, pair, local, inbound, told])?.lossPercent).toBe(12.5)
  })
})
