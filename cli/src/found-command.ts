import { readFile } from 'node:fs/promises'
import { connect } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import type { Localized } from '@parley/domain/words/language'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { founding } from './rehearse/prepare.ts'
import { troubleText } from './rehearse/report.ts'
import type { DialogueOutline } from './script/outline.ts'
import { parseFounding } from './script/parse-founding.ts'
import { problemLine } from './script/script-problem.ts'
import { decodeScript } from './script/source.ts'

/** What `parley found` ends with. */
const EXIT = { founded: 0, refused: 1, fileWrong: 2, serverNotReached: 3 } as const

/** Founds the dialogue a file describes and prints a single-use link for each secretariat; answers the exit code. */
export const foundCommand = async (
  language: Catalogue,
  { origin, operatorToken }: { readonly origin: string; readonly operatorToken: string },
  file: string,
): Promise<number> => {
  const read = await readFounding(language, file)
  if (!read.ok) {
    process.stderr.write(`${read.lines.join('\n')}\n`)
    return EXIT.fileWrong
  }
  const { dialogue } = read
  const failed = ({ problem }: Extract<Result<unknown>, { ok: false }>): number => {
    const reached = problem.code !== 'unreachable'
    const reason = reached
      ? `${troubleText(language, problem)} (${problem.code})`
      : format(language, 'cli.server-not-reached', { address: origin })
    process.stderr.write(`${reason}\n`)
    return reached ? EXIT.refused : EXIT.serverNotReached
  }
  const operator = connect({ origin, token: operatorToken })
  const { type, fields } = founding(dialogue)
  const founded = await operator.found({ type, ...fields })
  if (!founded.ok) return failed(founded)
  const role = format(language, 'entitlement.secretariat')
  for (const { seat, name } of dialogue.secretariats) {
    const invited = await operator.invite({ dialogue: dialogue.id, seat })
    if (!invited.ok) return failed(invited)
    const { link } = invited.value
    process.stdout.write(
      `${format(language, 'cli.link-for-seat', { role, name: inWords(name, language), link })}\n`,
    )
  }
  process.stdout.write(`${format(language, 'cli.founded', { name: inWords(dialogue.name, language) })}\n`)
  return EXIT.founded
}

const readFounding = async (
  language: Catalogue,
  file: string,
): Promise<
  | { readonly ok: true; readonly dialogue: DialogueOutline }
  | { readonly ok: false; readonly lines: readonly string[] }
> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error)
    return { ok: false, lines: [format(language, 'cli.unreadable', { file, reason })] }
  }
  const decoded = decodeScript(bytes)
  if (!decoded.ok) return { ok: false, lines: [problemLine(file, decoded.problem)] }
  const parsed = parseFounding(decoded.text)
  return parsed.ok
    ? parsed
    : { ok: false, lines: parsed.problems.map((problem) => problemLine(file, problem)) }
}

const inWords = (name: Localized, language: Catalogue): string =>
  name[language] ?? Object.values(name)[0] ?? ''
