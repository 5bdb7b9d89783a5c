import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { hunt } from './hunt.ts'
import type { Case } from './kind.ts'
import { kinds } from './kinds.ts'

/** `npm run fuzz` sets them; without, this is a short run, the same each time. */
const { FUZZ_SEED = '1', FUZZ_MINUTES, FUZZ_ONLY, FUZZ_FOLDER, FUZZ_AGAIN } = process.env
const again: { kind: string; input: Case } | undefined =
  FUZZ_AGAIN && JSON.parse(readFileSync(FUZZ_AGAIN, 'utf8'))

const folder = FUZZ_FOLDER ?? mkdtempSync(join(tmpdir(), 'plandue-fuzz-'))
mkdirSync(folder, { recursive: true })
afterAll(() => {
  if (FUZZ_FOLDER === undefined) rmSync(folder, { recursive: true })
})

const wanted = Object.entries(kinds).filter(([name]) => (again?.kind ?? FUZZ_ONLY ?? name) === name)
if (wanted.length === 0) {
  throw new Error(`there is no kind \`${FUZZ_ONLY}\`: ${Object.keys(kinds).join(', ')}`)
}
const milliseconds = (Number(FUZZ_MINUTES ?? 10) * 60_000) / wanted.length
const isShort = FUZZ_MINUTES === undefined
/** How many cases of what takes longer than the others. */
const SHORTER: Readonly<Record<string, number>> = {
  records: 100,
  edits: 100,
  csv: 50,
  actions: 50,
  processes: 5,
}

it.each(wanted)('no fault in %s', { timeout: milliseconds + 600_000 }, async (name, kind) => {
  const onCase = (input: Case, number: number) =>
    write('running.json', { kind: name, seed: Number(FUZZ_SEED), number, input })
  const { tried, found } = await hunt(again ? { ...kind, cases: fc.constant(again.input) } : kind, {
    seed: Number(FUZZ_SEED),
    cases: again ? 1 : isShort ? (SHORTER[name] ?? 200) : Number.POSITIVE_INFINITY,
    until: Date.now() + milliseconds,
    onCase: isShort ? () => undefined : onCase,
  })
  for (const [index, fault] of found.entries()) {
    write(`${name}-${index + 1}.json`, { kind: name, ...fault })
  }
  write(`${name}.json`, { tried, found: found.length })
  expect(tried).toBeGreaterThan(0)
  expect(found.map(({ rule, detail, number }) => ({ rule, detail, number }))).toEqual([])
})

const write = (name: string, value: unknown) =>
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
