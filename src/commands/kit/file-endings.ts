import { type Command, InvalidArgumentError, type Option } from 'commander'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { printable } from '../../terminal/printable.ts'

/** The endings that belong to one format. */
const FORMAT_OF: Readonly<Record<string, string>> = {
  txt: 'plain',
  json: 'json',
  ndjson: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  md: 'markdown',
  html: 'html',
  htm: 'html',
  ics: 'ics',
  xml: 'junit',
  sarif: 'sarif',
  xlsx: 'xlsx',
  docx: 'docx',
}

/** The endings of what no command writes. */
const FOREIGN = ['xls', 'xlsm', 'xlsb', 'ods', 'doc', 'docm', 'odt', 'rtf', 'pdf', 'pptx']

/**
 * Takes the format from the ending of the file of `--output` where `--format` is not given. Throws a
 * UsageError where that is one of a format which the command does not have.
 */
export function takeFormatOfEnding(command: Command): void {
  const option = command.options.find((one) => one.attributeName() === 'format')
  const file: unknown = command.getOptionValue('output')
  if (!option || typeof file !== 'string' || isFormatGiven(command)) return
  const ending = endingOf(file)
  if (ending === undefined) return
  const value = formatFor(option, ending)
  if (value === undefined) throw new UsageError(notWritten(file, ending, option))
  command.setOptionValueWithSource('format', value, 'implied')
}

/** Whether the command line has `--format`; a value that was read anew has no source. */
export function isFormatGiven(command: Command): boolean {
  const source = command.getOptionValueSource('format') ?? ''
  return command.getOptionValue('format') !== undefined && !['default', 'implied'].includes(source)
}

/** The ending of a file in small letters; undefined for one that promises nothing. */
function endingOf(file: string): string | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(FORMAT_OF, ending) || FOREIGN.includes(ending) ? ending : undefined
}

/** The value of `--format` for an ending, as the option itself reads it; undefined where it has none. */
function formatFor(option: Option, ending: string): unknown {
  try {
    return option.parseArg?.<unknown>(FORMAT_OF[ending] ?? '', undefined)
  } catch (failure) {
    if (failure instanceof InvalidArgumentError) return undefined
    throw failure
  }
}

function notWritten(file: string, ending: string, option: Option): string {
  const own = Object.keys(FORMAT_OF).filter((one) => formatFor(option, one) !== undefined)
  const known = own.map((one) => `.${one}`).join(', ')
  return `\`${file}\` cannot be written, since this command has no .${ending}: choose one of ${known}, or the format with --format`
}

/** A file that promises one format and holds another is found out by whoever opens it. */
export function remarkOnEnding(file: string, format: string, host: Pick<Host, 'err'>): void {
  const ending = endingOf(file)
  if (ending === undefined || isFitting(ending, format)) return
  host.err(
    `\`${printable(file)}\` is written as ${format}, though it ends in .${ending}: choose the format with --format\n`,
  )
}

/** Any text may be in a .txt, and some formats are JSON. */
function isFitting(ending: string, format: string): boolean {
  return (
    FORMAT_OF[ending] === format ||
    ending === 'txt' ||
    (ending === 'json' && ['sarif', 'gitlab'].includes(format))
  )
}
