import { basename, dirname, normalize } from 'node:path/posix'
import { InvalidArgumentError, Option } from 'commander'
import { UsageError, WorkError } from '../../diagnostics/failures.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import type { Host } from '../../host/host.ts'
import { absolutePath, comparable } from '../../host/paths.ts'
import { capitalised } from '../../language/capitalised.ts'
import type { Written } from '../../page/pieces.ts'
import { type FormatName, formats } from '../../reports/index.ts'
import { type CommonOptions, formatFor, writeResult } from '../kit/options.ts'

/** A format in which to write the result, and the file for it; without one, standard output. */
export type Output = { readonly format: FormatName; readonly file: string | undefined }

const NAMES = Object.keys(formats)

/** The option `--format` of a command that can write its result in several formats at once. */
export function severalFormats(): Option {
  return new Option(
    '-f, --format <format[=file]>',
    'how to write, and into which file; may be given several times',
  ).argParser((text, before: Output[] = []) => [...before, outputArgument(text)])
}

/** What each format is for, as the end of a help. */
export function formatsHelp(): string {
  const width = Math.max(...NAMES.map((name) => name.length))
  const lines = Object.entries(formats).map(
    ([name, format]) => `  ${name.padEnd(width)}  ${format.for.replaceAll('`', '')}`,
  )
  return ['', 'Formats:', ...lines, ''].join('\n')
}

function outputArgument(text: string): Output {
  const [name = ''] = text.split('=', 1)
  if (!isFormat(name)) throw new InvalidArgumentError(capitalised(didYouMeanOr(name, NAMES)))
  if (text === name) return { format: name, file: undefined }
  const file = text.slice(name.length + 1)
  if (file === '') throw new InvalidArgumentError(`Expected a file after \`${name}=\`.`)
  return { format: name, file: file === '-' ? undefined : file }
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}

/**
 * Where to write what: as `--format` and `--output` say, else the usual format to standard output.
 * Throws a UsageError where two results would go to the same place.
 */
export function outputsFor(
  wanted: readonly Output[] | undefined,
  { output }: CommonOptions,
  host: Host,
): readonly Output[] {
  const usual = formatFor({ ...(output === undefined ? {} : { output }) }, host)
  const outputs = wanted ?? [{ format: isFormat(usual) ? usual : 'plain', file: undefined }]
  const placed = outputs.map(({ format, file }) => ({ format, file: file ?? output }))
  if (output !== undefined && outputs.every(({ file }) => file !== undefined)) {
    throw new UsageError('each format has a file of its own, so nothing is left for `--output`')
  }
  for (const [index, one] of placed.entries()) {
    const place = placeOf(one, host)
    const other = placed.slice(0, index).find((before) => placeOf(before, host) === place)
    if (other) throw clash(other, one)
  }
  return placed
}

function placeOf({ file }: Output, { cwd }: Host): string | undefined {
  return file === undefined ? undefined : comparable(absolutePath(file, cwd))
}

/** The name of the calendar that goes into the same folder as another result. */
export function calendarBeside({ file }: Output, outputs: readonly Output[]): string | null {
  if (file === undefined) return null
  const folder = normalize(dirname(file))
  const beside = outputs.find(
    (one) =>
      one.format === 'ics' && one.file !== undefined && normalize(dirname(one.file)) === folder,
  )
  return beside?.file === undefined ? null : basename(beside.file)
}

function clash(one: Output, { format, file }: Output): UsageError {
  const both = `\`${one.format}\` and \`${format}\` would both go to`
  return file === undefined
    ? new UsageError(`${both} standard output: name a file for one, as in \`-f ${format}=FILE\``)
    : new UsageError(`${both} \`${file}\`: name another file for one`)
}

/**
 * Writes a result to each place. The files come first, since whoever reads standard output may stop
 * early. Throws a WorkError for those that cannot be written, after all others are.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  resultOf: (output: Output) => Promise<Written>,
  host: Host,
): Promise<void> {
  const inTheWay: string[] = []
  for (const output of outputs.filter(({ file }) => file !== undefined)) {
    const { file = '', format } = output
    try {
      await writeResult(await resultOf(output), { output: file, format }, host)
    } catch (failure) {
      if (!(failure instanceof WorkError)) throw failure
      inTheWay.push(failure.message)
    }
  }
  for (const output of outputs.filter(({ file }) => file === undefined)) {
    await writeResult(await resultOf(output), { format: output.format }, host)
  }
  if (inTheWay.length > 0) throw new WorkError(inTheWay.join('; '))
}
