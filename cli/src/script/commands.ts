import { ChamberCommand } from '@parley/domain/chamber'
import { DialogueCommand } from '@parley/domain/dialogue'
import { ProceedingsCommand } from '@parley/domain/proceedings'
import { Expression } from '@parley/domain/release/events'
import * as z from 'zod'
import { BaseRef, ReleaseRef, Replacements, RootRef, TargetRef, VersionRef } from './references.ts'
import { Duration, Moment } from './time.ts'

/** Which log a command is for. */
export type CommandKind = 'dialogue' | 'meeting' | 'chamber'

/** A command of a script: its fields are the domain's, but for hashes, moments and lengths of time, which are written for people. */
export type ScriptCommand = { readonly type: string; readonly fields: Readonly<Record<string, unknown>> }

const root = { root: RootRef.optional() }
const releaseHash = { hash: ReleaseRef.optional() }

/** The fields that a script writes otherwise than the domain does. */
const WRITTEN: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  ConveneMeeting: { startsAt: Moment },
  RescheduleMeeting: { startsAt: Moment },
  SuspendMeeting: { until: Moment.optional() },
  SetTimeLimit: { limitSeconds: Duration },
  ExtendTime: { bySeconds: Duration },
  TableProposal: { base: BaseRef.optional() },
  TakeStance: { targets: z.union([z.literal('all'), z.array(TargetRef).min(1).max(400)]) },
  CertifyConcordance: { versions: z.union([z.literal('all'), z.array(VersionRef).min(1).max(400)]) },
  PutText: root,
  ObjectToText: root,
  DeclareAdopted: root,
  OpenSilence: { ...root, expiresAt: Moment },
  CloseSilence: root,
  ConfirmAdReferendum: root,
  InitialText: root,
  SignText: root,
  EditRelease: {
    base: ReleaseRef.optional(),
    expression: Expression.partial().optional(),
    replace: Replacements.optional(),
  },
  ClearRelease: releaseHash,
  ObjectToRelease: releaseHash,
  PublishRelease: { ...releaseHash, embargoUntil: Moment.optional() },
}

const written = (
  options: readonly z.ZodObject<{ type: z.ZodLiteral<string> }>[],
  kind: CommandKind,
): readonly (readonly [string, { kind: CommandKind; fields: z.ZodObject }])[] =>
  options.map((command) => {
    const type = command.shape.type.value
    const fields = command.omit({ type: true }).extend(WRITTEN[type] ?? {})
    return [type, { kind, fields }]
  })

/** Every command the domain knows, by type: which log it is for, and the schema of its fields as a script writes them. */
export const COMMANDS: ReadonlyMap<string, { readonly kind: CommandKind; readonly fields: z.ZodObject }> =
  new Map([
    ...written(DialogueCommand.options, 'dialogue'),
    ...written(ProceedingsCommand.options, 'meeting'),
    ...written(ChamberCommand.options, 'chamber'),
  ])

/** Whether a command may be written as its bare name. */
export const isBare = (fields: z.ZodObject): boolean => fields.safeParse({}).success

/** As a script may write a command: the bare name where no field is needed, or a map of the name to the fields. */
export const CommandForm = z.union([
  z.enum([...COMMANDS].flatMap(([type, { fields }]) => (isBare(fields) ? [type] : []))),
  ...[...COMMANDS].map(([type, { fields }]) =>
    z.strictObject({ [type]: isBare(fields) ? fields.nullable() : fields }),
  ),
])

/** The domain's own schema for a command that a script's has been turned into. */
export const DomainCommand = z.union([DialogueCommand, ProceedingsCommand, ChamberCommand])
export type DomainCommand = z.infer<typeof DomainCommand>
