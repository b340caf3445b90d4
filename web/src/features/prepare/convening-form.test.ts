import type { DialogueView } from '@parley/client/parley-client'
import { party } from '@parley/domain/meeting/fictional-meeting'
import { describe, expect, it } from 'vitest'
import { convening, emptyConvening, proposedBy } from './convening-form.ts'

const view: DialogueView = {
  size: 3,
  dialogue: 'north-south',
  name: { en: 'The dialogue' },
  parties: [party('north'), party('south')],
  languages: ['zh', 'ru'],
  rulePack: 'bilateral/1',
  secretariats: [{ seat: 'north-desk', party: 'north', person: { name: { en: 'Desk' } } }],
  meetings: [
    {
      meeting: 'meeting-8',
      number: 7,
      host: 'north',
      theme: { en: 'Theme' },
      phase: 'adjourned',
      startsAt: 0,
    },
  ],
}
const form = {
  ...emptyConvening(view),
  theme: { zh: '主题' },
  starts: { day: '2027-03-12', time: '15:00' },
}

const lacks = (changed: Partial<typeof form>) => convening(view, { ...form, ...changed }, 'UTC')

describe('the next meeting', () => {
  it('is proposed with the next number and the host whose turn it is', () => {
    expect(proposedBy(view, 'north-desk', form, 0)).toEqual({ ok: true, number: 8, host: 'south' })
    expect(proposedBy(view, 'north-desk', { ...form, number: '3' }, 0)).toMatchObject({ host: 'north' })
  })

  it('is convened by a secretariat only', () => {
    expect(proposedBy(view, 'south-head', form, 0)).toMatchObject({ refusal: { code: 'not-entitled' } })
  })

  it('says number and host only where they depart from what the rules propose', () => {
    const plain = convening(view, form, 'Asia/Shanghai')
    expect(plain).toMatchObject({
      command: { theme: { zh: '主题' }, startsAt: Date.UTC(2027, 2, 12, 7), languages: ['zh', 'ru'] },
    })
    expect(plain.ok && 'number' in plain.command).toBe(false)
    expect(convening(view, { ...form, number: '12', host: 'north' }, 'UTC')).toMatchObject({
      command: { number: 12, host: 'north', meeting: 'meeting-12' },
    })
  })

  it('never takes the name of another meeting', () => {
    expect(convening(view, form, 'UTC')).toMatchObject({ command: { meeting: 'meeting-8-2' } })
  })

  it('wants a theme, a day, a language and a number that is one', () => {
    expect(lacks({ theme: { zh: ' ' } })).toMatchObject({ lacks: 'wording' })
    expect(lacks({ starts: { day: '', time: '15:00' } })).toMatchObject({ lacks: 'time' })
    expect(lacks({ languages: [] })).toMatchObject({ lacks: 'languages' })
    expect(lacks({ number: '0' })).toMatchObject({ lacks: 'number' })
  })
})
