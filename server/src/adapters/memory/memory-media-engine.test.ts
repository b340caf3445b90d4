import { mediaEngineContract } from '../../ports/media-engine.contract.ts'
import { memoryMediaEngine } from './memory-media-engine.ts'

mediaEngineContract('memory', async () => {
  const engine = memoryMediaEngine()
  return { engine, come: async (token) => engine.connect(token), dispose: async () => undefined }
})
