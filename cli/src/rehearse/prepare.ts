import type { ScriptCommand } from '../script/commands.ts'
import type { DialogueOutline, ItemOutline, TextOutline } from '../script/outline.ts'
import type { ScriptMeeting, ScriptPerson } from '../script/script.ts'

/** An act that a script's outline stands for. */
export type Prepared = { readonly seat: string; readonly command: ScriptCommand }

/** The command that founds the dialogue as the outline has it. */
export const founding = ({
  id,
  rules,
  parties,
  secretariats,
  ...dialogue
}: DialogueOutline): ScriptCommand => {
  const { continues: _continues, ...rest } = dialogue
  return {
    type: 'FoundDialogue',
    fields: {
      ...rest,
      dialogue: id,
      rulePack: rules ?? 'bilateral/1',
      parties: parties.map(({ zone, ...party }) => ({ ...party, timeZone: zone })),
      secretariats: secretariats.map(({ seat, party, ...person }) => ({ seat, person, ...given({ party }) })),
    },
  }
}

/** The seat that convenes and prepares: the one named; the host's first secretariat; the first joint one; the first of all. */
export const leadOf = ({ secretariats }: DialogueOutline, { convenedBy, host }: ScriptMeeting): string =>
  convenedBy ??
  secretariats.find(({ party }) => host !== undefined && party === host)?.seat ??
  secretariats.find(({ party }) => party === undefined)?.seat ??
  secretariats[0]?.seat ??
  ''

/** The secretariat that acts for a delegation: its own first, or while it has none, the first joint one. */
export const secretariatFor = ({ secretariats }: DialogueOutline, delegation: string): string | undefined =>
  secretariats.find(({ party }) => party === delegation)?.seat ??
  secretariats.find(({ party }) => party === undefined)?.seat

/** Convening, as the outline has it; nothing where a step does it. */
export const convening = (lead: string, meeting: ScriptMeeting): Prepared | undefined => {
  const { id, theme, starts, mode, number, host, languages, rules, retrospective } = meeting
  if (theme === undefined || starts === undefined) return undefined
  const options = given({ number, host, languages, rulePack: rules, retrospective })
  return {
    seat: lead,
    command: {
      type: 'ConveneMeeting',
      fields: { meeting: id, theme, startsAt: starts, mode: mode ?? 'video', ...options },
    },
  }
}

/** Everything else the outline stands for, in the order it is done. */
export const preparation = (
  dialogue: DialogueOutline,
  lead: string,
  meeting: ScriptMeeting,
): readonly Prepared[] => {
  const by = (delegation: string | undefined): string =>
    delegation === undefined ? lead : (secretariatFor(dialogue, delegation) ?? lead)
  const { themes = {}, people, chair, agenda = [], messages = [], documents = [], texts = [] } = meeting
  return [
    ...Object.entries(themes).map(([delegation, theme]) =>
      does(by(delegation), 'RewordTheme', { delegation, theme }),
    ),
    ...people.map((person) => does(by(person.delegation), 'AccreditPerson', accreditation(person))),
    ...(chair === undefined ? [] : [does(lead, 'AppointChair', { seats: chair })]),
    ...agenda.map((item) => does(lead, 'PlaceItem', { item: itemOf(item) })),
    ...messages.map(({ from, ...message }) =>
      does(by(message.delegation), 'ReceiveMessage', { message: { ...message, author: from } }),
    ),
    ...documents.map((document) => does(by(document.delegation), 'DepositDocument', { document })),
    ...texts.flatMap((text) => opening(text, lead, chair?.[0])),
  ]
}

const does = (seat: string, type: string, fields: ScriptCommand['fields']): Prepared => ({
  seat,
  command: { type, fields },
})

const accreditation = ({
  seat,
  delegation,
  role,
  name,
  office,
  gender,
}: ScriptPerson): ScriptCommand['fields'] => ({
  seat,
  role,
  ...given({ delegation }),
  person: { name, ...given({ office, gender }) },
})

const itemOf = ({ minutes, ...item }: ItemOutline): ScriptCommand['fields'] => ({
  ...item,
  ...given({ plannedMinutes: minutes }),
})

/** A text and its prepared blocks, tabled by the chair in nobody's name unless it is said by whom. */
const opening = (text: TextOutline, lead: string, chair: string | undefined): readonly Prepared[] => [
  {
    seat: text.by ?? lead,
    command: {
      type: 'OpenText',
      fields: { text: text.id, title: text.title, ...given({ languages: text.languages }) },
    },
  },
  ...(text.blocks ?? []).map(({ id, kind, body, by, proposal }): Prepared => {
    const attribution = by === undefined ? { attribution: 'chair' } : {}
    return {
      seat: by ?? chair ?? lead,
      command: {
        type: 'TableProposal',
        fields: {
          text: text.id,
          proposal: proposal ?? id,
          block: id,
          kind,
          intent: 'new',
          body,
          ...attribution,
        },
      },
    }
  }),
]

/** The fields that have a value. */
const given = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
