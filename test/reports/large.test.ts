import { beforeAll, describe, expect, it } from 'vitest'
import { type FormatName, formats } from '../../src/reports/index.ts'
import { commandsIn } from '../helpers/github.ts'
import { plandue } from '../helpers/plandue.ts'
import { bytesOf, workbookText } from '../helpers/workbook.ts'
import { expectedFacts, factsIn, type JsonReport, TABLE_ROW } from './facts.ts'

// Ten thousand items in each format, all from one run.

const ACTIONS = 98
const RECORDS = 100

const record = (number: number) => `authority: Council ${number}
framework: ilacs-focused-visit
received: 2024-01-12
areasForPriorityAction: [{ id: P1, text: Timeliness }]
actions:
${Array.from(
  { length: ACTIONS },
  (_, index) =>
    `  - { id: A${index}, title: Action ${index}, due: 2024-0${1 + (index % 9)}-${10 + (number % 19)} }\n`,
).join('')}`

const files = Object.fromEntries(
  Array.from({ length: RECORDS }, (_, number) => [`plans/${number}.yaml`, record(number)]),
)
const names = Object.keys(formats).filter((name): name is FormatName =>
  Object.hasOwn(factsIn, name),
)
const outputs = new Map<string, string>()

beforeAll(async () => {
  const wanted = names.flatMap((name) => ['-f', `${name}=out.${name}`])
  const written = await plandue(['check', '--all', '--today', '2024-02-05', ...wanted], { files })
  for (const name of names) {
    const file = written.files.get(`out.${name}`)
    outputs.set(name, typeof file === 'string' ? file : await workbookText(bytesOf(file)))
  }
}, 120_000)

const factsOf = (format: FormatName) =>
  factsIn[format]({ out: outputs.get(format) ?? '', err: '' }).items.sort()

describe('ten thousand items', () => {
  it.each(names.filter((name) => name !== 'markdown' && name !== 'github' && name !== 'table'))(
    'are all there as %s',
    (format) => {
      const measure: JsonReport = JSON.parse(outputs.get('json') ?? '')
      expect(measure.items).toHaveLength(RECORDS * (ACTIONS + 2))
      expect(factsOf(format)).toEqual(expectedFacts(measure, format).items.sort())
    },
  )

  it('leave a table as many rows', () => {
    expect(outputs.get('table')?.match(new RegExp(TABLE_ROW, 'gm'))).toHaveLength(
      RECORDS * (ACTIONS + 2),
    )
  })

  it('leave a job summary within what GitHub takes, with a sentence that says so', () => {
    const summary = outputs.get('markdown') ?? ''
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900 * 1024)
    expect(summary).toMatch(/^## Action plans.*\n\n100 records, 10000 items: /)
    expect(summary).toMatch(/ \|\n\n\*\*Truncated: .*\*\*\n$/)
  })

  it('leave ten annotations of a kind, the last of them the number of the others', () => {
    const commands = commandsIn(outputs.get('github') ?? '')
    expect(commands.map(({ name }) => name)).toEqual(
      Array(10).fill('error').concat(Array(10).fill('warning'), Array(10).fill('notice')),
    )
    const { overdue } = JSON.parse(outputs.get('json') ?? '').summary
    expect(commands[9]?.message).toMatch(new RegExp(`^and ${overdue - 9} more like these: `))
  })

  it('have fingerprints of their own', () => {
    const issues: { fingerprint: string }[] = JSON.parse(outputs.get('gitlab') ?? '')
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
  })
})
