import { MeetingCommand } from '@parley/domain/meeting/commands'
import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { describe, expect, it } from 'vitest'
import { commandWord } from './command-words.ts'

/** Acts of those who prepare a meeting, who do it on other pages. */
const PREPARATION = new Set([
  'RewordTheme',
  'RescheduleMeeting',
  'AccreditPerson',
  'WithdrawAccreditation',
  'AppointChair',
  'PlaceItem',
  'AmendItem',
  'MoveItem',
  'RemoveItem',
  'ReceiveMessage',
  'DepositDocument',
])

describe('an act that waits', () => {
  it('is called by its own name, whatever can be done while a meeting sits', () => {
    const types = MeetingCommand.options
      .map((option) => option.shape.type.value)
      .filter((type) => !PREPARATION.has(type))
    expect(types.length).toBeGreaterThan(20)
    expect(types.filter((type) => commandWord(type) === 'sitting.act-other')).toEqual([])
  })

  it.each(['SomethingNew', 'toString', '__proto__'])(
    'has a name even where nobody gave it one: %s',
    (type) => {
      expect(commandWord(type)).toBe('sitting.act-other')
      for (const language of CATALOGUES) expect(format(language, commandWord(type))).not.toBe('')
    },
  )
})
