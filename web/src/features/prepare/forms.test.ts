import { given } from '@parley/domain/given'
import { accredited, convened, ITEMS, prepared } from '@parley/domain/meeting/fictional-meeting'
import { MeetingCommand } from '@parley/domain/meeting/commands'
import { proceedingsDecider } from '@parley/domain/proceedings'
import { describe, expect, it } from 'vitest'
import { depositing } from './document-form.ts'
import { emptyItem, itemForm, amending, placing } from './item-form.ts'
import { emptyMessage, receiving } from './message-form.ts'
import { accreditation, correction, emptyName, personForm } from './person-form.ts'

const name = { zh: '某人', ru: 'Кто-то' }

describe('the form of a person', () => {
  it('accredits somebody under the name and office that were written', () => {
    const form = { role: 'head' as const, name, office: { zh: '团长', ru: ' ' }, gender: 'feminine' as const }
    expect(accreditation(form, 'person-1', 'north')).toEqual({
      ok: true,
      commands: [
        {
          type: 'AccreditPerson',
          seat: 'person-1',
          role: 'head',
          delegation: 'north',
          person: { name, office: { zh: '团长' }, gender: 'feminine' },
        },
      ],
    })
  })

  it('wants a name in some language, and nothing the record would refuse', () => {
    expect(accreditation({ role: 'head', ...emptyName }, 'x', 'north')).toEqual({ ok: false, lacks: 'name' })
    const wrong = { role: 'head' as const, ...emptyName, name: { en: 'a\u0007b' } }
    expect(accreditation(wrong, 'x', 'north')).toEqual({ ok: false, lacks: 'wrong' })
  })

  it('corrects by withdrawing and accrediting again, and puts a chair back beside the others', () => {
    const person = { seat: 'officer', role: 'officer' as const, person: { name }, active: true }
    const corrected = correction(personForm(person), person, ['officer', 'north-head'])
    const { commands } = corrected.ok ? corrected : { commands: [] }
    const meeting = given(proceedingsDecider, ...prepared(), {
      type: 'ChairAppointed',
      seats: ['officer', 'north-head'],
    })
    const { state } = meeting.after(
      ...commands.map((command) => ({ by: { seat: 'joint-desk' }, at: 5, command })),
    )
    expect(state.meeting.people['officer']).toMatchObject({ active: true, person: { name } })
    expect(state.meeting.chair).toEqual(['officer', 'north-head'])
  })
})

describe('the form of an item', () => {
  it('amends every kind of item to what it already is', () => {
    for (const item of ITEMS) {
      expect(amending(itemForm(item), item.id)).toEqual({ ok: true, commands: [{ type: 'AmendItem', item }] })
    }
  })

  it('wants a title, a length in whole minutes, and for an exchange two people', () => {
    const title = { en: 'Item' }
    expect(placing(emptyItem, 'item-1')).toEqual({ ok: false, lacks: 'title' })
    for (const minutes of ['0', '1.5', '1441', 'x']) {
      expect(placing({ ...emptyItem, title, minutes }, 'item-1')).toEqual({ ok: false, lacks: 'minutes' })
    }
    const exchange = {
      ...emptyItem,
      kind: 'exchange' as const,
      title,
      between: ['north-regional', ''] as const,
    }
    expect(placing(exchange, 'item-1')).toEqual({ ok: false, lacks: 'two-people' })
  })

  it('leaves out what belongs to another kind that was chosen before', () => {
    const form = { ...emptyItem, title: { en: 'Break' }, kind: 'break' as const, speakers: ['north-head'] }
    expect(placing(form, 'item-1')).toEqual({
      ok: true,
      commands: [{ type: 'PlaceItem', item: { kind: 'break', id: 'item-1', title: { en: 'Break' } } }],
    })
  })
})

describe('the forms of messages and documents', () => {
  it('want an author, a reader and a title', () => {
    expect(receiving(emptyMessage, 'm', 'north')).toEqual({ ok: false, lacks: 'author' })
    const authored = { ...emptyMessage, author: { ...emptyName, name } }
    expect(receiving(authored, 'm', 'north')).toEqual({ ok: false, lacks: 'reader' })
    expect(depositing({ title: {}, symbol: '', delegation: '', body: {} }, 'd')).toEqual({
      ok: false,
      lacks: 'title',
    })
  })

  it('come to acts the record can read', () => {
    const message = receiving(
      {
        ...emptyMessage,
        author: { ...emptyName, name },
        reader: 'north-head',
        body: { zh: '祝贺。\r\n此致' },
      },
      'message-1',
      'north',
    )
    const document = depositing(
      { title: name, symbol: ' NS/8/1 ', delegation: 'north', body: {} },
      'document-1',
    )
    const commands = [message, document].flatMap((one) => (one.ok ? one.commands : []))
    expect(commands.map((one) => MeetingCommand.safeParse(one).success)).toEqual([true, true])
    expect(commands[0]).toMatchObject({ message: { body: { zh: '祝贺。\n此致' } } })
    expect(commands[1]).toMatchObject({ document: { symbol: 'NS/8/1', delegation: 'north' } })
  })

  it('hold what the rules accept at a meeting', () => {
    const message = receiving(
      { ...emptyMessage, author: { ...emptyName, name }, reader: 'north-head' },
      'message-1',
      'north',
    )
    const [command] = message.ok ? message.commands : []
    const meeting = given(proceedingsDecider, convened(), accredited('north-head', 'head', 'north'))
    expect(command).toBeDefined()
    if (command === undefined) return
    expect(meeting.when({ by: { seat: 'north-desk' }, at: 5, command }).decision.ok).toBe(true)
  })
})
