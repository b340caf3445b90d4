import { createInterface } from 'node:readline'
import { dispose } from '@livekit/rtc-node'
import { Person } from './person.ts'

/*
 * People in media rooms for tests of other folders, in a process of their own. Standard input is one line of JSON for each
 * thing asked, which is answered with `{"answer": number, "ok": boolean}`; they all leave when it ends.
 */

type Asked = {
  readonly number: number
  readonly who: string
} & (
  | { readonly ask: 'enter'; readonly url: string; readonly token: string }
  | { readonly ask: 'send' | 'stop'; readonly source: 'microphone' | 'camera' }
  | { readonly ask: 'gone' }
)

const people = new Map<string, Person>()
const sent = new Map<string, string>()

const personOf = (who: string): Person => {
  const person = people.get(who)
  if (person === undefined) throw new Error(`nobody is called ${who}`)
  return person
}

const carryOut = async (asked: Asked): Promise<void> => {
  const { who } = asked
  switch (asked.ask) {
    case 'enter': {
      const { url, token } = asked
      people.set(
        who,
        await Person.join({ url, key: '', secret: '', stop: async () => {} }, who, {}, { token }),
      )
      return
    }
    case 'send': {
      const person = personOf(who)
      const { sid } = await (asked.source === 'camera' ? person.show() : person.speak())
      sent.set(`${who} ${asked.source}`, sid ?? '')
      return
    }
    case 'stop':
      return personOf(who).room.localParticipant?.unpublishTrack(sent.get(`${who} ${asked.source}`) ?? '')
    case 'gone':
      await personOf(who).until(({ what }) => what === 'disconnected')
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked: Asked = JSON.parse(line)
  void carryOut(asked)
    .then(() => true)
    .catch(() => false)
    .then((ok) => process.stdout.write(`${JSON.stringify({ answer: asked.number, ok })}\n`))
}
await Promise.allSettled([...people.values()].map((person) => person.leave()))
await dispose()
process.exit(0)
