import { mergeConfig } from 'vitest/config'
import usual from '../vitest.config.ts'

// Only the tests of one room are run against its mutants: see mutants.mjs.
const include = JSON.parse(process.env['MUTANT_TESTS'] ?? '[]')

export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  { test: { include } },
)
