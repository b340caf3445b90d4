import type { RulePack } from './rule-pack.ts'

/**
 * Rules shared by the organs of the United Nations and the bodies that took theirs from them. Article numbers of
 * the General Assembly's rules are marked as unchecked where only their substance was confirmed, from a derived text.
 */
export const unFamily: RulePack = {
  id: 'un-family/1',
  title: {
    zh: '联合国系统议事规则',
    ru: 'Правила процедуры семейства ООН',
    en: 'Rules of the United Nations family',
    ar: 'قواعد إجراءات أسرة الأمم المتحدة',
  },
  sources: [
    {
      rule: 'speakers.order',
      instrument: 'Rules of Procedure of the General Assembly, A/520/Rev.20',
      article: 'Rule 68',
      checked: false,
    },
    {
      rule: 'pointOfOrder.appeal',
      instrument: 'Rules of procedure of a United Nations treaty body',
      article: 'Rules 37 and 38',
      checked: true,
    },
    {
      rule: 'pointOfOrder.limit',
      instrument: 'Rules of an inter-parliamentary assembly: one minute, only matters that need a ruling',
      checked: true,
    },
    {
      rule: 'limitSeconds',
      instrument: 'Rules of procedure of a United Nations treaty body',
      article: 'Rule 39',
      checked: true,
    },
    {
      rule: 'speakers.afterClosing',
      instrument: 'Rules of procedure of a United Nations treaty body',
      article: 'Rule 40',
      checked: true,
    },
    {
      rule: 'limitSeconds.explanation-of-position',
      instrument: 'General Assembly decision 34/401, annex V',
      checked: true,
    },
    {
      rule: 'rightOfReply',
      instrument: 'General Assembly decision 34/401, annex V',
      article: 'Paragraphs 8 and 9',
      checked: false,
    },
    {
      rule: 'motions.order',
      instrument: "Rules of procedure derived from the United Nations'",
      checked: true,
    },
    {
      rule: 'motions.order',
      instrument: 'Rules of Procedure of the General Assembly, A/520/Rev.20',
      article: 'Rule 77',
      checked: false,
    },
    {
      rule: 'adoption.consensus',
      instrument: 'United Nations legal opinion of 2005: consensus is the absence of objection',
      checked: true,
    },
    {
      rule: 'adoption.silence',
      instrument: 'OSCE Rules of Procedure, MC.DOC/1/06',
      article: 'Annex 1(A)',
      checked: false,
    },
  ],
  speakers: {
    order: 'request',
    chairMayDepart: true,
    afterClosing: ['right-of-reply', 'point-of-order'],
    severalEntries: false,
  },
  limitSeconds: {
    message: 900,
    statement: 900,
    report: 900,
    exchange: 600,
    reply: 300,
    'right-of-reply': 600,
    'explanation-of-position': 600,
    remarks: 300,
    'point-of-order': 60,
  },
  warningSeconds: 60,
  rightOfReply: { perDelegationPerItem: 2, heard: 'after-the-list' },
  pointOfOrder: { interrupts: true, appeal: 'majority-of-delegations' },
  motions: {
    order: ['suspend-meeting', 'adjourn-meeting', 'adjourn-debate', 'close-debate'],
    carriedBy: 'majority',
  },
  messages: { order: 'as-received' },
  adoption: {
    objectionBy: ['head', 'alternate'],
    concordance: 'any-delegation',
    silence: { allowed: true, minimumSeconds: 86_400, brokenBy: ['objection', 'amendment'] },
  },
}
