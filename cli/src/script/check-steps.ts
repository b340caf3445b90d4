import { KNOWN_CODES } from '@parley/messages/known-codes'
import type { Checker } from './checker.ts'
import type { Names } from './names.ts'
import type { Step } from './script.ts'

/** Checks that steps speak of what there is. What must be refused may speak of anything: that may be why. */
export const checkSteps = (steps: readonly Step[], names: Names, checker: Checker): void => {
  const labels = steps.flatMap((step) => (step.word === 'label' ? [step] : []))
  checker.once(
    labels.map(({ label }) => label),
    (index) => labels[index]?.at ?? [],
    'label',
  )
  for (const step of steps) {
    if (step.word === 'refused') checker.known('code', step.code, KNOWN_CODES, [...step.at, 'code'])
    if (!names.hasChair && needsChair(step)) {
      checker.tell(step.at, `expected “chair” in the meeting: “${step.word}” is begun by the chair`)
    }
    for (const [what, field, name] of namedIn(step)) {
      checker.known(what, name, names[SETS[what]], [...step.at, ...field])
    }
  }
}

/** Whether a step leaves it to whoever is in the chair. */
const needsChair = (step: Step): boolean => {
  switch (step.word) {
    case 'item':
    case 'speak':
    case 'hear':
    case 'read':
    case 'adopt':
      return step.chair === undefined
    case 'act':
    case 'refused':
    case 'label':
    case 'wait':
    case 'agree':
    case 'initial':
    case 'sign':
    case 'publish':
    case 'expect':
      return false
  }
}

type What = 'seat' | 'item' | 'message' | 'text' | 'proposal' | 'block' | 'delegation'
type Named = readonly [What, readonly PropertyKey[], string]

const SETS = {
  seat: 'seats',
  item: 'items',
  message: 'messages',
  text: 'texts',
  proposal: 'proposals',
  block: 'blocks',
  delegation: 'delegations',
} as const

/** What a step names, and where. */
const namedIn = (step: Step): readonly Named[] => {
  switch (step.word) {
    case 'act':
      return [
        ...optional('delegation', 'chamber', step.chamber),
        ...(FIELDS_BY_COMMAND[step.command.type] ?? []).flatMap((what) =>
          namesAt(what, [fieldOf(what)], step.command.fields[fieldOf(what)]),
        ),
        ...references(step.command.fields),
      ]
    case 'item':
      return [['item', ['take'], step.take], ...optional('seat', 'chair', step.chair)]
    case 'speak':
      return [['seat', ['by'], step.by], ...optional('seat', 'chair', step.chair)]
    case 'hear':
      return optional('seat', 'chair', step.chair)
    case 'read':
      return [...optional('message', 'message', step.message), ...optional('seat', 'chair', step.chair)]
    case 'adopt':
      return [['text', ['text'], step.text], ...optional('seat', 'chair', step.chair)]
    case 'agree':
    case 'initial':
    case 'sign':
      return [['text', ['text'], step.text], ...namesAt('delegation', ['delegations'], step.delegations)]
    case 'publish':
      return optional('seat', 'by', step.by)
    case 'expect':
      return expected(step.expected)
    case 'refused':
    case 'label':
    case 'wait':
      return []
  }
}

const expected = (expect: Extract<Step, { word: 'expect' }>['expected']): readonly Named[] => [
  ...(expect.item === 'none' ? [] : optional('item', 'item', expect.item)),
  ...(expect.floor === 'none' ? [] : optional('seat', 'floor', expect.floor)),
  ...namesAt('seat', ['speakers'], expect.speakers),
  ...namesAt('seat', ['chair'], expect.chair),
  ...namesAt('message', ['readOut'], expect.readOut),
  ...namesAt('text', ['adopted'], expect.adopted),
  ...namesAt('text', ['put'], expect.put),
  ...(['agreed', 'obstacles', 'initialled', 'signed'] as const).flatMap((field) =>
    Object.keys(expect[field] ?? {}).map((text): Named => ['text', [field, text], text]),
  ),
  ...Object.keys(expect.turns ?? {}).map((one): Named => ['delegation', ['turns', one], one]),
]

/** The fields of commands that name something by its identifier. Those that give a name are not among them. */
const FIELDS_BY_COMMAND: Readonly<Record<string, readonly What[]>> = {
  AmendItem: [],
  MoveItem: ['item'],
  RemoveItem: ['item'],
  TakeUpItem: ['item'],
  RewordTheme: ['delegation'],
  AccreditPerson: ['delegation'],
  SuspendMeeting: ['delegation'],
  WithdrawAccreditation: ['seat'],
  UnseatSecretariat: ['seat'],
  GiveFloor: ['seat'],
  CallMessage: ['message'],
  TableProposal: ['text'],
  JoinProposal: ['text', 'proposal'],
  WithdrawProposal: ['text', 'proposal'],
  ArrangeBlocks: ['text'],
  TakeStance: ['text'],
  CertifyConcordance: ['text'],
  PutText: ['text'],
  ObjectToText: ['text'],
  WithdrawObjection: ['text'],
  TakeTextBack: ['text'],
  DeclareAdopted: ['text'],
  OpenSilence: ['text'],
  BreakSilence: ['text'],
  CloseSilence: ['text'],
  ConfirmAdReferendum: ['text'],
  AttachStatement: ['text'],
  InitialText: ['text'],
  SignText: ['text'],
  ApprovePosition: ['item'],
}

const fieldOf = (what: What): string => what

/** The references among a command's fields: to proposals and blocks whose version is meant. */
const references = (fields: Readonly<Record<string, unknown>>): readonly Named[] =>
  ['targets', 'versions', 'base', 'order', 'seats', 'present'].flatMap((field) => {
    const value = fields[field]
    if (field === 'order') return namesAt('block', [field], value)
    if (field === 'seats' || field === 'present') return namesAt('seat', [field], value)
    return (Array.isArray(value) ? value : [value]).flatMap((one: unknown, index) => {
      const path = Array.isArray(value) ? [field, index] : [field]
      if (typeof one !== 'object' || one === null) return []
      return [
        ...('proposal' in one ? namesAt('proposal', [...path, 'proposal'], one.proposal) : []),
        ...('block' in one ? namesAt('block', [...path, 'block'], one.block) : []),
      ]
    })
  })

const optional = (what: What, field: string, name: string | undefined): readonly Named[] =>
  name === undefined ? [] : [[what, [field], name]]

const namesAt = (what: What, path: readonly PropertyKey[], value: unknown): readonly Named[] => {
  if (typeof value === 'string') return [[what, path, value]]
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown, index) =>
    typeof one === 'string' ? [[what, [...path, index], one] as const] : [],
  )
}
