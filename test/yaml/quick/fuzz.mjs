// Holds the quick parser against the library on many mutants: `node test/yaml/quick/fuzz.mjs [mutants] [seed]`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [MUTANTS = '100000', SEED = '2'] = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', 'test/yaml/quick'],
  {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, MUTANTS, SEED },
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
