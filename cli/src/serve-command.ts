import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { connect, type MeetingView } from '@parley/client/parley-client'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { hasKey } from '@parley/messages/words'
import { paceOf } from './rehearse/pace.ts'
import { rehearse } from './rehearse/rehearsal.ts'
import { reportLines } from './rehearse/report.ts'
import { parseScript } from './script/parse-script.ts'
import type { Script } from './script/script.ts'
import { problemLine } from './script/script-problem.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** The demo meeting, left in session at its label. Every other example is played to its end. */
const DEMO = { file: 'demo-two-delegations.yaml', until: 'in-session' } as const
const EXAMPLES = new URL('../../examples/', import.meta.url)

/**
 * Serves until told to stop; answers the server's exit code. An empty data folder first gets the demo and the examples. Every
 * start prints fresh links for the seats of the demo meeting, where it is.
 */
export const serveCommand = async (language: Catalogue): Promise<number> => {
  const started = await startServer({})
  if (!started.ok) return started.exitCode === 0 ? 1 : started.exitCode
  const { server } = started
  process.on('SIGINT', () => server.stop('SIGINT'))
  process.on('SIGTERM', () => server.stop('SIGTERM'))
  // Whoever stops the server stops everything: what is under way would only wait for answers.
  const code = await Promise.race([server.exited, welcome(server, language).then(() => server.exited)])
  return process.exit(code)
}

/** Fills an empty folder, and says where everything is. The examples come while people already look around. */
const welcome = async (server: ServerProcess, language: Catalogue): Promise<void> => {
  const demo = await exampleScript(DEMO.file)
  const operator = connect({ origin: server.origin, token: server.operatorToken })
  const dialogues = await operator.dialogues()
  const isEmpty = dialogues.ok && dialogues.value.dialogues.length === 0
  if (isEmpty && demo !== undefined) await load(server, demo, DEMO.file, DEMO.until, language)
  const lines = [
    `Parley is ready at ${server.origin}`,
    ...(demo === undefined ? [] : await seatLinks(server, demo, language)),
    format(language, 'cli.links-follow'),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  for (const file of isEmpty ? await exampleFiles() : []) {
    const script = await exampleScript(file)
    if (script !== undefined) await load(server, script, file, undefined, language)
  }
}

const exampleFiles = async (): Promise<readonly string[]> =>
  (await readdir(EXAMPLES)).filter((file) => file.endsWith('.yaml') && file !== DEMO.file).toSorted()

/** An example of the house; one that is wrong is told and left out. */
const exampleScript = async (file: string): Promise<Script | undefined> => {
  const url = new URL(file, EXAMPLES)
  const parsed = parseScript(await readFile(url, 'utf8'))
  if (parsed.ok) return parsed.script
  const wrong = parsed.problems.map((problem) => problemLine(fileURLToPath(url), problem))
  process.stderr.write(`${wrong.join('\n')}\n`)
  return undefined
}

/** Plays a script into the running server, as everybody in it, without waiting; says something only where it goes wrong. */
const load = async (
  server: ServerProcess,
  script: Script,
  file: string,
  until: string | undefined,
  language: Catalogue,
): Promise<void> => {
  const outcome = await rehearse(script, {
    ...server,
    pace: paceOf(undefined),
    until,
    onProgress: () => () => {},
  })
  if (outcome.surprises.length === 0) return
  const path = fileURLToPath(new URL(file, EXAMPLES))
  process.stderr.write(`${reportLines(language, path, outcome).join('\n')}\n`)
}

/** A link for everybody at the demo meeting; none where the data folder has no such meeting. */
const seatLinks = async (
  server: ServerProcess,
  { dialogue, meetings }: Script,
  language: Catalogue,
): Promise<readonly string[]> => {
  const operator = connect({ origin: server.origin, token: server.operatorToken })
  const meeting = meetings.at(-1)?.id ?? ''
  const view = await operator.summary(dialogue.id, meeting)
  if (!view.ok) return []
  const { people, secretariats } = view.value
  const seats = [
    ...people.flatMap(({ seat, role, delegation, person, active }) =>
      active ? [{ meeting, seat, role, delegation, name: person.name }] : [],
    ),
    ...secretariats.map(({ seat, party, person }) => ({
      seat,
      role: 'secretariat',
      delegation: party,
      name: person.name,
    })),
  ]
  const links = await Promise.all(
    seats.map(async ({ role, delegation, name, ...place }) => {
      const invited = await operator.invite({ dialogue: dialogue.id, ...place })
      if (!invited.ok) return []
      const party = view.value.delegations.find(({ id }) => id === delegation)
      const who = [name, party?.side ?? party?.name].flatMap((one) =>
        one === undefined ? [] : [inWords(one, language)],
      )
      return [
        format(language, 'cli.link-for-seat', {
          role: roleName(role, language),
          name: who.join(' · '),
          link: invited.value.link,
        }),
      ]
    }),
  )
  return links.flat()
}

const roleName = (role: string, language: Catalogue): string => {
  const key = role === 'secretariat' ? 'entitlement.secretariat' : `role.${role}`
  return hasKey(key) ? format(language, key) : role
}

const inWords = (name: MeetingView['theme'], language: Catalogue): string =>
  name[language] ?? Object.values(name)[0] ?? ''
