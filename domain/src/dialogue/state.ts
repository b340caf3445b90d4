import type { Localized } from '../words/language.ts'
import type { Party, SecretariatSeat } from './events.ts'

export type NumberedMeeting = { readonly meeting: string; readonly number: number; readonly host: string }

/** A standing dialogue: its parties, its secretariats and the numbers of its meetings. */
export type Dialogue = {
  readonly founded: boolean
  readonly dialogue: string
  readonly name: Localized
  /** In the order of the alternat. */
  readonly parties: readonly Party[]
  readonly languages: readonly string[]
  readonly rulePack: string
  readonly secretariats: readonly SecretariatSeat[]
  readonly meetings: readonly NumberedMeeting[]
}

export const initialDialogue: Dialogue = {
  founded: false,
  dialogue: '',
  name: {},
  parties: [],
  languages: [],
  rulePack: '',
  secretariats: [],
  meetings: [],
}
