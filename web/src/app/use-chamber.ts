import { useEffect, useState } from 'react'
import type { ChamberLine } from './chamber-line.ts'
import { useRoom } from './room-context.tsx'

/** The chamber of one's own delegation, entered while it is on screen; nothing for a moment at first. */
export const useChamber = (delegation: string): ChamberLine | undefined => {
  const { sitting } = useRoom()
  const [line, setLine] = useState<ChamberLine>()
  useEffect(() => {
    const entered = sitting.enterChamber(delegation)
    setLine(entered)
    return () => {
      setLine(undefined)
      entered.close()
    }
  }, [sitting, delegation])
  return line
}
