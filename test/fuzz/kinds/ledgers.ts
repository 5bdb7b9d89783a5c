import fc from 'fast-check'
import { changed, changedText, changeValue } from '../changes.ts'
import { type Case, type Fault, faultIf, type Kind } from '../kind.ts'
import { runCase } from '../run.ts'
import { OPEN } from '../sources.ts'

const LEDGER = 'reminders.ndjson'
const WORLD = {
  'plandue.yaml': `reminders: { ledger: ${LEDGER}, recipients: [{ to: Ada, owner: Ada }, { to: Ben }] }\n`,
  'plans/leeds.yaml': OPEN,
}

/** A ledger as some days of reminders leave it. */
async function usualLedger(): Promise<string> {
  let files: Case['files'] = WORLD
  for (const day of ['2024-01-26', '2024-01-31', '2024-02-02', '2024-02-05']) {
    files = (await runCase({ files, args: ['remind', '--today', day] })).files
  }
  const ack = ['remind', 'ack', 'leeds#A2', '--by', 'Ben', '--today', '2024-02-05']
  return (await runCase({ files, args: ack })).files[LEDGER] ?? ''
}

const usual = await usualLedger()
const entries: readonly unknown[] = usual
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
const lineOf = (entry: unknown) => `${JSON.stringify(entry)}\n`

const ledgers = fc.oneof(
  changedText([usual]),
  changed([entries], (value, roll) => [changeValue(value, roll)].flat()).map((all) =>
    all.map(lineOf).join(''),
  ),
)

const WRITING = ['remind', 'remind ack leeds#A1 --by Ada', 'remind ack leeds#final --by Ben']
const READING = [
  ...['remind --dry-run', 'remind --explain -f json', 'remind --explain --until 2024-03-01'],
  ...['remind log', 'remind log -f json', 'remind log --since 2024-02-01 --to A', 'doctor'],
]
const PRUNING = ['remind prune', 'remind prune --before 2024-02-02 -f json']

/** Ledgers that a crash, a merge or a hand has damaged: nothing in them is lost or told twice. */
export const damagedLedgers: Kind = {
  cases: fc.record({
    files: ledgers.map((ledger) => ({ ...WORLD, [LEDGER]: ledger })),
    args: fc
      .tuple(
        fc.constantFrom(...WRITING, ...READING, ...PRUNING),
        fc.constantFrom('2024-02-05', '2024-02-06', '2024-04-29'),
      )
      .map(([words, today]) => [...words.split(' '), '--today', today]),
  }),
  faultsOf: async (one) => {
    const run = await runCase(one)
    const [before = '', after = ''] = [one, run].map(({ files }) => files[LEDGER])
    const kind = WRITING.some((words) => words === one.args.slice(0, -2).join(' '))
    const isKept = kind ? after.startsWith(before) : after === before || one.args.includes('prune')
    return [
      ...run.faults,
      ...faultIf(!isKept, 'the ledger is not kept', () => after),
      ...(one.args[1] === '--today' && one.args[0] === 'remind'
        ? await repeats(one.args, run.files)
        : []),
    ]
  },
}

/** What a second run on the same day sends. */
async function repeats(args: Case['args'], files: Case['files']): Promise<readonly Fault[]> {
  const { out, faults } = await runCase({ args, files })
  return [...faults, ...faultIf(out !== '', 'reminded twice', () => out)]
}
