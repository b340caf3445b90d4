import process from 'node:process'

// A server that `parley` started ends with it, even when `parley` is killed and can say nothing any more.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
