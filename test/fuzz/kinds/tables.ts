import { parse as rowsOf } from 'csv-parse/sync'
import { stringify as csvOf } from 'csv-stringify/sync'
import fc from 'fast-check'
import type { Dice } from '../../records/odd-record.ts'
import { changed, changedText, ODD_VALUES } from '../changes.ts'
import { type Fault, faultIf, type Kind } from '../kind.ts'
import { runsInTurn } from '../run.ts'
import { INSPECTIONS, MAPPING, OPEN, SOME_PLANS } from '../sources.ts'

const OWN = `title,council,framework,published
A visit,Bristol City Council,ILACS focused visit,2024-01-19
,Leeds,ILACS focused visit,2023-11-02
`
const EXPORTED = `id,authority,framework,title,received,published,source
leeds-2024,Leeds City Council,ilacs-focused-visit,,2024-01-10,2024-01-16,
cornwall-jtai-2018,Cornwall Council,jtai,Sexual abuse,,2018-11-23,https://example.org/a
`
const TABLES = [OWN, EXPORTED, INSPECTIONS]

type Rows = readonly (readonly string[])[]

/** Rows with another cell, column or row, as people and programs leave them. */
export function changeRows(rows: Rows, roll: Dice): Rows {
  const [row, column] = [roll(rows.length), roll(rows[0]?.length ?? 1)]
  const odd = String(ODD_VALUES[roll(ODD_VALUES.length)])
  const cell = rows[roll(rows.length)]?.[column] ?? ''
  const put = (text: string) =>
    rows.map((cells, at) =>
      at === row ? cells.with(Math.min(column, cells.length - 1), text) : cells,
    )
  const changes: readonly (() => Rows)[] = [
    () => put(odd),
    () => put(cell),
    () => put(roll.pick('Nov-23', '44927', '31/12/2023', '12/31/2023', '2023', 'n/a', ' ')),
    () => rows.toSpliced(row, 1),
    () => rows.toSpliced(row, 0, rows[row] ?? []),
    () => rows.toSpliced(row, 0, Array(rows[0]?.length ?? 1).fill('')),
    () => rows.map((cells) => cells.toSpliced(column, 1)),
    () => rows.map((cells) => [...cells, cells[column] ?? '']),
    () => rows.with(row, rows[row]?.slice(0, column) ?? []),
  ]
  const next = changes[roll(changes.length)]?.() ?? rows
  return next.length === 0 || next.some((cells) => cells.length === 0) ? rows : next
}

const tableTexts = fc.oneof(
  changedText(TABLES),
  fc
    .tuple(
      changed<Rows>(
        TABLES.map((table) => rowsOf(table)),
        changeRows,
      ),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom('', '\uFEFF', 'sep=;\n'),
    )
    .map(([rows, delimiter, end, start]) =>
      start.concat(csvOf([...rows], { delimiter, record_delimiter: end })),
    ),
)

const ARGS = ['import', 'visits.csv', '--today', '2024-02-05']

/** `import` of tables by mappings: its records are sound, and a second run has nothing to add. */
export const tables: Kind = {
  cases: fc.record({
    files: fc.record({
      'visits.csv': tableTexts,
      'map.yaml': fc.oneof(fc.constant(MAPPING), changedText([MAPPING], 2)),
      'plans/leeds-2024.yaml': fc.constant(OPEN),
      ...Object.fromEntries(
        Object.entries(SOME_PLANS).map(([path, text]) => [path, fc.constant(text)]),
      ),
    }),
    args: fc
      .tuple(
        fc.constantFrom([], ['--mapping', 'map.yaml'], ['--mapping', 'ilacs-history']),
        fc.constantFrom([], ['--keep-open'], ['--dry-run'], ['--into', 'plans/south']),
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
      ...faultIf(checked?.exitCode === 2, 'no record is left', () => checked?.err ?? ''),
      ...unsound(checked?.out ?? ''),
    ]
  },
}

/** Errors in records, all of which were sound before. */
export function unsound(report: string): readonly Fault[] {
  if (report === '') return []
  const { diagnostics }: { diagnostics: { severity: string; message: string }[] } =
    JSON.parse(report)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return faultIf(errors.length > 0, 'import writes errors', () => JSON.stringify(errors))
}
