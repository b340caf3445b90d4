import { timeUsed } from '@parley/domain/meeting/views/time-used'
import type { Script, ScriptMeeting } from '../script/script.ts'
import { compareFollowers } from './compare.ts'
import type { Outcome, RehearsedMeeting } from './outcome.ts'
import type { Pace } from './pace.ts'
import { playMeeting, type OnProgress } from './play-meeting.ts'
import { founding, leadOf } from './prepare.ts'
import { releaseAddress } from './release-address.ts'
import { Sitting, Unplayable } from './sitting.ts'
import { Stage } from './stage.ts'

export type RehearsalOptions = {
  readonly origin: string
  readonly operatorToken: string
  readonly pace: Pace
  /** A label of the script or a phase at which to leave the meeting as it stands. */
  readonly until?: string | undefined
  readonly onProgress: (meeting: string) => OnProgress
}

/**
 * Plays a script's meetings one after the other, every seat a client of its own. Throws `Unplayable` when nobody gets in at
 * all; everything else that goes otherwise than scripted is in the outcome.
 */
export const rehearse = async (
  { dialogue, meetings }: Script,
  options: RehearsalOptions,
): Promise<Outcome> => {
  const stage = new Stage(options.origin, options.operatorToken, dialogue.id)
  const sittings: Sitting[] = []
  const played: RehearsedMeeting[] = []
  let stoppedAt: string | undefined
  let founded = dialogue.continues === true
  try {
    for (const meeting of meetings) {
      const lead = leadOf(dialogue, meeting)
      const sitting = new Sitting(stage, { dialogue: dialogue.id, meeting: meeting.id, lead }, options.pace)
      sittings.push(sitting)
      if (!founded) {
        const answer = await stage.operator.found(sentFounding(dialogue))
        if (!answer.ok) throw new Unplayable(answer.problem)
        sitting.acts += 1
        founded = true
      }
      const onProgress = options.onProgress(meeting.id)
      stoppedAt = await playMeeting(sitting, dialogue, lead, meeting, { until: options.until, onProgress })
      if (sitting.size > 0) played.push(await closed(stage, sitting, lead, meeting, options.origin))
      if (stoppedAt !== undefined || sitting.surprises.length > 0) break
    }
  } finally {
    await Promise.all(sittings.map((sitting) => sitting.gathered()))
    await stage.close()
  }
  return {
    dialogue: dialogue.id,
    meetings: played,
    acts: sum(sittings.map(({ acts }) => acts)),
    refusalsAsScripted: sum(sittings.map(({ refusalsAsScripted }) => refusalsAsScripted)),
    surprises: sittings.flatMap(({ surprises }) => surprises),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
  }
}

const sentFounding = (dialogue: Script['dialogue']) => {
  const { type, fields } = founding(dialogue)
  return { type, ...fields }
}

/** What there is to tell of a meeting that has been played: its followers compared, its results. */
const closed = async (
  stage: Stage,
  sitting: Sitting,
  lead: string,
  { id, place }: ScriptMeeting,
  origin: string,
): Promise<RehearsedMeeting> => {
  await sitting.gathered()
  const { meeting, texts, releases } = await sitting.view()
  const entered = await stage.at(lead, meeting)
  if (!entered.ok) throw new Unplayable(entered.problem)
  const { followers, surprises } = await compareFollowers(
    await stage.participantsAt(id),
    entered.value,
    stage.operator,
    {
      log: sitting.log,
      size: sitting.size,
      place,
    },
  )
  sitting.surprises.push(...surprises)
  const used = timeUsed(meeting, sitting.pace.nowMs())
  return {
    meeting: id,
    number: meeting.number,
    size: sitting.size,
    followers,
    adopted: Object.values(texts.byId).flatMap(({ text, adopted }) =>
      adopted === undefined ? [] : [{ text, root: adopted.root }],
    ),
    published: Object.values(releases.versions).flatMap((version) => {
      const url = releaseAddress(origin, meeting, version)
      return url === undefined ? [] : [{ language: version.language, url }]
    }),
    ...(used === undefined
      ? {}
      : {
          timeUsedMs: Object.fromEntries(
            Object.entries(used.byDelegation).map(([delegation, { usedMs }]) => [delegation, usedMs]),
          ),
        }),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
