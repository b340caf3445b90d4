import type { RulePack } from './rule-pack.ts'

/**
 * Practice between delegations that meet as equals: they speak in turn, the chair proposes, nothing goes through
 * against one of them. Custom rather than an instrument; what rests on a text says so, the rest is the house's choice.
 */
export const bilateral: RulePack = {
  id: 'bilateral/1',
  title: {
    zh: '双边会晤惯例',
    ru: 'Обычай двусторонних встреч',
    en: 'Bilateral practice',
    ar: 'أعراف الاجتماعات الثنائية',
  },
  sources: [
    {
      rule: 'adoption.consensus',
      instrument: 'OSCE, Decision-making in the OSCE: consensus is the absence of any expressed objection',
      checked: true,
    },
    {
      rule: 'adoption.silence',
      instrument: 'OSCE Rules of Procedure, MC.DOC/1/06',
      article: 'Annex 1(A)',
      checked: false,
    },
    {
      rule: 'adoption.concordance',
      instrument: 'Vienna Convention on the Law of Treaties',
      article: 'Articles 10 and 33',
      checked: true,
    },
    { rule: 'alternat', instrument: 'Diplomatic custom: the alternat', checked: true },
    { rule: 'messages.order', instrument: 'Custom of the host; differs between dialogues', checked: false },
    { rule: 'speakers.order', instrument: 'Custom of meetings between two delegations', checked: false },
  ],
  speakers: {
    order: 'alternation',
    chairMayDepart: true,
    afterClosing: ['right-of-reply', 'reply', 'point-of-order'],
    severalEntries: true,
  },
  limitSeconds: {
    message: 900,
    statement: 600,
    report: 900,
    exchange: 600,
    reply: 300,
    'right-of-reply': 300,
    'explanation-of-position': 300,
    remarks: 600,
    'point-of-order': 60,
  },
  warningSeconds: 60,
  rightOfReply: { perDelegationPerItem: 2, heard: 'in-order' },
  pointOfOrder: { interrupts: true, appeal: 'none' },
  motions: { order: ['suspend-meeting', 'adjourn-meeting', 'close-debate'], carriedBy: 'no-objection' },
  messages: { order: 'host-first' },
  adoption: {
    objectionBy: ['head', 'alternate'],
    concordance: 'each-delegation',
    silence: { allowed: true, minimumSeconds: 3600, brokenBy: ['objection', 'amendment'] },
  },
}
