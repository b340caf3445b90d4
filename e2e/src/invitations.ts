import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { System } from './system.ts'

const DIALOGUE = '/api/dialogues/heron-basin'
const MEETING = `${DIALOGUE}/meetings/fifth`

/** The seats of the demo meeting's secretariats, which are the dialogue's. */
const OF_THE_DIALOGUE: ReadonlySet<string> = new Set(['secretariat', 'songling-office', 'reedbay-office'])

/** A fresh link to a seat of the demo meeting, from the operator; with `lobby`, whoever enters waits to be admitted. */
export const linkTo = async (system: System, seat: string, lobby = false): Promise<string> => {
  const at = OF_THE_DIALOGUE.has(seat) ? DIALOGUE : MEETING
  const answer = await asOperator(system, `${at}/invitations`, { seat, lobby })
  const { link }: { readonly link: string } = await answer.json()
  return link
}

/** Takes the access of a seat at the demo meeting back. */
export const revoke = async (system: System, seat: string): Promise<void> => {
  const answer = await asOperator(system, `${MEETING}/revocations`, { seat })
  if (!answer.ok) throw new Error(`${seat} was not revoked: ${answer.status}`)
}

const asOperator = async (system: System, path: string, body: object): Promise<Response> => {
  const operator = (await readFile(join(system.data, 'operator.token'), 'utf8')).trim()
  return fetch(`${system.origin}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operator}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
