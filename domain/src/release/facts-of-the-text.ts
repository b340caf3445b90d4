import type { AdoptedFact, SignedFact } from './facts.ts'
import { ascending } from './told.ts'
import type { Told } from './told.ts'

/** Texts as adopted; confirmations, statements, initials and signatures of the same text are gathered under it. */
export const adoptedFacts = (record: Told): readonly AdoptedFact[] =>
  record.of('TextAdopted').map(({ seq, event }) => {
    const confirmed = record.of('AdReferendumConfirmed').filter((one) => one.event.text === event.text)
    const attached = record.of('StatementAttached').filter((one) => one.event.text === event.text)
    return {
      text: event.text,
      title: event.title,
      root: event.root,
      mode: event.mode,
      languages: event.languages,
      pending: event.adReferendum.filter(
        (delegation) => !confirmed.some((one) => one.event.delegation === delegation),
      ),
      attached: attached.map((one) => ({
        delegation: one.event.delegation,
        kind: one.event.kind,
        seqs: [one.seq],
      })),
      initialled: signedFacts(record, 'TextInitialled', event.text),
      signed: signedFacts(record, 'TextSigned', event.text),
      seqs: ascending(seq, ...confirmed.map((one) => one.seq)),
    }
  })

const signedFacts = (
  record: Told,
  type: 'TextInitialled' | 'TextSigned',
  text: string,
): readonly SignedFact[] =>
  record.of(type).flatMap(({ seq, event }) => {
    const person = record.personAt(event.seat, seq)
    if (person === undefined || event.text !== text) return []
    return [{ ...person, delegation: event.delegation, seqs: ascending(...person.seqs, seq) }]
  })
