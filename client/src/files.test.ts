import { expect, it } from 'vitest'
import { pathOfFile, sendFile } from './files.ts'

const MEETING = { dialogue: 'river', meeting: 'first' }

it('sends the bytes as they are, under their own type and as the seat that sends them', async () => {
  const asked: { readonly url: string; readonly init: RequestInit }[] = []
  const answer = await sendFile(
    {
      origin: 'https://parley.example',
      token: 'secret',
      fetch: async (url, init) => {
        asked.push({ url, init })
        return Response.json({ sha256: 'a'.repeat(64), sizeBytes: 5 }, { status: 201 })
      },
    },
    MEETING,
    new Blob(['paper'], { type: 'application/pdf' }),
  )
  expect(answer).toEqual({ ok: true, value: { sha256: 'a'.repeat(64), sizeBytes: 5 } })
  const [one] = asked
  expect(one?.url).toBe('https://parley.example/api/dialogues/river/meetings/first/files')
  expect(one?.init.headers).toEqual({ authorization: 'Bearer secret', 'content-type': 'application/pdf' })
  expect(one?.init.body).toBeInstanceOf(Blob)
})

it('calls bytes of no type what they are', async () => {
  const types: unknown[] = []
  await sendFile(
    {
      origin: 'https://parley.example',
      fetch: async (_url, init) => {
        types.push(new Headers(init.headers).get('content-type'))
        return Response.json({})
      },
    },
    MEETING,
    new Blob(['paper']),
  )
  expect(types).toEqual(['application/octet-stream'])
})

it('says where a file is had', () => {
  expect(pathOfFile(MEETING, 'paper')).toBe('/api/dialogues/river/meetings/first/documents/paper/file')
})
