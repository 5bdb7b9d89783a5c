// One run of `plandue remind` that kills its own process at a step: before or after anything that
// leaves a trace outside, and in the midst of a write. Arguments: the step, the file that takes the
// digests, the file that takes the name of the step at which it died, and those of plandue.
import { appendFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { nodeHost, run } = require('../../../../dist/plandue.cjs')
const { load } = require('../../../../bin/load.js')

const [lastStep, outbox, death, ...argv] = process.argv.slice(2)
let steps = 0

function step(name) {
  if (++steps <= Number(lastStep)) return
  writeFileSync(death, name)
  process.kill(process.pid, 'SIGKILL')
}

function between(name, work) {
  step(`before ${name}`)
  const result = work()
  step(`after ${name}`)
  return result
}

/** Of the two entries for each digest, the one that a text is. */
function entryOf(text) {
  const { kind } = JSON.parse(text.trim().split('\n').at(-1))
  return `the ${kind}`
}

const host = nodeHost()
const mortal = {
  ...host,
  handOver: async (text) => {
    between('sending', () => appendFileSync(outbox, text))
    return {}
  },
  appendToDisk: (path, text) => {
    const name = entryOf(text)
    step(`before ${name}`)
    const half = Math.floor(text.length / 2)
    const first = host.appendToDisk(path, text.slice(0, half))
    step(`in ${name}`)
    const second = first.problem ? first : host.appendToDisk(path, text.slice(half))
    step(`after ${name}`)
    return second
  },
  lock: async (path, seconds) => {
    step('before the lock')
    const held = await host.lock(path, seconds)
    step('after the lock')
    return held.release ? { release: () => between('letting go', held.release) } : held
  },
}

process.exitCode = await run(argv, mortal, () => load('program'))
