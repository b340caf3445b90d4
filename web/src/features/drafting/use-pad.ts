import { useEffect, useState } from 'react'
import { useCell } from '../../app/cell.ts'
import type { ChamberLine } from '../../app/chamber-line.ts'
import { createPadReplica, type PadReplica, type PadStanding } from './pad-replica.ts'
import { wordingsOfPad } from './wording-of-pad.ts'
import type { Wordings } from './draft-lines.ts'

const later = (afterMs: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, afterMs)
  return () => clearTimeout(timer)
}

/** One's own copy of a pad while it is on screen. */
export const usePad = (line: ChamberLine, pad: string): PadReplica | undefined => {
  const [replica, setReplica] = useState<PadReplica>()
  useEffect(() => {
    const opened = createPadReplica((writer) => line.openPad(pad, writer), later)
    setReplica(opened)
    return () => {
      setReplica(undefined)
      opened.leave()
    }
  }, [line, pad])
  return replica
}

/** Whether the pad has been read at all: before that there is nothing to write in. */
export const useStanding = (
  replica: PadReplica,
): { readonly standing: PadStanding; readonly wasRead: boolean } => {
  const standing = useCell(replica.standing)
  const [wasRead, setWasRead] = useState(standing === 'together')
  useEffect(() => {
    if (standing === 'together') setWasRead(true)
  }, [standing])
  return { standing, wasRead: wasRead || standing === 'together' }
}

/** The plain wording of a draft's pad, as it changes. */
export const useWordings = (replica: PadReplica, languages: readonly string[]): Wordings => {
  const [wordings, setWordings] = useState<Wordings>({})
  const list = languages.join(' ')
  useEffect(() => {
    const read = (): void => setWordings(wordingsOfPad(replica.doc, list.split(' ')))
    read()
    replica.doc.on('update', read)
    return () => replica.doc.off('update', read)
  }, [replica, list])
  return wordings
}
