import type { Assessment } from '../assessment/assessment.ts'
import { dateWithin } from '../calendar/format-date.ts'
import { columnLines, padded, unbroken, widest, withBlanks } from '../terminal/columns.ts'
import { toned } from '../terminal/tones.ts'
import { closingLines, countsOf } from './closing-lines.ts'
import { nextCommands } from './nothing-open.ts'
import type { ReportOptions } from './report.ts'

const LABEL_WIDTH = 11

/** The labelled lines at the end of a table. */
export function summaryLines(assessment: Assessment, options: ReportOptions): readonly string[] {
  const { today } = assessment
  const date = (day: string) => unbroken(dateWithin(today, day))
  const dueOn = (item: string, day: string) => `${item} on ${date(day)}`
  return closingLines(assessment, options, { date, dueOn }).flatMap(([label, text]) =>
    columnLines(text, options.width - LABEL_WIDTH).map((line, index) => {
      const head = padded(index === 0 ? label : '', LABEL_WIDTH)
      return (
        options.paint.bold(head.trimEnd()) +
        head.slice(head.trimEnd().length) +
        painted(label, line, assessment, options)
      )
    }),
  )
}

/** A line of the summary: what is overdue or at risk stands out, what is finished does not. */
function painted(
  label: string,
  line: string,
  { summary }: Assessment,
  { paint }: ReportOptions,
): string {
  if (label === 'Finished') return paint.dim(line)
  if (label !== 'Open') return line
  const [overdue] = countsOf(summary, ['overdue'])
  const [atRisk] = countsOf(summary, ['atRisk'])
  return [[overdue, 'bad'] as const, [atRisk, 'risky'] as const].reduce((text, [words, tone]) => {
    const plain = words && withBlanks(words)
    return plain ? text.replace(plain, toned(plain, tone, paint)) : text
  }, line)
}

/** What to type next, where nothing is open. */
export function commandLines(
  assessment: Assessment,
  { busiest, width, paint }: ReportOptions,
): readonly string[] {
  const commands = nextCommands(assessment, busiest)
  const column = 2 + widest(commands.map(([command]) => command)) + 3
  return commands.flatMap(([command, words]) =>
    columnLines(words, width - column).map((line, index) =>
      index === 0
        ? `  ${paint.bold(command)}${' '.repeat(column - 2 - widest([command]))}${line}`
        : ' '.repeat(column) + line,
    ),
  )
}
