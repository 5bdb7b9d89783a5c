import type { ChalkInstance } from 'chalk'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { EARLIEST_YEAR, type IsoDate, LATEST_YEAR, readIsoDate } from '../../calendar/day.ts'
import { likelyDate } from '../../calendar/likely-date.ts'
import { isRelativeDay, relativeDate } from '../../calendar/relative-day.ts'
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts'
import { WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import { renderDiagnostic } from '../../diagnostics/render.ts'
import type { Host, Screen } from '../../host/host.ts'
import { piecesOf, type TextInPieces, type Written, wholeText } from '../../page/pieces.ts'
import { colourLevel } from '../../terminal/colour.ts'
import { withoutMarks, withoutRunnerCommands } from '../../terminal/printable.ts'
import type { Pending } from './pending.ts'

/** The options of every command that reports. */
export type CommonOptions = {
  readonly today?: IsoDate
  readonly config?: string
  readonly format?: string
  readonly output?: string
  readonly color?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/**
 * Adds the options of every command that reports. `formats` are the names of its formats, or its own
 * option for them.
 */
export function withCommonOptions(command: Command, formats: readonly string[] | Option): Command {
  const withSettings = command
    .addOption(
      new Option('--today <date>', 'report as at this day (default: today)').argParser(
        dateArgument,
      ),
    )
    .option('-c, --config <file>', 'use this configuration instead of the nearest plandue.yaml')
  return withResultOptions(withSettings, formats)
}

/** Adds the output options alone, for a command without settings and without a day. */
export function withResultOptions(command: Command, formats: readonly string[] | Option): Command {
  return command
    .addOption(formats instanceof Option ? formats : oneFormat(formats))
    .option('-o, --output <file>', 'write the result to a file, in the format of its ending')
    .option('--color', 'always use colour')
    .option('--no-color', 'never use colour')
    .option('-q, --quiet', 'show only what needs attention')
    .option('-v, --verbose', 'show more: reasons, notes, sources')
}

function oneFormat(names: readonly string[]): Option {
  const words = 'output format (default: table on a terminal, else plain)'
  return new Option('-f, --format <format>', words).choices(names)
}

/**
 * A date on the command line, or `today` or `yesterday`. Throws an InvalidArgumentError, with the likely
 * date where there is one.
 */
export function dateArgument(text: string): IsoDate | Pending<IsoDate> {
  return isRelativeDay(text)
    ? { settle: (today) => relativeDate(text, today) ?? today }
    : fullDate(text)
}

/** A date that is written in full. Throws an InvalidArgumentError. */
export function fullDate(text: string): IsoDate {
  const date = readIsoDate(text)
  if (typeof date === 'string') return date
  if (date.fault === 'noSuchDay')
    throw new InvalidArgumentError('There is no such day in the calendar.')
  if (date.fault === 'outOfRange') {
    throw new InvalidArgumentError(`The year must lie between ${EARLIEST_YEAR} and ${LATEST_YEAR}.`)
  }
  const likely = likelyDate(text)
  throw new InvalidArgumentError(
    likely ? `Did you mean ${likely}?` : 'Expected a date like 2024-01-12, today or yesterday.',
  )
}

/** A number on the command line, from `least` to 1000. Throws an InvalidArgumentError for anything else. */
export function wholeNumberFrom(least: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= 1000) return number
    throw new InvalidArgumentError(`Expected a whole number from ${least} to 1000.`)
  }
}

/** Chalk with the colours that the options, the environment and the stream allow. */
export async function painterFor(
  screen: Screen,
  { color, output }: CommonOptions,
  host: Host,
): Promise<ChalkInstance> {
  const { Chalk } = await import('chalk')
  const target = output === undefined || screen === host.errScreen ? screen : NO_SCREEN
  return new Chalk({ level: colourLevel(color, host.env, target) })
}

const NO_SCREEN: Screen = { isTerminal: false, columns: undefined, colours: 0 }
const USUAL_WIDTH = 80
const NARROWEST = 40

/** The width of the output in columns. */
export function widthFor({ output }: CommonOptions, { outScreen, env }: Host): number {
  const columns = output === undefined ? outScreen.columns : undefined
  return Math.max(NARROWEST, columns ?? (Number(env('COLUMNS')) || USUAL_WIDTH))
}

export function formatFor({ format, output }: CommonOptions, { outScreen }: Host): string {
  return format ?? (outScreen.isTerminal && output === undefined ? 'table' : 'plain')
}

/** Writes to standard output or the file of `--output`. Throws a WorkError. */
export async function writeResult(
  result: Written,
  { output, format }: CommonOptions,
  host: Host,
): Promise<void> {
  const isText = !(result instanceof Uint8Array)
  if (output === undefined) {
    // `--format` takes no format of bytes without a file.
    if (isText) for (const piece of harmlessPieces(result, format)) host.out(piece)
    return
  }
  const content = isText ? wholeText(harmlessPieces(result, format)) : result
  // In a file without this mark, Excel takes CSV for another encoding than UTF-8.
  const marked = format === 'csv' ? `\uFEFF${content}` : content
  const { problem } = await host.write(output, marked)
  if (problem) throw new WorkError(`\`${output}\` cannot be written: ${why(problem)}`)
}

function* harmlessPieces(text: TextInPieces, format: string | undefined): Iterable<string> {
  const harmless = format === 'github' ? withoutMarks : withoutRunnerCommands
  for (const piece of piecesOf(text)) yield harmless(piece)
}

/** Writes to standard error: errors always, warnings unless quiet, notes if verbose. */
export async function writeDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: CommonOptions,
  host: Host,
): Promise<void> {
  const { quiet, verbose } = options
  const paint = await painterFor(host.errScreen, options, host)
  const shown = diagnostics.filter(
    (diagnostic) =>
      isError(diagnostic) ||
      (diagnostic.severity === 'warning' && !quiet) ||
      (diagnostic.severity === 'note' && verbose),
  )
  const { columns } = host.errScreen
  for (const diagnostic of shown) host.err(renderDiagnostic(diagnostic, paint, columns))
}

/** Says on standard error how many notes were not shown, so that nobody has to know the option. */
export function writeNoteCount(
  diagnostics: readonly Diagnostic[],
  { quiet, verbose }: CommonOptions,
  host: Host,
): void {
  const notes = diagnostics.filter(({ severity }) => severity === 'note').length
  if (notes > 0 && !verbose && !quiet) {
    host.err(`${notes} ${notes === 1 ? 'note' : 'notes'} on the records: shown with --verbose\n`)
  }
}
