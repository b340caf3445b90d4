export { TextCommand } from './commands.ts'
export { decideText } from './decide/decide-text.ts'
export { TextEvent } from './events.ts'
export { evolveText } from './evolve.ts'
export type { AdoptedBlock, Block, Proposal, Texts, TextState, Version } from './state.ts'
export { initialTexts } from './state.ts'
export { orderHash, textRoot, versionHash } from './version.ts'
export {
  adReferendum,
  agreedBlocks,
  agreedRoot,
  blocks,
  isDeletion,
  languagesMissing,
  obstacles,
  progress,
} from './views/standing.ts'
export type { Progress, StandingBlock } from './views/standing.ts'
