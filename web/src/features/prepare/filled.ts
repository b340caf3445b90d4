import type { ProceedingsCommand } from '@parley/domain/proceedings/events'

/** What has to be written or chosen before a form says enough; each has words in the catalogue. */
export type Lack =
  | 'wording'
  | 'name'
  | 'title'
  | 'author'
  | 'reader'
  | 'two-people'
  | 'minutes'
  | 'time'
  | 'chair'
  | 'every-language'
  | 'languages'
  | 'number'
  | 'wrong'

/** A form as acts on the record, done one after the other, or what it lacks. */
export type Filled =
  | { readonly ok: true; readonly commands: readonly ProceedingsCommand[] }
  | { readonly ok: false; readonly lacks: Lack }

export const filled = (...commands: readonly ProceedingsCommand[]): Filled => ({ ok: true, commands })
export const lacking = (lacks: Lack): Filled => ({ ok: false, lacks })
