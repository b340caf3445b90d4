import { packOf } from '@parley/domain/meeting/seats'
import type { Phase } from '@parley/domain/meeting/state'
import type { Proceedings } from '@parley/domain/proceedings'
import { textBefore } from '../../app/text-before.ts'
import type { FormId } from './console-context.ts'

/** The acts that need more than a yes and make sense as the meeting stands; what goes into them the rules judge. */
export const formsNow = (proceedings: Proceedings): readonly FormId[] => {
  const { phase, current } = proceedings.meeting
  const during: Readonly<Record<FormId, boolean>> = {
    'roll-call': isOneOf(phase, 'open', 'suspended'),
    'call-somebody': phase === 'open' && current !== undefined,
    limit: phase === 'open' && current !== undefined,
    note: isOneOf(phase, 'open', 'suspended'),
    suspend: phase === 'open',
    silence: isOneOf(phase, 'open', 'suspended', 'adjourned') && silenceMayOpen(proceedings),
  }
  return FORMS.filter((form) => during[form])
}

const FORMS: readonly FormId[] = ['call-somebody', 'limit', 'roll-call', 'note', 'suspend', 'silence']

const isOneOf = (phase: Phase, ...phases: readonly Phase[]): boolean => phases.includes(phase)

const silenceMayOpen = (proceedings: Proceedings): boolean => {
  const text = textBefore(proceedings)
  const isBusy = text?.put !== undefined || text?.silence !== undefined || text?.adopted !== undefined
  return text !== undefined && !isBusy && packOf(proceedings.meeting).adoption.silence.allowed
}
