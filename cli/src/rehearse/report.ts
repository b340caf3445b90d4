import type { Trouble } from '@parley/client/result'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { problemText } from '@parley/messages/problem-text'
import { formatDuration } from '@parley/messages/quantities'
import type { Unwritable } from '../export-record.ts'
import type { Outcome, Surprise } from './outcome.ts'

/** What a rehearsal led to, as lines for a person. */
export const reportLines = (language: Catalogue, file: string, outcome: Outcome): readonly string[] => [
  ...outcome.meetings.flatMap((meeting) => [
    `${outcome.dialogue}/${meeting.meeting} (${meeting.number}): ${format(language, 'cli.record-of', { count: meeting.size, followers: meeting.followers })}`,
    ...meeting.adopted.map(({ text, root }) => `  ${format(language, 'cli.adopted', { text, root })}`),
    ...Object.entries(meeting.timeUsedMs ?? {}).map(
      ([delegation, ms]) => `  ${delegation}: ${formatDuration(language, Math.round(ms / 1000))}`,
    ),
    ...meeting.published.map(({ url }) => `  ${format(language, 'cli.published-at', { address: url })}`),
  ]),
  format(language, 'cli.acts-done', { count: outcome.acts }),
  ...(outcome.refusalsAsScripted === 0
    ? []
    : [format(language, 'cli.acts-refused-as-scripted', { count: outcome.refusalsAsScripted })]),
  format(language, 'cli.surprises', { count: outcome.surprises.length }),
  ...outcome.surprises.map((surprise) => surpriseLine(language, file, surprise)),
]

const surpriseLine = (language: Catalogue, file: string, surprise: Surprise): string => {
  const place = `${file}:${surprise.place.line}:${surprise.place.column}`
  switch (surprise.kind) {
    case 'refused': {
      const reason = `${surprise.seat}, ${surprise.command}: ${troubleText(language, surprise.problem)} (${surprise.problem.code})`
      return format(language, 'cli.refused-unexpectedly', { place, reason })
    }
    case 'done':
      return format(language, 'cli.done-unexpectedly', { place, code: surprise.code })
    case 'refused-otherwise': {
      const { expected, actual } = surprise
      return format(language, 'cli.refused-otherwise', { place, expected, actual })
    }
    case 'not-as-expected': {
      const { field, expected, actual } = surprise
      return format(language, 'cli.not-as-expected', { place, field, expected, actual })
    }
    case 'not-seen':
      return format(language, 'cli.not-seen', { place, seat: surprise.seat })
    case 'other-bytes':
      return format(language, 'cli.other-bytes', { place, seat: surprise.seat })
  }
}

/** Why something was not done, in words. */
export const troubleText = (language: Catalogue, problem: Trouble | Unwritable): string =>
  problem.code === 'unreachable' || problem.code === 'unwritable'
    ? problem.cause
    : problemText(language, problem)
