import { describe, expect, it } from 'vitest'
import { serverClock } from './server-clock.ts'

describe('the server’s clock', () => {
  it('is this machine’s until the server has said what time it is', () => {
    expect(serverClock(() => 1000).now()).toBe(1000)
  })

  it('runs on from what the server said, however wrong this machine is', () => {
    let own = 5000
    const clock = serverClock(() => own)
    clock.setBy(1_000_000)
    own += 250
    expect(clock.now()).toBe(1_000_250)
  })

  it('is never before the beginning of time, where instants cannot be', () => {
    const clock = serverClock(() => 0)
    clock.setBy(-10)
    expect(clock.now()).toBe(0)
  })
})
