import type { ProceedingsCommand } from '@parley/domain/proceedings/events'

type Act = (command: ProceedingsCommand) => Promise<boolean>

/**
 * Acts so that a second press is not a second act: the same command on the same state of the record is done once. What
 * was not done may be asked for again.
 */
export const once = (act: Act, recorded: () => number): Act => {
  let last: { readonly key: string; readonly done: Promise<boolean> } | undefined
  return (command) => {
    const key = `${recorded()} ${JSON.stringify(command)}`
    if (last?.key === key) return last.done
    const done = act(command)
    last = { key, done }
    void done.then((isDone) => {
      if (!isDone && last?.key === key) last = undefined
    })
    return done
  }
}
