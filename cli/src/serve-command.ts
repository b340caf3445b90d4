import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { connect, type MeetingView } from '@parley/client/parley-client'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format, hasKey } from '@parley/messages/format'
import { rehearse } from './rehearse/rehearsal.ts'
import { reportLines } from './rehearse/report.ts'
import { parseScript } from './script/parse-script.ts'
import type { Script } from './script/script.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** The demo meeting, left in session at its label; and the examples, played to their ends. */
const DEMO = { file: 'demo-two-delegations.yaml', until: 'in-session' } as const
const EXAMPLES = ['dialogue-of-ruling-parties-8.yaml', 'trilateral.yaml'] as const

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
  const demo = await exampleScript(DEMO.file)
  const operator = connect({ origin: server.origin, token: server.operatorToken })
  const dialogues = await operator.dialogues()
  if (dialogues.ok && dialogues.value.dialogues.length === 0) {
    await Promise.all([
      load(server, demo, DEMO.file, DEMO.until, language),
      ...EXAMPLES.map(async (file) => load(server, await exampleScript(file), file, undefined, language)),
    ])
  }
  const lines = [
    `Parley is ready at ${server.origin}`,
    ...(await seatLinks(server, demo, language)),
    format(language, 'cli.links-follow'),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return server.exited
}

const exampleScript = async (file: string): Promise<Script> => {
  const parsed = parseScript(await readFile(new URL(`../../examples/${file}`, import.meta.url), 'utf8'))
  if (!parsed.ok) throw new Error(`the example ${file} is wrong: ${parsed.problems[0]?.expected ?? ''}`)
  return parsed.script
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
    pace: async () => {},
    until,
    onProgress: () => () => {},
  })
  if (outcome.surprises.length === 0) return
  const path = fileURLToPath(new URL(`../../examples/${file}`, import.meta.url))
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
