import fc from 'fast-check'
import { stringify } from 'yaml'
import { recordSchema } from '../../../src/records/record.ts'
import { formats } from '../../../src/reports/index.ts'
import { bySchema } from '../by-schema.ts'
import { changed, changedText, changeValue } from '../changes.ts'
import type { Kind } from '../kind.ts'
import { runCase } from '../run.ts'
import { CASES, RECORD_VALUES, RECORDS, SOME_PLANS } from '../sources.ts'

/** Also what YAML would refuse to write otherwise. */
const yamlOf = (value: unknown) => stringify(value, { aliasDuplicateObjects: false }) ?? ''

/** Records changed on bytes and on structure, and such as the schema describes. */
export const recordTexts = fc.oneof(
  changedText([...RECORDS, ...CASES]),
  changed(RECORD_VALUES, changeValue).map(yamlOf),
  bySchema(recordSchema).map(yamlOf),
)

/** What is no text needs a file. */
const FORMATS = Object.keys(formats).map((name) => (name === 'xlsx' ? 'xlsx=out.xlsx' : name))

const COMMANDS: readonly (readonly string[])[] = [
  ...FORMATS.map((format) => ['check', '-f', format]),
  ...FORMATS.map((format) => ['check', '--all', '-v', '-f', format]),
  ...['explain r', 'say r', 'explain', 'timeline', 'forecast', 'stats', 'export'].flatMap((words) =>
    ['json', 'plain', 'table'].map((format) => [...words.split(' '), '-f', format]),
  ),
  ...[
    'export',
    'export --actions',
    'export --actions -o out.xlsx',
    'doctor',
    'fmt --check',
    'fmt --dry-run',
    'complete items r#',
  ].map((words) => words.split(' ')),
]

export const records: Kind = {
  cases: fc.record({
    files: fc.record({
      'plans/r.yaml': recordTexts,
      'plans/shropshire-2023.yaml': fc.constant(SOME_PLANS['plans/shropshire-2023.yaml'] ?? ''),
    }),
    args: fc
      .tuple(
        fc.constantFrom(...COMMANDS),
        fc.constantFrom('2024-02-05', '2024-05-08', '1999-12-31'),
      )
      .map(([command, today]) =>
        command[0] === 'complete' ? command : [...command, '--today', today],
      ),
  }),
  faultsOf: async (one) => {
    const { faults, files } = await runCase(one)
    const isSame = JSON.stringify(files) === JSON.stringify(one.files)
    return isSame ? faults : [...faults, { rule: 'a file was changed', detail: '' }]
  },
}
