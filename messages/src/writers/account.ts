import type {
  AdoptedFact,
  DelegationFact,
  ItemFact,
  MessageFact,
  PersonFact,
  PositionFact,
  ReleaseFacts,
  SignedFact,
  WordedFact,
} from '@parley/domain/release/facts'
import { courseOf } from './course.ts'
import type { Course } from './course.ts'
import { orderOfSides } from './order-of-sides.ts'
import { inLanguage } from './wording.ts'

/** The facts laid out as every release tells them, whatever its language. */
export type Account = {
  readonly language: string
  readonly facts: ReleaseFacts
  /** Whom this language version names first, second and so on. */
  readonly sides: readonly DelegationFact[]
  /** Where the release is dated from: every side's city for a meeting by video, else the host's alone. */
  readonly places: readonly DelegationFact[]
  /** The side whose clocks give the date. */
  readonly clock: DelegationFact | undefined
  /** The common theme, if it has words in this language and is not replaced by wordings of all sides. */
  readonly theme: WordedFact | undefined
  /** Sides that word the theme in their own way in this language. */
  readonly themesOfSides: readonly { readonly side: DelegationFact; readonly theme: WordedFact }[]
  readonly messages: readonly MessageFact[]
  /** Whether the messages, told side by side in this order, are told in the order they were read. */
  readonly toldAsRead: boolean
  /** Every side's head, unless one is unknown or all of them are named anyway as readers of messages. */
  readonly heads: readonly PersonFact[]
  readonly topics: readonly ItemFact[]
  readonly exchanges: readonly ItemFact[]
  readonly course: Course
  /**
   * What a side approved to be said, if it did so in this language: on a topic or exchange, or, without an item, on
   * the meeting and on everything else.
   */
  readonly positionsOf: (delegation: string, item: string | undefined) => readonly PositionFact[]
}

export const accountOf = (facts: ReleaseFacts, language: string): Account => {
  const sides = orderOfSides(facts, language)
  const host = facts.delegations.find((one) => one.id === facts.host)
  const places = facts.mode === 'video' ? sides : host === undefined ? sides.slice(0, 1) : [host]
  const themesOfSides = sides.flatMap((side) => {
    const own = side.theme === undefined ? undefined : inLanguage(side.theme.words, language)
    const differs = own !== undefined && own !== inLanguage(facts.theme.words, language)
    return side.theme !== undefined && differs ? [{ side, theme: side.theme }] : []
  })
  const common = inLanguage(facts.theme.words, language) !== undefined && themesOfSides.length < sides.length
  const told = sides.flatMap((side) => facts.messages.filter((one) => one.delegation === side.id))
  const topics = facts.items.filter((one) => one.kind === 'topic')
  const exchanges = facts.items.filter((one) => one.kind === 'exchange' && one.speakers.length > 0)
  const apart = new Set([...topics, ...exchanges].map(({ item }) => item))
  return {
    language,
    facts,
    sides,
    places,
    clock: places[0],
    theme: common ? facts.theme : undefined,
    themesOfSides,
    messages: told,
    toldAsRead: told.every((one, index) => one === facts.messages[index]),
    heads: headsToName(sides, told),
    topics,
    exchanges,
    course: courseOf(facts),
    positionsOf: (delegation, item) =>
      facts.positions.filter(
        (one) =>
          one.delegation === delegation &&
          (one.item !== undefined && apart.has(one.item) ? one.item : undefined) === item &&
          inLanguage(one.position, language) !== undefined,
      ),
  }
}

const headsToName = (
  sides: readonly DelegationFact[],
  messages: readonly MessageFact[],
): readonly PersonFact[] => {
  const heads = sides.flatMap(({ head }) => (head === undefined ? [] : [head]))
  const reading = heads.filter(({ seat }) => messages.some(({ reader }) => reader.seat === seat))
  return heads.length < sides.length || reading.length === heads.length ? [] : heads
}

/** Everything said once of the same place, in the order first said. */
export const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/** The one form all messages have, if it is one. */
export const commonForm = (messages: readonly MessageFact[]): MessageFact['form'] | 'mixed' => {
  const forms = new Set(messages.map(({ form }) => form))
  const [only] = forms
  return forms.size === 1 && only !== undefined ? only : 'mixed'
}

/** Things said of each delegation, gathered by delegation in the order of sides. */
export const byDelegation = <One extends { readonly delegation: string }>(
  account: Account,
  all: readonly One[],
): readonly { readonly side: DelegationFact; readonly all: readonly One[] }[] =>
  account.sides.flatMap((side) => {
    const own = all.filter((one) => one.delegation === side.id)
    return own.length === 0 ? [] : [{ side, all: own }]
  })

/** Who initialled and who signed a text; told once where the same people did both. */
export const signings = ({
  initialled,
  signed,
}: AdoptedFact): readonly {
  readonly act: 'initialled' | 'signed' | 'both'
  readonly by: readonly SignedFact[]
}[] => {
  const same =
    initialled.length === signed.length && initialled.every(({ seat }, index) => seat === signed[index]?.seat)
  if (same && signed.length > 0) {
    return [
      {
        act: 'both',
        by: signed.map((one, index) => ({
          ...one,
          seqs: [...one.seqs, ...(initialled[index]?.seqs ?? [])],
        })),
      },
    ]
  }
  return [
    ...(initialled.length > 0 ? [{ act: 'initialled', by: initialled } as const] : []),
    ...(signed.length > 0 ? [{ act: 'signed', by: signed } as const] : []),
  ]
}
