import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Token } from '@parley/protocol/sessions'
import { syncFolder } from './adapters/file/sync-folder.ts'
import { Fault } from './ports/fault.ts'
import type { Tokens } from './ports/tokens.ts'

/** The file in the data folder that makes whoever can read it the operator. */
export const OPERATOR_TOKEN_FILE = 'operator.token'

/**
 * The operator's token, made at the first start for the owner of the data folder alone. Only the process that holds the
 * folder may ask. Throws `data-folder-unusable` for a file that holds no token.
 */
export const operatorToken = (folder: string, tokens: Tokens): string => {
  const path = join(folder, OPERATOR_TOKEN_FILE)
  try {
    if (!existsSync(path)) write(folder, path, tokens.fresh())
    return Token.parse(readFileSync(path, 'utf8').trim())
  } catch (cause) {
    throw new Fault('data-folder-unusable', { retryable: true, cause })
  }
}

const write = (folder: string, path: string, token: string): void => {
  const draft = `${path}.draft`
  const descriptor = openSync(draft, 'w', 0o600)
  try {
    writeSync(descriptor, `${token}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, path)
  syncFolder(folder)
}
