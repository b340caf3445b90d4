import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { convened, opened } from '../../meeting/fictional-meeting.ts'
import { proceedingsDecider } from '../../proceedings/index.ts'
import {
  adopted,
  bodyOf,
  does,
  negotiating,
  newestIn,
  put,
  ready,
  rootIn,
  tabling,
  takes,
  target,
  TEXT,
  textIn,
  textOpened,
  versionOf,
  wording,
} from '../fictional-text.ts'
import type { Command } from '../situation.ts'

const meeting = given(proceedingsDecider, ...opened())
const session = negotiating()
const tabled = session.after(does('north-head', tabling('first', 'one', 'peace')))
const orderOf = (told: typeof session): readonly string[] => textIn(told).order

const tabledBy = (seat: string): unknown => {
  const { decision } = session.when(does(seat, tabling('first', 'one', 'peace')))
  return decision.ok && decision.events[0]
}

const opening: Command<'OpenText'> = {
  type: 'OpenText',
  text: TEXT,
  title: textOpened.title,
  languages: ['zh', 'ru'],
}

describe('opening a text', () => {
  it('any secretariat and the chair open one', () => {
    for (const seat of ['north-desk', 'joint-desk', 'officer']) {
      meeting.when(does(seat, opening)).records(textOpened)
    }
  })

  it('no delegation does', () => {
    for (const seat of ['north-head', 'observer', 'nobody']) {
      meeting.when(does(seat, opening)).refuses({ code: 'not-entitled', needs: 'secretariat' })
    }
  })

  it('is of all the languages of the meeting unless told otherwise', () => {
    const title = { zh: '一', ru: 'Один', en: 'One' }
    const { languages: _all, ...all } = { ...opening, title }
    meeting
      .when(does('officer', all))
      .records({ type: 'TextOpened', text: TEXT, title, languages: ['zh', 'ru', 'en'] })
  })

  it('prepares a text before the meeting opens, and none after it is adjourned', () => {
    given(proceedingsDecider, convened()).when(does('north-desk', opening)).records(textOpened)
    given(proceedingsDecider, ...opened(), { type: 'MeetingAdjourned' })
      .when(does('north-desk', opening))
      .refuses({ code: 'meeting-adjourned' })
    given(proceedingsDecider).when(does('north-desk', opening)).refuses({ code: 'meeting-unknown' })
  })

  it('happens once', () => {
    session.when(does('officer', opening)).refuses({ code: 'text-exists', text: TEXT })
  })

  it('keeps to the languages of the meeting, with the title in each language of the text', () => {
    meeting
      .when(does('officer', { ...opening, languages: ['zh', 'ar'] }))
      .refuses({ code: 'language-not-of-the-dialogue', language: 'ar' })
    meeting
      .when(does('officer', { ...opening, title: { zh: '共识' } }))
      .refuses({ code: 'language-needed', language: 'ru' })
  })

  it('may carry a courtesy title in a language that is not its own', () => {
    const courtesy = { ...opening.title, en: 'Consensus' }
    meeting
      .when(does('officer', { ...opening, title: courtesy }))
      .records({ type: 'TextOpened', text: TEXT, title: courtesy, languages: ['zh', 'ru'] })
  })

  it('takes an inherited name for a text like any other name', () => {
    meeting
      .when(does('north-head', { ...tabling('first', 'one', 'peace'), text: 'constructor' }))
      .refuses({ code: 'text-unknown', text: 'constructor' })
  })
})

describe('tabling a proposal', () => {
  it('puts a wording forward in the name of the delegation', () => {
    session.when(does('north-secretary', tabling('first', 'one', 'peace'))).records({
      type: 'ProposalTabled',
      text: TEXT,
      proposal: 'first',
      block: 'one',
      kind: 'paragraph',
      intent: 'new',
      body: bodyOf(wording('peace')),
      version: versionOf('peace'),
      sponsors: ['north'],
      attribution: 'delegation',
    })
  })

  it.each(['north-head', 'north-alternate', 'north-delegate', 'north-secretary'])('%s may', (seat) => {
    const { decision } = session.when(does(seat, tabling('first', 'one', 'peace')))
    expect(decision.ok).toBe(true)
  })

  it.each(['north-adviser', 'north-regional', 'north-press', 'north-desk', 'observer', 'interpreter'])(
    '%s may not',
    (seat) => {
      session
        .when(does(seat, tabling('first', 'one', 'peace')))
        .refuses({ code: 'not-entitled', needs: 'delegation' })
    },
  )

  it('the operator and reactors may not', () => {
    const command = tabling('first', 'one', 'peace')
    session
      .when({ by: { operator: true }, at: 1, command })
      .refuses({ code: 'not-entitled', needs: 'delegation' })
  })

  it('is in the name of the chair for the chair and of nobody for the joint secretariat', () => {
    expect(tabledBy('officer')).toMatchObject({ attribution: 'chair', sponsors: [] })
    expect(tabledBy('joint-desk')).toMatchObject({ attribution: 'none', sponsors: [] })
  })

  it('gives a chair who heads a delegation the choice, and nobody else', () => {
    const chaired = negotiating([{ type: 'ChairAppointed', seats: ['north-head'] }])
    const own = chaired.when(does('north-head', tabling('a', 'one', 'peace'))).decision
    expect(own.ok && own.events[0]).toMatchObject({ attribution: 'delegation', sponsors: ['north'] })
    const chairs = tabling('a', 'one', 'peace', { attribution: 'chair' })
    const asChair = chaired.when(does('north-head', chairs)).decision
    expect(asChair.ok && asChair.events[0]).toMatchObject({ attribution: 'chair', sponsors: [] })
    session.when(does('north-head', chairs)).refuses({ code: 'not-entitled', needs: 'chair' })
    session
      .when(does('north-head', tabling('a', 'one', 'peace', { attribution: 'none' })))
      .refuses({ code: 'not-entitled', needs: 'secretariat' })
    session
      .when(does('officer', tabling('a', 'one', 'peace', { attribution: 'delegation' })))
      .refuses({ code: 'not-entitled', needs: 'delegation' })
  })

  it('leaves languages for later, but only languages of the text', () => {
    const oneLanguage = tabling('first', 'one', '', { body: { ru: 'Мир' } })
    expect(session.when(does('north-head', oneLanguage)).decision.ok).toBe(true)
    session
      .when(does('north-head', tabling('first', 'one', '', { body: { en: 'Peace' } })))
      .refuses({ code: 'language-not-of-the-text', language: 'en' })
  })

  it('names every proposal once', () => {
    tabled
      .when(does('south-head', tabling('first', 'two', 'trade')))
      .refuses({ code: 'proposal-exists', proposal: 'first' })
  })

  it('makes a block once, and says of what kind it is', () => {
    tabled
      .when(does('south-head', tabling('second', 'one', 'trade')))
      .refuses({ code: 'block-exists', block: 'one' })
    const { kind: _kind, ...kindless } = tabling('second', 'two', 'trade')
    tabled.when(does('south-head', kindless)).refuses({ code: 'block-kind-needed', block: 'two' })
  })

  it('edits only a block that stands, and keeps its kind unless another is given', () => {
    const edit = tabling('second', 'one', 'trade', { intent: 'edit', base: versionOf('peace') })
    const { kind: _kind, ...kindless } = edit
    const { decision } = tabled.when(does('south-head', kindless))
    expect(decision.ok && decision.events[0]).toMatchObject({
      kind: 'paragraph',
      version: versionOf('trade'),
    })
    const heading = tabled.when(does('south-head', { ...edit, kind: 'heading' })).decision
    expect(heading.ok && heading.events[0]).toMatchObject({
      kind: 'heading',
      version: versionOf('trade', 'heading'),
    })
    tabled
      .when(does('south-head', { ...edit, block: 'two' }))
      .refuses({ code: 'block-unknown', block: 'two' })
  })

  it('says against which version it was written, if against any', () => {
    tabled
      .when(does('south-head', tabling('second', 'one', 'x', { intent: 'edit', base: versionOf('trade') })))
      .refuses({ code: 'version-unknown', version: versionOf('trade') })
  })

  it('does not table what stands already', () => {
    tabled
      .when(does('south-head', tabling('second', 'one', 'peace', { intent: 'replace-whole' })))
      .refuses({ code: 'version-exists', version: versionOf('peace') })
  })

  it('has wording exactly when it does not delete', () => {
    session.when(does('north-head', tabling('a', 'one', '', { body: {} }))).refuses({ code: 'body-empty' })
    tabled
      .when(does('north-head', tabling('a', 'one', 'x', { intent: 'delete' })))
      .refuses({ code: 'body-not-empty' })
    const deletion = tabling('a', 'one', '', { intent: 'delete', body: {}, kind: 'heading' })
    const { decision } = tabled.when(does('north-head', deletion))
    expect(decision.ok && decision.events[0]).toMatchObject({ kind: 'paragraph', body: {} })
  })

  it('places a new block at the end, at the beginning or after another', () => {
    const two = tabled.after(does('north-head', tabling('second', 'two', 'trade')))
    const three = two.after(does('north-head', tabling('third', 'three', 'sport', { after: null })))
    const four = three.after(does('north-head', tabling('fourth', 'four', 'art', { after: 'one' })))
    expect(orderOf(four)).toEqual(['three', 'one', 'four', 'two'])
    four
      .when(does('north-head', tabling('fifth', 'five', 'sea', { after: 'nowhere' })))
      .refuses({ code: 'block-unknown', block: 'nowhere' })
    four
      .when(does('north-head', tabling('fifth', 'one', 'sea', { intent: 'edit', after: 'two' })))
      .refuses({ code: 'block-exists', block: 'one' })
  })

  it('tables anew a block whose deletion is agreed, which keeps its place', () => {
    const deleted = tabled
      .after(does('north-head', tabling('second', 'two', 'trade')))
      .after(does('south-head', tabling('gone', 'one', '', { intent: 'delete', body: {} })))
    const version = newestIn(deleted, 'one')
    const agreed = deleted.after(
      does('north-head', takes('confirmed', { block: 'one', version })),
      does('south-head', takes('can-live', { block: 'one', version })),
    )
    const again = agreed.after(does('north-head', tabling('again', 'one', 'peace at last')))
    expect(orderOf(again)).toEqual(['one', 'two'])
    deleted
      .when(does('north-head', tabling('again', 'one', 'peace at last')))
      .refuses({ code: 'block-exists', block: 'one' })
  })

  it('is small enough for one event, in bytes and not in characters', () => {
    const long = { zh: '和'.repeat(12_000), ru: 'м'.repeat(6000) }
    expect(session.when(does('north-head', tabling('a', 'one', '', { body: long }))).decision.ok).toBe(true)
    session
      .when(does('north-head', tabling('a', 'one', '', { body: { ...long, ru: 'м'.repeat(12_000) } })))
      .refuses({ code: 'text-too-large' })
  })

  it('stops at 600 blocks', () => {
    let full = session
    for (let index = 0; index < 600; index += 1) {
      full = full.after(does('north-head', tabling(`p${index}`, `b${index}`, `wording ${index}`)))
    }
    full.when(does('north-head', tabling('more', 'more', 'more'))).refuses({ code: 'text-too-large' })
    const edit = tabling('more', 'b0', 'more', { intent: 'edit' })
    expect(full.when(does('north-head', edit)).decision.ok).toBe(true)
  })

  it('is over once the text is put or adopted, silence runs, or the meeting is adjourned', () => {
    const command = tabling('late', 'late', 'late')
    put().when(does('north-head', command)).refuses({ code: 'text-put', text: TEXT })
    adopted().when(does('north-head', command)).refuses({ code: 'text-adopted', text: TEXT })
    const root = rootIn(ready())
    const expiresAt = 99_000_000
    ready()
      .after(does('officer', { type: 'OpenSilence', text: TEXT, root, expiresAt }))
      .when(does('north-head', command))
      .refuses({ code: 'silence-running', expiresAt })
    ready()
      .after(does('officer', { type: 'AdjournMeeting' }))
      .when(does('north-head', command))
      .refuses({ code: 'meeting-adjourned' })
  })
})

describe('a block without a standing version', () => {
  it('leaves the order, and can be tabled anew at the end', () => {
    const two = tabled.after(does('north-head', tabling('second', 'two', 'trade')))
    const gone = two.after(does('north-head', { type: 'WithdrawProposal', text: TEXT, proposal: 'first' }))
    expect(orderOf(gone)).toEqual(['two'])
    gone
      .when(does('south-head', takes('confirmed', target('one', 'peace'))))
      .refuses({ code: 'version-unknown', version: versionOf('peace') })
    const again = gone.after(does('south-head', tabling('again', 'one', 'peace')))
    expect(orderOf(again)).toEqual(['two', 'one'])
  })
})
