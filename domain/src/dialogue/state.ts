import type { Localized } from '../words/language.ts'
import type { Party, SecretariatSeat } from './events.ts'

/** A standing dialogue: its parties, its secretariats and the numbers of its meetings. */
export type Dialogue = {
  readonly founded: boolean
  readonly dialogue: string
  readonly name: Localized
  readonly parties: readonly Party[]
  readonly languages: readonly string[]
  readonly rulePack: string
  readonly secretariats: readonly SecretariatSeat[]
  readonly meetings: readonly { readonly meeting: string; readonly number: number; readonly host: string }[]
}
