// Runs before `npm start`: builds the rooms when their sources are newer than what was built. Plain JavaScript, as it runs early.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const BUILT = 'web/dist/index.html'
const SOURCES = ['web', 'domain/src', 'messages/src', 'client/src', 'protocol/src', 'record/src']

const newest = (folder) =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
      .map((entry) =>
        (entry.isDirectory() ? newest : (path) => statSync(path).mtimeMs)(join(folder, entry.name)),
      ),
  )

if (!existsSync(BUILT) || Math.max(...SOURCES.map(newest)) > statSync(BUILT).mtimeMs) {
  try {
    execFileSync('vite', ['build', 'web', '--logLevel', 'error'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
  } catch {
    // The record and the portal do not need the rooms.
    process.stderr.write('The rooms could not be built; everything else starts without them.\n')
  }
}
