import fc, { type Arbitrary } from 'fast-check'
import { programShape } from '../../../src/commands/completion/command-shape.ts'
import { eachCommand, type Reached } from '../../../src/commands/completion/each.ts'
import type { OptionShape, Wanted } from '../../../src/commands/completion/shape.ts'
import { commands } from '../../../src/commands/index.ts'
import { ODD_VALUES } from '../changes.ts'
import type { Kind } from '../kind.ts'
import { runCase } from '../run.ts'
import { INSPECTIONS, MAPPING, OPEN, SOME_PLANS } from '../sources.ts'

export const WORLD: Readonly<Record<string, string>> = {
  ...SOME_PLANS,
  'plans/leeds.yaml': OPEN,
  'plandue.yaml': 'reminders: { ledger: reminders.ndjson }\n',
  'visits.csv': INSPECTIONS,
  'map.yaml': MAPPING,
}

const ODD = ODD_VALUES.filter((value) => typeof value === 'string')
/** Days, numbers and texts as options want them; which wants what is for the program to say. */
const TEXTS = [
  ...['2024-02-05', 'today', 'yesterday', '+5', '2024-01', '2023-11-01..2023-11-03', '2024', '5'],
  ...['Ofsted', 'overdue', 'board', 'draft', 'final', 'Leeds City Council', 'https://example.org'],
]
const FILES = [
  'plans',
  ...Object.keys(WORLD),
  'none.yaml',
  'new/file.txt',
  '-',
  'plans/*.yaml',
  '.',
]
const ITEMS = [
  'leeds#A1',
  'leeds#final',
  'leeds',
  'A1',
  'plans/leeds.yaml',
  'shropshire-2023#draft',
]

function valuesFor(wanted: Wanted): Arbitrary<string> {
  const plausible = fc.constantFrom(...(choicesFor(wanted) as [string, ...string[]]))
  return fc.oneof({ arbitrary: plausible, weight: 9 }, fc.constantFrom(...ODD))
}

function choicesFor(wanted: Wanted): readonly string[] {
  if (wanted.kind === 'word') return wanted.words.length > 0 ? wanted.words : TEXTS
  if (wanted.kind === 'item') return ITEMS
  if (wanted.kind === 'framework') return ['ilacs-standard', 'jtai', 'sif']
  return wanted.kind === 'text' ? TEXTS : FILES
}

function optionWords({ flags, value, wanted }: OptionShape): Arbitrary<readonly string[]> {
  const flag = fc.constantFrom(...(flags as [string, ...string[]]))
  if (value === '') return flag.map((name) => [name])
  return fc
    .tuple(flag, valuesFor(wanted), fc.boolean())
    .map(([name, text, isJoined]) =>
      isJoined && name.startsWith('--') ? [`${name}=${text}`] : [name, text],
    )
}

/** Each argument, seldom one too many or too few, and some of the options, in any order. */
function linesOf({ path, command }: Reached): Arbitrary<readonly string[]> {
  const required = command.arguments.map(({ wanted }) =>
    fc.option(valuesFor(wanted), { freq: 12, nil: undefined }),
  )
  const options = command.options.filter(({ flags }) => !flags.includes('--help'))
  const some =
    options.length === 0
      ? fc.constant([])
      : fc.array(fc.oneof(...options.map(optionWords)), { maxLength: 6 })
  const extra = fc.oneof(
    { arbitrary: fc.constant([]), weight: 12 },
    fc.constantFrom(...ODD, '--help', '--', '--nothing', '-x').map((word) => [word]),
  )
  return fc
    .tuple(fc.tuple(...required), some, extra, fc.boolean())
    .map(([given, chosen, more, isFirst]) => {
      const words = given.filter((word) => word !== undefined)
      const rest = [...chosen.flat(), ...more]
      return [...path, ...(isFirst ? [...words, ...rest] : [...rest, ...words])]
    })
}

const shape = await programShape(commands)
export const lines = fc.oneof(
  ...eachCommand(shape).map(linesOf),
  linesOf({ path: ['complete'], command: { ...shape, options: [], arguments: [] } }),
)

/** Any command with arguments and options that it knows, among a few files. */
export const commandLines: Kind = {
  cases: lines.map((args) => ({ files: WORLD, args })),
  faultsOf: async (one) => (await runCase(one)).faults,
}
