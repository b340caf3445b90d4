import { clockContract } from '../../ports/clock.contract.ts'
import { tokensContract } from '../../ports/tokens.contract.ts'
import { cryptoTokens } from './crypto-tokens.ts'
import { systemClock } from './system-clock.ts'

tokensContract('node:crypto', cryptoTokens)
clockContract('the system clock', systemClock)
