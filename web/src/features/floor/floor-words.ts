import { useLocale } from '../../app/locale.tsx'
import type { NextAct } from './next-act.ts'
import type { OtherAct } from './other-acts.ts'

/** How the acts of a delegate are called, on their buttons and in the questions before them. */
export const useFloorWords = (): {
  readonly next: (next: NextAct) => string
  readonly other: (act: OtherAct) => string
} => {
  const { say } = useLocale()
  return {
    next: (next) => {
      switch (next.kind) {
        case 'yield':
          return say('room.act-yield')
        case 'withdraw':
          return say('room.act-withdraw', { place: next.place })
        case 'request':
          return say('room.act-request')
        case 'await-ruling':
        case 'blocked':
        case 'follow':
          return ''
      }
    },
    other: (act) => {
      switch (act.kind) {
        case 'request':
          return say('sitting.request-kind', { kind: say(`speech.${act.speech}`) })
        case 'request-for':
          return say('sitting.request-for')
        case 'withdraw':
          return say('sitting.withdraw-kind', { kind: say(`speech.${act.speech}`) })
        case 'point':
          return say('room.act-point')
        case 'appeal':
          return say('sitting.appeal')
        case 'move':
          return say(`sitting.move-${act.motion}`)
      }
    },
  }
}
