import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { type Case, faultIf, type Kind } from '../kind.ts'
import { outputFaults } from '../output-faults.ts'
import { lines, WORLD } from './command-lines.ts'
import { records } from './records.ts'
import { tables } from './tables.ts'

const program = fileURLToPath(new URL('../../../bin/plandue.js', import.meta.url))

/** In MB and in seconds: a run of these needs a quarter of the one, and less than one of the other. */
const MEMORY = 256
const PATIENCE = 60

/** The built program as users start it, in a folder of its own; nothing that would go to a network. */
export const processes: Kind = {
  cases: fc
    .oneof(
      records.cases,
      tables.cases,
      lines.map((args): Case => ({ files: WORLD, args })),
    )
    .filter(({ args }) => !args.includes('update') && !args.some((arg) => arg.includes('\0'))),
  faultsOf: (one) => {
    const folder = mkdtempSync(join(tmpdir(), 'plandue-fuzz-'))
    // A path that leads out by one folder or two stays within what is deleted.
    const cwd = join(folder, 'a/b')
    try {
      for (const [path, text] of Object.entries(one.files)) {
        mkdirSync(dirname(join(cwd, path)), { recursive: true })
        writeFileSync(join(cwd, path), text)
      }
      return faultsIn(one, cwd)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

function faultsIn(one: Case, cwd: string) {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MEMORY}`, program, ...one.args],
    {
      cwd,
      encoding: 'utf8',
      timeout: PATIENCE * 1000,
      input: '',
      maxBuffer: 1e9,
      env: { PATH: process.env['PATH'], NO_COLOR: '1', COLUMNS: '80' },
    },
  )
  return [
    ...faultIf(signal !== null, 'ended by a signal', () => `${signal}`),
    ...outputFaults(one, { exitCode: status ?? -1, out: stdout, err: stderr }),
  ]
}
