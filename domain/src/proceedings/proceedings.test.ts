import { describe, expect, it } from 'vitest'
import type { Recorded } from '../decider.ts'
import { given } from '../given.ts'
import { opened, prepared } from '../meeting/fictional-meeting.ts'
import meetingEvents from '../meeting/history/events.json' with { type: 'json' }
import releaseEvents from '../release/history/events.json' with { type: 'json' }
import { does, put, ready, rootIn, tabling, TEXT, textOpened } from '../text/fictional-text.ts'
import textEvents from '../text/history/events.json' with { type: 'json' }
import { ProceedingsCommand, ProceedingsEvent } from './events.ts'
import { evolveProceedings, initialProceedings, proceedingsDecider } from './index.ts'
import type { Proceedings } from './index.ts'

const areas = [
  { area: 'meeting', events: meetingEvents, others: ['texts', 'releases'] },
  { area: 'texts', events: textEvents, others: ['meeting', 'releases'] },
  { area: 'releases', events: releaseEvents, others: ['meeting', 'texts'] },
] as const

const recorded = (event: ProceedingsEvent, seq: number): Recorded<ProceedingsEvent> => ({
  seq,
  at: 1_700_000_000_000 + seq,
  by: { seat: 'officer' },
  event,
})
const whole: Proceedings = [...meetingEvents, ...textEvents, ...releaseEvents]
  .map((event, seq) => recorded(ProceedingsEvent.parse(event), seq))
  .reduce(evolveProceedings, initialProceedings)

describe('a meeting log folded whole', () => {
  it.each(areas)(
    'gives every fact of $area to it alone; the rest stay the same objects',
    ({ area, events, others }) => {
      let changed = 0
      for (const [index, event] of events.entries()) {
        const before = index === 0 ? initialProceedings : whole
        const after = evolveProceedings(before, recorded(ProceedingsEvent.parse(event), before.size))
        for (const other of others) expect(after[other]).toBe(before[other])
        expect(after.size).toBe(before.size + 1)
        if (after[area] !== before[area]) changed += 1
      }
      expect(changed).toBeGreaterThan(0)
    },
  )

  it('has room for every event and command once', () => {
    for (const { options } of [ProceedingsEvent, ProceedingsCommand]) {
      const types = options.map(({ shape }): string => shape.type.value)
      expect(new Set(types).size).toBe(types.length)
    }
  })
})

describe('an act at a meeting', () => {
  it('is decided by the area it belongs to', () => {
    const session = given(proceedingsDecider, ...opened())
    session.when(does('officer', { type: 'ResumeMeeting' })).refuses({ code: 'meeting-not-suspended' })
    session
      .when(does('north-head', tabling('p', 'one', 'peace')))
      .refuses({ code: 'text-unknown', text: TEXT })
    session
      .when(
        does('joint-desk', { type: 'PublishRelease', release: 'main', language: 'zh', hash: '0'.repeat(64) }),
      )
      .refuses({ code: 'release-unknown' })
  })

  it('needs a meeting', () => {
    given(proceedingsDecider)
      .when(does('officer', { type: 'OpenMeeting' }))
      .refuses({ code: 'meeting-unknown' })
  })

  it('of a seat withdrawn changes no text and no release', () => {
    const gone = given(proceedingsDecider, ...prepared(), textOpened, {
      type: 'AccreditationWithdrawn',
      seat: 'north-head',
    })
    gone
      .when(does('north-head', tabling('p', 'one', 'peace')))
      .refuses({ code: 'not-entitled', needs: 'delegation' })
    gone
      .when(does('north-head', { type: 'ApprovePosition', position: { en: 'Ours.' } }))
      .refuses({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
  })

  it('of a chair replaced is no longer of the chair', () => {
    const replaced = ready().after(does('joint-desk', { type: 'AppointChair', seats: ['south-head'] }))
    const root = rootIn(ready())
    replaced
      .when(does('officer', { type: 'PutText', text: TEXT, root }))
      .refuses({ code: 'not-entitled', needs: 'chair' })
    expect(replaced.when(does('south-head', { type: 'PutText', text: TEXT, root })).decision.ok).toBe(true)
  })

  it('adopts by whoever chairs when the text is declared adopted, co-chairs alike', () => {
    const shared = put().after(
      does('joint-desk', { type: 'AppointChair', seats: ['north-head', 'south-head'] }),
    )
    for (const seat of ['north-head', 'south-head']) {
      const { decision } = shared.when(
        does(seat, { type: 'DeclareAdopted', text: TEXT, root: rootIn(put()) }),
      )
      expect(decision.ok).toBe(true)
    }
  })
})
