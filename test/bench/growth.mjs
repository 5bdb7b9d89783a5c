// How the time of a command grows with what it reads: a record, a folder or a table of so many parts.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exponentOf } from './measure.mjs'
import { plandueIn, TODAY } from './processes.mjs'

const ROUNDS = 2
const DEPTH = 40

/**
 * Each curve: for a size, the files and the command that reads them; and the sizes. A record stays short
 * enough for the quick parser, since the step to the other one would look like growth.
 */
const CURVES = {
  'records, listed as plain text': {
    sizes: [500, 1000, 2000, 4000],
    files: (size) => folderOf(size, (number) => recordText({ authority: `Council ${number}` })),
    args: ['check', '--all', '-q', '--format', 'plain'],
  },
  'actions of a record': {
    sizes: [250, 500, 1000, 2000],
    files: (size) =>
      oneRecord({ actions: times(size, (n) => `{ id: A${n}, title: T, due: 2024-05-01 }`) }),
    args: ['check', '--all', '-q'],
  },
  'areas of a record': {
    sizes: [250, 500, 1000, 2000],
    files: (size) =>
      oneRecord({ areasForPriorityAction: times(size, (n) => `{ id: P${n}, text: Timeliness }`) }),
    args: ['check', '-q'],
  },
  'records, each with `follows`': {
    sizes: [500, 1000, 2000, 4000],
    files: (size) =>
      folderOf(size, (number) => recordText(number > 0 ? { follows: `r${number - 1}` } : {})),
    args: ['check', '-q'],
  },
  // The system itself walks down from the top for each file, so the depth stays the same.
  'folders in folders': {
    sizes: [500, 1000, 2000, 4000],
    files: (size) => Object.fromEntries(times(Math.ceil(size / DEPTH), chainOfFolders)),
    args: ['check', '-q'],
  },
  'lines of a ledger': {
    sizes: [10_000, 20_000, 40_000, 80_000],
    files: (size) => ({ 'ledger.ndjson': `${times(size, ledgerLine).join('\n')}\n` }),
    args: ['remind', 'log', '--ledger', 'ledger.ndjson'],
  },
  'rows of an import': {
    sizes: [500, 1000, 2000, 4000],
    files: (size) => ({
      'plans/r.yaml': recordText({}),
      'rows.csv': `${[HEADING, ...times(size, row)].join('\n')}\n`,
    }),
    args: ['import', 'rows.csv', '--mapping', 'ilacs-history', '--dry-run'],
  },
}

/**
 * Of each curve, the sizes, the least milliseconds on the processor at each, and their exponent: 1
 * where twice as much takes twice as long. What a run of size 1 takes is left out of it.
 */
export function* growthCurves(folder) {
  for (const [name, { sizes, files, args }] of Object.entries(CURVES)) {
    const [base, ...cpus] = [1, ...sizes].map((size) => {
      const cwd = join(folder, 'growth', name, `${size}`)
      write(files(size), cwd)
      const command =
        args[0] === 'check' || args[0] === 'import' ? [...args, '--today', TODAY] : args
      return Math.min(...times(ROUNDS, () => plandueIn(cwd, ...command).cpu))
    })
    const own = cpus.map((cpu) => Math.max(1, cpu - base))
    yield { name, sizes, cpus, exponent: exponentOf(sizes, own) }
  }
}

function write(files, folder) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function times(count, make) {
  return Array.from({ length: count }, (_, index) => make(index))
}

function folderOf(size, textOf) {
  return Object.fromEntries(times(size, (number) => [`plans/r${number}.yaml`, textOf(number)]))
}

function chainOfFolders(number) {
  return [`plans/${number}/${'d/'.repeat(DEPTH - 1)}r.yaml`, recordText({})]
}

function oneRecord(lists) {
  return { 'plans/r.yaml': recordText(lists) }
}

/** A record, with more keys: each a text or a list. */
function recordText(more) {
  const keys = {
    authority: 'Council',
    framework: 'ilacs-standard',
    received: '2024-01-12',
    ...more,
  }
  const lines = Object.entries(keys).map(([key, value]) =>
    Array.isArray(value)
      ? [`${key}:`, ...value.map((one) => `  - ${one}`)].join('\n')
      : `${key}: ${value}`,
  )
  return `${lines.join('\n')}\n`
}

function ledgerLine(number) {
  const key = `k${number >> 1}`
  const at = '2024-04-09T07:00:00Z'
  if (number % 2 === 1) return JSON.stringify({ kind: 'result', at, key, outcome: 'sent' })
  const items = [{ item: `r${number}#final`, due: '2024-04-23', rung: 10 }]
  const to = `owner${number % 50}@example.org`
  return JSON.stringify({
    kind: 'intent',
    at,
    asAt: '2024-04-09',
    key,
    to,
    channel: 'email',
    items,
  })
}

const HEADING =
  'local_authority,inspection_link,inspection_framework,publication_date,inspection_start_date,inspection_end_date'

function row(number) {
  return `Council ${number},https://reports.example/${number},standard,12/03/2019,04/02/2019,15/02/2019`
}
