import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { field, type FictionalServer, fictionalServer, type Told } from '../fictional-server.ts'

let server: FictionalServer
let told: Told
beforeAll(async () => {
  server = await fictionalServer()
  told = await server.ask(undefined, 'GET', '/openapi.json')
})
afterAll(() => server.close())

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
const operations = (): (readonly [string, unknown])[] =>
  entriesOf(field(told, 'paths')).flatMap(([path, methods]) =>
    entriesOf(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  )
const every = (value: unknown, visit: (key: string, value: unknown) => void): void => {
  for (const [key, inner] of entriesOf(value)) {
    visit(key, inner)
    every(inner, visit)
  }
}

describe('the API document', () => {
  it('is OpenAPI 3.1', () => {
    expect(field(told, 'openapi')).toBe('3.1.0')
    expect(operations().length).toBeGreaterThan(25)
  })

  it('refers to nothing that is not in it', () => {
    const schemas = new Map(entriesOf(field(told, 'components')).flatMap(([, part]) => entriesOf(part)))
    const dangling: string[] = []
    let references = 0
    every(told.json, (key, value) => {
      if (key !== '$ref') return
      references += 1
      const name = /^#\/components\/schemas\/(.+)$/.exec(String(value))?.[1]
      if (name === undefined || !schemas.has(name)) dangling.push(String(value))
    })
    expect(references).toBeGreaterThan(50)
    expect(dangling).toEqual([])
  })

  it('names every route the server has, and no other', () => {
    const tree = server.routes()
    const routed: string[] = []
    const stack: string[] = []
    for (const line of tree.split('\n')) {
      const match = /^((?:│ {3}| {4})*)(?:├── |└── )(\S+)(?: \((.+)\))?/.exec(line)
      if (match === null) continue
      const [, indent = '', part = '', methods = ''] = match
      const depth = indent.length / 4
      stack.length = depth
      stack[depth] = part
      const path = stack.join('').replaceAll(/:([a-z]+)/g, '{$1}')
      for (const method of methods.split(', ').filter((one) => one !== '' && one !== 'HEAD')) {
        if (path.startsWith('/api/')) routed.push(`${method} ${path}`)
      }
    }
    expect(routed.toSorted()).toEqual(
      operations()
        .map(([name]) => name)
        .toSorted(),
    )
  })

  it('gives every operation a name of its own, an answer and its problems', () => {
    const ids = operations().map(
      ([, operation]) => entriesOf(operation).find(([key]) => key === 'operationId')?.[1],
    )
    expect(new Set(ids).size).toBe(ids.length)
    const lacking = operations().filter(([, operation]) => {
      const responses = entriesOf(operation).find(([key]) => key === 'responses')?.[1]
      const statuses = entriesOf(responses).map(([status]) => Number(status))
      const hasAnswer = statuses.some((status) => status < 300)
      return !hasAnswer || ![404, 429, 500, 503].every((status) => statuses.includes(status))
    })
    expect(lacking).toEqual([])
  })

  it('declares every parameter a path has', () => {
    for (const [name, operation] of operations()) {
      const declared = entriesOf(entriesOf(operation).find(([key]) => key === 'parameters')?.[1]).flatMap(
        ([, parameter]) => {
          const fields = new Map(entriesOf(parameter))
          return fields.get('in') === 'path' ? [fields.get('name')] : []
        },
      )
      expect([name, declared]).toEqual([name, [...name.matchAll(/\{([a-z]+)\}/g)].map(([, one]) => one)])
    }
  })
})
