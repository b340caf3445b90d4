import { oneOf } from './nearest.ts'
import { PROBLEMS_LIMIT, type ScriptProblem } from './script-problem.ts'
import type { Source } from './source.ts'

type Path = readonly PropertyKey[]

/** Collects what a script says that cannot be, each at its place. */
export class Checker {
  readonly problems: ScriptProblem[] = []
  readonly #source: Source

  constructor(source: Source) {
    this.#source = source
  }

  tell(path: Path, expected: string): void {
    if (this.problems.length < PROBLEMS_LIMIT) {
      this.problems.push({ ...this.#source.placeOf(path), expected })
    }
  }

  /** The name must be one that something has. */
  known(what: string, name: string, names: ReadonlySet<string>, path: Path): void {
    if (!names.has(name)) this.tell(path, `no ${what} “${name}”: ${oneOf(name, names)}`)
  }

  /** No name may be given twice. */
  once(names: readonly string[], pathOf: (index: number) => Path, what: string): void {
    const seen = new Set<string>()
    for (const [index, name] of names.entries()) {
      if (seen.has(name)) this.tell(pathOf(index), `expected each ${what} once, found “${name}” again`)
      seen.add(name)
    }
  }

  /** Every language must be one of those. */
  languages(written: readonly string[], allowed: readonly string[], of: string, path: Path): void {
    for (const language of written) {
      if (!allowed.includes(language)) {
        this.tell(path, `“${language}” is no language of the ${of}: ${oneOf(language, allowed)}`)
      }
    }
  }
}
