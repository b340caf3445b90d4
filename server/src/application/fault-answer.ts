import { problem, type Problem } from '@parley/protocol/problem'
import type { Fault } from '../ports/fault.ts'

const RETRY_AFTER_SECONDS = 5

/** What whoever asked is told of a fault: nothing was acknowledged, and the same act may be sent again. */
export const problemOfFault = (fault: Fault): Problem =>
  problem(codeOf(fault), { retryAfterSeconds: RETRY_AFTER_SECONDS })

const codeOf = ({ code }: Fault): 'closing' | 'media-down' | 'disk-fault' => {
  switch (code) {
    case 'store-closed':
      return 'closing'
    case 'media-unreachable':
      return 'media-down'
    case 'disk-full':
    case 'disk-failed':
    case 'store-stopped':
    case 'store-busy':
    case 'data-folder-in-use':
    case 'data-folder-unusable':
    case 'database-newer':
    case 'database-damaged':
    case 'follower-failed':
      return 'disk-fault'
  }
}

/** A line for whoever runs the server. Only the first fault of a store that has stopped is worth its whole story. */
export const faultLine = (fault: Fault): readonly [details: object, line: string] => {
  switch (fault.code) {
    case 'disk-full':
    case 'disk-failed':
      return [{ err: fault, code: fault.code }, STOPPED]
    case 'store-stopped':
      return [{ code: fault.code }, STOPPED]
    case 'store-busy':
    case 'store-closed':
    case 'data-folder-in-use':
    case 'data-folder-unusable':
    case 'database-newer':
    case 'database-damaged':
    case 'follower-failed':
    case 'media-unreachable':
      return [{ err: fault, code: fault.code }, 'fault']
  }
}

const STOPPED =
  'A write to the disk failed and no act is taken any more: make room on the disk, then restart Parley. ' +
  'What was acknowledged is kept, and reading goes on.'
