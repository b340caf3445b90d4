import { expect, test } from 'vitest'
import type { SocketListeners } from './socket.ts'
import { watched } from './watched-socket.ts'

/** A watched socket driven by hand, with all that was heard of it. */
const wire = () => {
  const said: string[] = []
  const heard: string[] = []
  const closes: (number | undefined)[] = []
  const beats = new Set<() => void>()
  let inner: SocketListeners | undefined
  const open = watched(
    (_url, _token, listeners) => {
      inner = listeners
      return { send: (text) => said.push(text), close: (code) => closes.push(code) }
    },
    (beat) => {
      beats.add(beat)
      return () => beats.delete(beat)
    },
  )
  const socket = open('ws://parley.test/api/live', undefined, {
    onOpen: () => heard.push('open'),
    onText: (text) => heard.push(text),
    onClose: (code) => heard.push(`closed ${code}`),
  })
  if (inner === undefined) throw new Error('no socket was opened')
  const beat = (): void => {
    for (const one of beats) one()
  }
  return { socket, inner, said, heard, closes, beats, beat }
}

test('a socket on which nothing is heard is asked at the first beat and closed at the second', () => {
  const { inner, said, heard, closes, beats, beat } = wire()
  inner.onOpen()
  inner.onText('welcome')
  beat()
  expect(said).toEqual(['{"type":"ping","n":0}'])
  expect(heard).toEqual(['open', 'welcome'])
  beat()
  expect(heard).toEqual(['open', 'welcome', 'closed 1006'])
  expect([closes, beats.size]).toEqual([[1000], 0])
})

test('one that answers between the beats stays open', () => {
  const { inner, heard, beat } = wire()
  inner.onText('welcome')
  for (let times = 0; times < 5; times += 1) {
    beat()
    inner.onText('pong')
  }
  expect(heard).toEqual(['welcome', ...Array.from({ length: 5 }, () => 'pong')])
})

test('one that never opened is asked nothing and closed all the same', () => {
  const { said, heard, beat } = wire()
  beat()
  beat()
  expect([said, heard]).toEqual([[], ['closed 1006']])
})

test('what it says and does after that is not told', () => {
  const { inner, heard, beat } = wire()
  beat()
  beat()
  inner.onOpen()
  inner.onText('late')
  inner.onClose(1000)
  expect(heard).toEqual(['closed 1006'])
})

test('one that closed, or was closed, is not watched any more', () => {
  const [gone, left] = [wire(), wire()]
  gone.inner.onClose(4401)
  left.socket.close(1000)
  expect([gone.beats.size, left.beats.size, gone.heard, left.closes]).toEqual([0, 0, ['closed 4401'], [1000]])
})
