import { dispose } from '@livekit/rtc-node'
import { afterAll, expect, it } from 'vitest'
import { startEmbedded } from './engine.ts'
import { LossyRelay, seededLoss } from './lossy-relay.ts'
import { Person } from './person.ts'

const PICTURES = 120

afterAll(() => dispose())

it('a twentieth of all packets lost, and bursts: picture and sound go on', { timeout: 60_000 }, async () => {
  const relay = await LossyRelay.open(seededLoss(20_261_122, 0.05, { every: 400, length: 8 }))
  const engine = await startEmbedded({ PARLEY_MEDIA_ANNOUNCE: `127.0.0.1:${relay.port}` })
  relay.leadTo(engine.udpPort)
  const [alba, boro] = [
    await Person.join(engine, 'alba', { room: 'r' }),
    await Person.join(engine, 'boro', { room: 'r' }),
  ]
  try {
    await Promise.all([alba.speak(), alba.show()])
    await boro.until((h) => h.what === 'sound')
    await boro.until((h) => h.what === 'video frame')
    const shownBefore = alba.framesShown
    boro.forget()
    await boro.until(() => boro.count('video frame') >= PICTURES)
    const shown = alba.framesShown - shownBefore
    expect(shown).toBeLessThan(PICTURES * 1.25)
    expect(relay.lost).toBeGreaterThan(40)
    const metrics = await (await fetch(`http://127.0.0.1:${engine.metricsPort}/`)).text()
    const metric = (name: string) => Number(metrics.match(new RegExp(`^${name} (\\d+)$`, 'm'))?.[1])
    expect(metric('parley_media_packets_wanted_total')).toBeGreaterThan(0)
    expect(metric('parley_media_packets_resent_total')).toBeGreaterThan(0)
  } finally {
    await Promise.all([alba.leave(), boro.leave()])
    await engine.stop()
    relay.close()
  }
})
