import type { Arrivals } from '@parley/client/parley-client'
import { useCallback, useEffect, useState } from 'react'
import { ownClient } from './own-client.ts'

const ASKS_EVERY_MS = 5000

type Arrival = Arrivals['arrivals'][number]

/**
 * How far everybody has come whom this seat may invite, asked again every few seconds while the page is looked at. Without
 * `arrivals` nothing is known yet.
 */
export const useArrivals = ({
  dialogue,
  meeting,
}: {
  readonly dialogue: string
  readonly meeting: string
}): { readonly arrivals: ReadonlyMap<string, Arrival> | undefined; readonly ask: () => Promise<void> } => {
  const [arrivals, setArrivals] = useState<ReadonlyMap<string, Arrival>>()
  const ask = useCallback(async (): Promise<void> => {
    const answer = await ownClient().arrivals({ dialogue, meeting })
    if (answer.ok) setArrivals(new Map(answer.value.arrivals.map((one) => [one.seat, one])))
  }, [dialogue, meeting])
  useEffect(() => {
    void ask()
    const timer = setInterval(() => {
      if (!document.hidden) void ask()
    }, ASKS_EVERY_MS)
    return () => clearInterval(timer)
  }, [ask])
  return { arrivals, ask }
}
