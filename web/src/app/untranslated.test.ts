import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

/*
 * Words written into a screen instead of a catalogue. Every place where React shows or speaks a string is walked in the
 * syntax tree: text between tags, strings in braces there, and the attributes that are read aloud or shown.
 */

const ROOT = join(import.meta.dirname, '..')
const screens = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.tsx'))

type Node = { readonly type: string; readonly [field: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const nodesIn = (value: unknown): readonly Node[] => (Array.isArray(value) ? value : [value]).filter(isNode)

/** The strings an expression may come to, as far as they stand in it; what a call is given is not shown. */
const stringsOf = (node: Node): readonly string[] => {
  switch (node.type) {
    case 'JSXText':
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : []
    case 'TemplateLiteral':
      return [
        ...nodesIn(node['quasis']).map(({ value }) => String(Reflect.get(Object(value), 'cooked'))),
        ...nodesIn(node['expressions']).flatMap(stringsOf),
      ]
    case 'ConditionalExpression':
      return [...nodesIn(node['consequent']), ...nodesIn(node['alternate'])].flatMap(stringsOf)
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node['operator'] === '+' || node.type === 'LogicalExpression'
        ? [...nodesIn(node['left']), ...nodesIn(node['right'])].flatMap(stringsOf)
        : []
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return nodesIn(node['expression']).flatMap(stringsOf)
    default:
      return []
  }
}

/** Attributes of elements, and of our own parts, that end up before a reader. */
const SHOWN =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|heading|note|end|question|confirm|cancel|words|text|children|description|reason|summary|empty|name)$/

/** Elements whose attribute of that name is no word: a sign's name, a part of a form. */
const CODES = /^name of (Icon|input|meta|form|slot)$/

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return ''
  if (typeof node['name'] === 'string') return node['name']
  return isNode(node['name']) ? nameOf(node['name']) : ''
}

const shownIn = (node: Node): readonly string[] => {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    return nodesIn(node['children']).flatMap(stringsOf)
  }
  if (node.type !== 'JSXOpeningElement') return []
  const element = nameOf(node)
  return nodesIn(node['attributes'])
    .filter((attribute) => SHOWN.test(nameOf(attribute)) && !CODES.test(`${nameOf(attribute)} of ${element}`))
    .flatMap((attribute) => nodesIn(attribute['value']).flatMap(stringsOf))
}

/** Every string a source shows by itself that has letters in it. */
const wordsIn = (path: string, source: string): readonly string[] => {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    if (!isNode(value)) return
    found.push(...shownIn(value).filter((text) => /\p{L}/u.test(text)))
    for (const field of Object.values(value)) walk(field)
  }
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? ''}`)
  walk(program)
  return found
}

const within = (jsx: string): readonly string[] => wordsIn('screen.tsx', `const Screen = () => ${jsx}`)

describe('looking for words in a source', () => {
  it.each([
    ['text between tags', '<p>Hello</p>'],
    ['text beside other parts', '<p><b /> Hello {name}</p>'],
    ['a string in braces', '<p>{"Hello"}</p>'],
    ['either side of a choice', '<p>{late ? say("room.late") : "Hello"}</p>'],
    ['what a condition shows', '<p>{late && "Hello"}</p>'],
    ['a template', '<p>{`Hello ${name}`}</p>'],
    ['a sum', '<p>{"Hello " + name}</p>'],
    ['a fragment', '<>Hello</>'],
    ['a label', '<button aria-label="Hello" />'],
    ['a title by a choice', '<a title={late ? "Hello" : undefined} />'],
    ['an alternative text', '<img alt="Hello" />'],
    ['a placeholder', '<input placeholder={`Hello`} />'],
    ['a part of our own', '<Panel heading="Hello" />'],
    ['a letter of any script', '<p>你</p>'],
  ])('finds %s', (_, jsx) => {
    expect(within(jsx)).toHaveLength(1)
  })

  it.each([
    ['keys of the catalogues', '<p>{say("room.late")}</p>'],
    ['signs without letters', '<p> · {count}′ / –</p>'],
    ['classes and signs', '<Icon name="lock" className="small" />'],
    ['what is compared', '<p>{kind === "statement" && say("a")}</p>'],
    ['white space', '<p>{" "}</p>'],
  ])('passes over %s', (_, jsx) => {
    expect(within(jsx)).toEqual([])
  })
})

describe('the screens', () => {
  it('hold no words of their own but the name of the house', () => {
    const found = screens.flatMap((path) =>
      wordsIn(path, readFileSync(join(ROOT, path), 'utf8')).map((text) => `${path}: ${text.trim()}`),
    )
    expect(found).toEqual(['app/brand.tsx: Parley'])
    expect(screens.length).toBeGreaterThan(50)
  })
})
