import { connect } from '@parley/client/parley-client'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { troubleText } from './rehearse/report.ts'

/** Prints a single-use link for a seat of a dialogue or of a meeting; answers the exit code. */
export const inviteCommand = async (
  language: Catalogue,
  server: { readonly origin: string; readonly operatorToken: string },
  place: { readonly dialogue: string; readonly meeting?: string | undefined },
  seat: string,
): Promise<number> => {
  const { dialogue, meeting } = place
  const client = connect({ origin: server.origin, token: server.operatorToken })
  const invited = await client.invite({ dialogue, ...(meeting === undefined ? {} : { meeting }), seat })
  if (invited.ok) {
    process.stdout.write(`${invited.value.link}\n`)
    return 0
  }
  const { problem } = invited
  const reached = problem.code !== 'unreachable'
  const reason = reached
    ? `${troubleText(language, problem)} (${problem.code})`
    : format(language, 'cli.server-not-reached', { address: server.origin })
  process.stderr.write(`${reason}\n`)
  return reached ? 1 : 3
}
