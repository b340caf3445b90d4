import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
)
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const styles = files.filter((path) => path.endsWith('.css'))
const screens = files.filter((path) => path.endsWith('.tsx'))

/** Lines of the given files where something stands that must not, as `file: line`. */
const linesWith = (paths: readonly string[], wrong: RegExp): readonly string[] =>
  paths.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => wrong.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )

describe('the styles', () => {
  it('know start and end, never left and right, so that they need no second sheet for right-to-left', () => {
    const physical =
      /^\s*(left|right|top|bottom|width|height|min-width|max-width|min-height|max-height|(margin|padding|border)-(left|right|top|bottom)|text-align: (left|right))\b/
    expect(linesWith(styles, physical)).toEqual([])
    expect(styles.length).toBeGreaterThan(20)
  })

  it('hold no raw colour outside the tokens', () => {
    const raw = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i
    expect(
      linesWith(
        styles.filter((path) => path !== 'ui/tokens.css'),
        raw,
      ),
    ).toEqual([])
  })

  it('move nothing by themselves', () => {
    expect(linesWith(styles, /animation|@keyframes/)).toEqual([])
  })
})

describe('the screens', () => {
  it('write no markup from text', () => {
    expect(linesWith(screens, /dangerouslySetInnerHTML|innerHTML/)).toEqual([])
  })
})

describe('the parts of the rooms', () => {
  const features = files.filter((path) => /^features\/.*\.tsx?$/.test(path))

  it('do not import each other; they meet in app', () => {
    const imports = features.flatMap((path) => {
      const own = path.split('/')[1]
      return [...read(path).matchAll(/from '\.\.\/([a-z]+)\//g)]
        .map(([, other]) => other)
        .filter((other) => other !== own)
        .map((other) => `${path} imports ${other}`)
    })
    expect(imports).toEqual([])
    expect(features.length).toBeGreaterThan(25)
  })

  it('rest on nothing of the server or the command line', () => {
    expect(
      linesWith(
        files.filter((path) => /\.tsx?$/.test(path)),
        /from '@parley\/(server|cli|protocol)\//,
      ),
    ).toEqual([])
  })
})
