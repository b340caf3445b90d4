import type { Meeting } from '@parley/domain/meeting/state'
import type { TextState } from '@parley/domain/text/state'
import { orderHash } from '@parley/domain/text/version'
import { agreedRoot, blocks, obstacles, progress } from '@parley/domain/text/views/standing'
import type { TextView } from '@parley/protocol/views'

type Asked = {
  readonly text: TextState
  readonly meeting: Meeting
  readonly size: number
  /** Whether the viewer is of those who negotiate; to others only the outcome exists. */
  readonly negotiates: boolean
}

/** One text: its negotiation for those who negotiate, its outcome for everyone accredited. */
export const textView = ({ text, meeting, size, negotiates }: Asked): TextView => {
  const { title, languages, adopted, statements, initialled, signed } = text
  return JSON.parse(
    JSON.stringify({
      size,
      text: text.text,
      title,
      languages,
      adopted,
      statements,
      initialled,
      signed,
      negotiation: negotiates ? negotiation(text, meeting) : undefined,
    }),
  )
}

const negotiation = (text: TextState, meeting: Meeting) => {
  const standing = obstacles(text, meeting)
  return {
    order: orderHash(text.order),
    blocks: blocks(text, meeting).map(({ block, kind, versions, agreed, concordant, languagesMissing }) => ({
      block,
      kind,
      concordant,
      languagesMissing,
      agreed: agreed?.version,
      versions: versions.map(({ version, intent, kind, body, base, proposals, stances, certifiedBy }) => ({
        version,
        intent,
        kind,
        body,
        base,
        proposals,
        stances,
        certifiedBy,
      })),
    })),
    orderStances: text.orderStances,
    obstacles: standing,
    progress: progress(text, meeting),
    ready: standing.length === 0 ? agreedRoot(text, meeting) : undefined,
    put: text.put,
    silence: text.silence,
  }
}
