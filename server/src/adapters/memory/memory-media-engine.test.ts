import { setImmediate } from 'node:timers/promises'
import { engineNews, mediaEngineContract, type Guest } from '../../ports/media-engine.contract.ts'
import type { Pass } from '../../ports/media-engine.ts'
import { memoryMediaEngine } from './memory-media-engine.ts'

mediaEngineContract('memory', async () => {
  const engine = memoryMediaEngine()
  const news = engineNews(engine)
  engine.tellTo((body, authorization) => void news.hear(body, authorization))
  const guestAs = ({ room, identity }: Pass): Guest => ({
    send: async (source) => engine.publish(room, identity, source),
    stop: async (source) => engine.stop(room, identity, source),
    gone: async () => {
      while ((await engine.connected(room)).some((one) => one.identity === identity)) await setImmediate()
    },
  })
  return {
    engine,
    come: async (token) => engine.connect(token),
    enter: async (token) => {
      engine.connect(token)
      return guestAs(JSON.parse(token))
    },
    told: news.told,
    dispose: async () => undefined,
  }
})
