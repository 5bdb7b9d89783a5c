// One run of `plandue remind` that kills its own process at a step: before or after anything that
// leaves a trace outside, and in the midst of a write. Arguments: the step, the file that takes the
// digests, and those of plandue.
import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { nodeHost, run } = require('../../dist/plandue.cjs')
const { load } = require('../../bin/load.js')

const [lastStep, outbox, ...argv] = process.argv.slice(2)
let steps = 0

function step() {
  if (++steps > Number(lastStep)) process.kill(process.pid, 'SIGKILL')
}

function between(work) {
  step()
  const result = work()
  step()
  return result
}

const host = nodeHost()
const mortal = {
  ...host,
  handOver: async (text) => between(() => appendFileSync(outbox, text)) ?? {},
  appendToDisk: (path, text) => {
    step()
    const half = Math.floor(text.length / 2)
    const first = host.appendToDisk(path, text.slice(0, half))
    step()
    return first.problem ? first : between(() => host.appendToDisk(path, text.slice(half)))
  },
  lock: async (path, seconds) => {
    step()
    const held = await host.lock(path, seconds)
    step()
    return held.release ? { release: () => between(held.release) } : held
  },
}

process.exitCode = await run(argv, mortal, () => load('program'))
