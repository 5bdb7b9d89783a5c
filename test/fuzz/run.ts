import type { Net } from '../../src/host/net.ts'
import { run } from '../../src/main.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import type { Case, Fault } from './kind.ts'
import { outputFaults } from './output-faults.ts'

/** What came of a run: its texts, and all files as they are then. */
export type Outcome = {
  readonly exitCode: number
  readonly out: string
  readonly err: string
  readonly files: Readonly<Record<string, string>>
}

/** A network in which nobody answers. */
const away = { failure: 'nobody answers', mayHaveArrived: false, isLasting: true, isAway: true }
const NET: Net = {
  post: async () => away,
  mailer: () => ({ send: async () => away, close: () => undefined }),
  notifyRequest: async ({ url }) => ({ url, headers: {}, body: '' }),
  runProgram: async () => away,
}

/** Long enough for any of these inputs on a busy machine; in milliseconds of this process. */
const PATIENCE = 10_000

export async function runCase(one: Case): Promise<Outcome & { readonly faults: readonly Fault[] }> {
  const { host, seen, content } = memoryHost({ files: one.files, input: one.files['input'] ?? '' })
  const start = process.cpuUsage()
  const exitCode = await run(one.args, { ...host, net: async () => NET })
  const { user } = process.cpuUsage(start)
  const files = Object.fromEntries(
    [...content].flatMap(([path, text]) => (typeof text === 'string' ? [[path, text]] : [])),
  )
  const outcome = { exitCode, out: seen.out, err: seen.err, files }
  const time = `${Math.round(user / 1000)} ms`
  const slow = user > PATIENCE * 1000 ? [{ rule: 'slow', detail: time }] : []
  return { ...outcome, faults: [...slow, ...outputFaults(one, outcome)] }
}

/** The faults of runs one after the other, each in the files that the one before it has left. */
export async function runsInTurn(one: Case, ...more: readonly (readonly string[])[]) {
  const runs = [await runCase(one)]
  for (const args of more) {
    runs.push(await runCase({ args, files: { ...runs.at(-1)?.files } }))
  }
  return { runs, faults: runs.flatMap(({ faults }) => faults) }
}
