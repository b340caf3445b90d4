import { packOf } from '@parley/domain/meeting'
import type { Proceedings } from '@parley/domain/proceedings'
import { versionKey } from '@parley/domain/release'
import { agreedRoot, blocks, orderHash, type TextState } from '@parley/domain/text'
import { lookup } from '@parley/domain/words/lookup'
import type { ScriptCommand } from '../script/commands.ts'
import {
  BaseRef,
  ReleaseRef,
  Replacements,
  RootRef,
  TargetRef,
  type VersionRef,
} from '../script/references.ts'
import { Duration, instantOf, Moment, secondsOf } from '../script/time.ts'

/** A command as it is sent. */
export type Sent = { readonly type: string; readonly [field: string]: unknown }

/** What stands for a hash that nothing has: the server says what is unknown. */
const NOTHING = '0'.repeat(64)

/**
 * Puts what a script leaves to the meeting into a command: hashes, moments, lengths of time; as the acting seat knows them.
 * `hostZone`: whose clocks moments without an offset are by, unless it is the host's of the meeting as it stands.
 */
export const resolve = (
  command: ScriptCommand,
  proceedings: Proceedings,
  nowMs: number,
  hostZone?: string,
): Sent => {
  const { type, fields } = command
  const host = proceedings.meeting.delegations.find(({ id }) => id === proceedings.meeting.host)
  const moment = (field: string): Readonly<Record<string, number>> => {
    const written = Moment.safeParse(fields[field])
    return written.success
      ? { [field]: instantOf(written.data, nowMs, hostZone ?? host?.timeZone ?? 'UTC') }
      : {}
  }
  const duration = (field: string): Readonly<Record<string, number>> => {
    const written = Duration.safeParse(fields[field])
    return written.success ? { [field]: secondsOf(written.data) } : {}
  }
  switch (type) {
    case 'ConveneMeeting':
    case 'RescheduleMeeting':
      return { type, ...fields, ...moment('startsAt') }
    case 'SuspendMeeting':
      return { type, ...fields, ...moment('until') }
    case 'SetTimeLimit':
      return { type, ...fields, ...duration('limitSeconds') }
    case 'ExtendTime':
      return { type, ...fields, ...duration('bySeconds') }
    case 'TakeStance':
    case 'CertifyConcordance':
    case 'TableProposal':
      return { type, ...fields, ...versions(type, fields, proceedings) }
    case 'PutText':
    case 'ObjectToText':
    case 'DeclareAdopted':
    case 'CloseSilence':
    case 'ConfirmAdReferendum':
    case 'InitialText':
    case 'SignText':
      return { type, ...fields, root: rootOf(fields, proceedings) }
    case 'OpenSilence':
      return { type, ...fields, root: rootOf(fields, proceedings), ...moment('expiresAt') }
    case 'EditRelease':
      return { type, ...edit(fields, proceedings) }
    case 'ClearRelease':
    case 'ObjectToRelease':
      return { type, ...fields, hash: releaseHash(fields, fields['hash'], proceedings) }
    case 'PublishRelease':
      return {
        type,
        ...fields,
        hash: releaseHash(fields, fields['hash'], proceedings),
        ...moment('embargoUntil'),
      }
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- every other command is sent as it is written
    default:
      return { type, ...fields }
  }
}

type Fields = ScriptCommand['fields']

const textOf = ({ texts }: Proceedings, id: unknown): TextState | undefined =>
  typeof id === 'string' ? lookup(texts.byId, id) : undefined

/** What stands adopted, put, under silence or agreed of a text, the first of these. */
export const standingRoot = (text: TextState | undefined, { meeting }: Proceedings): string =>
  text === undefined
    ? NOTHING
    : (text.adopted?.root ?? text.put?.root ?? text.silence?.root ?? agreedRoot(text, meeting))

const rootOf = (fields: Fields, proceedings: Proceedings): string => {
  const ref = RootRef.safeParse(fields['root'])
  if (ref.success && typeof ref.data === 'string') return ref.data
  const text = ref.success && typeof ref.data === 'object' ? ref.data.text : fields['text']
  return standingRoot(textOf(proceedings, text), proceedings)
}

const versions = (
  type: string,
  fields: Fields,
  proceedings: Proceedings,
): Readonly<Record<string, unknown>> => {
  const text = textOf(proceedings, fields['text'])
  if (type === 'TableProposal') {
    const base = BaseRef.safeParse(fields['base'])
    if (!base.success) return {}
    return {
      base: typeof base.data === 'string' ? base.data : versionOf(base.data, text, proceedings).version,
    }
  }
  const field = type === 'TakeStance' ? 'targets' : 'versions'
  const written = fields[field]
  if (written === 'all') {
    return { [field]: type === 'TakeStance' ? allTargets(text, proceedings) : allVersions(text, proceedings) }
  }
  const refs = Array.isArray(written) ? written : []
  return {
    [field]: refs.flatMap((one: unknown) => {
      const ref = TargetRef.safeParse(one)
      return ref.success ? [targetOf(ref.data, text, proceedings)] : []
    }),
  }
}

type Version = { readonly block: string; readonly version: string }
type Target = Version | { readonly order: string }

/** Of every block the version agreed, or while none is, the one tabled last. */
export const allVersions = (text: TextState | undefined, { meeting }: Proceedings): readonly Version[] =>
  text === undefined
    ? []
    : blocks(text, meeting, packOf(meeting)).flatMap(({ block, agreed, versions }) => {
        const version = agreed ?? versions.at(-1)
        return version === undefined ? [] : [{ block, version: version.version }]
      })

/** All of them, and where there are several blocks, their order. */
export const allTargets = (text: TextState | undefined, proceedings: Proceedings): readonly Target[] => [
  ...allVersions(text, proceedings),
  ...(text !== undefined && text.order.length > 1 ? [{ order: orderHash(text.order) }] : []),
]

const targetOf = (ref: TargetRef, text: TextState | undefined, proceedings: Proceedings): Target => {
  if (!('order' in ref)) return versionOf(ref, text, proceedings)
  return { order: ref.order === 'current' ? orderHash(text?.order ?? []) : ref.order }
}

const versionOf = (ref: VersionRef, text: TextState | undefined, { meeting }: Proceedings): Version => {
  if ('proposal' in ref) {
    const proposal = text?.proposals.get(ref.proposal)
    return { block: proposal?.block ?? ref.proposal, version: proposal?.version ?? NOTHING }
  }
  const { block } = ref
  if ('version' in ref) return { block, version: ref.version }
  const standing =
    text === undefined ? undefined : blocks(text, meeting, packOf(meeting)).find((one) => one.block === block)
  const version = 'agreed' in ref ? standing?.agreed : standing?.versions.at(-1)
  return { block, version: version?.version ?? NOTHING }
}

const releaseHash = (fields: Fields, written: unknown, { releases }: Proceedings): string => {
  const ref = ReleaseRef.safeParse(written)
  if (ref.success && typeof ref.data === 'string') return ref.data
  const key = ref.success && typeof ref.data === 'object' ? versionKey(ref.data) : keyOf(fields)
  return lookup(releases.versions, key)?.hash ?? NOTHING
}

/** An edit says only what changes; the rest stays as it stands. What is not found to be replaced stays too. */
const edit = (
  { replace, ...fields }: Fields,
  proceedings: Proceedings,
): Readonly<Record<string, unknown>> => {
  const standing = lookup(proceedings.releases.versions, keyOf(fields))?.expression
  const found = Replacements.safeParse(replace)
  const replaced = (text: string): string =>
    (found.data ?? []).reduce((inner, one) => inner.replaceAll(one.find, () => one.with), text)
  const reworded =
    standing === undefined
      ? {}
      : {
          ...standing,
          headline: replaced(standing.headline),
          ...(standing.deck === undefined ? {} : { deck: replaced(standing.deck) }),
          paragraphs: standing.paragraphs.map(({ text, facts }) => ({ text: replaced(text), facts })),
        }
  return {
    ...fields,
    base: releaseHash(fields, fields['base'], proceedings),
    expression: { ...reworded, ...Object(fields['expression']) },
  }
}

const keyOf = (fields: Fields): string =>
  versionKey({ release: String(fields['release']), language: String(fields['language']) })
