import { parse as rowsOf } from 'csv-parse/sync'
import { stringify as csvOf } from 'csv-stringify/sync'
import fc from 'fast-check'
import { changed } from '../changes.ts'
import { faultIf, type Kind } from '../kind.ts'
import { runsInTurn } from '../run.ts'
import { OPEN, SOME_PLANS } from '../sources.ts'
import { changeRows, unsound } from './tables.ts'

const SHEET = `item,action,owner,area,due,status,done,percent,note,evidence,expected,blocked by,moved by,reason for move
leeds-2024#A1,Train,Ada,P1,02/02/2024,overdue,01/02/2024,40%,All trained,https://example.org/a,,,,
A2,Hire,Ben,,28/02/2024,at risk,,0.5,,,12/02/2024,No money,Board,No money
leeds-2024,A new one,Cleo,P1,2024-06-30,,,10%,Begun,,,,,
`

const ARGS = ['import', 'sheet.csv', '--today', '2024-02-05']

/** `import` of sheets of actions: the records stay sound, and a second run has nothing to add. */
export const actionSheets: Kind = {
  cases: fc.record({
    files: fc.record({
      'sheet.csv': changed<readonly (readonly string[])[]>([rowsOf(SHEET)], changeRows).map(
        (rows) => csvOf([...rows]),
      ),
      'plans/leeds-2024.yaml': fc.constant(OPEN),
      ...Object.fromEntries(
        Object.entries(SOME_PLANS).map(([path, text]) => [path, fc.constant(text)]),
      ),
    }),
    args: fc
      .tuple(
        fc.constantFrom([], ['--update'], ['--dry-run']),
        fc.constantFrom([], ['-f', 'json'], ['-f', 'table'], ['-v']),
      )
      .map((parts) => [...ARGS, ...parts.flat()]),
  }),
  faultsOf: async (one) => {
    const check = ['check', 'plans', '-f', 'json', '--today', '2024-02-05']
    const { runs, faults } = await runsInTurn(one, one.args, check)
    const [first, second, checked] = runs
    const isSame = JSON.stringify(first?.files) === JSON.stringify(second?.files)
    return [
      ...faults,
      ...faultIf(!isSame, 'import is not idempotent', () => second?.out ?? ''),
      ...unsound(checked?.out ?? ''),
    ]
  },
}
