import type { Host } from '../../../src/host/host.ts'

/** How many steps of a run have been taken, and after how many it dies. */
export type Life = { steps: number; readonly lastStep: number }

class Death extends Error {}

/**
 * A host whose process dies at a step: before or after anything that leaves a trace outside, and in
 * the midst of writing to a file. A dead process does nothing more, whatever it catches.
 */
export function mortalHost(host: Host, life: Life): Host {
  const isAlive = () => life.steps <= life.lastStep
  const step = () => {
    life.steps++
    if (!isAlive()) throw new Death('killed')
  }
  const between = <T>(work: () => T): T => {
    step()
    const result = work()
    step()
    return result
  }
  return {
    ...host,
    handOver: (text) => between(() => host.handOver(text)),
    err: (text) => {
      if (isAlive()) host.err(text)
    },
    appendToDisk: (path, text) => {
      step()
      const half = Math.floor(text.length / 2)
      host.appendToDisk(path, text.slice(0, half))
      step()
      return between(() => host.appendToDisk(path, text.slice(half)))
    },
    write: (path, text) => between(() => host.write(path, text)),
    lock: async (path, seconds) => {
      const held = await between(() => host.lock(path, seconds))
      return 'release' in held ? { release: () => between(held.release) } : held
    },
  }
}
