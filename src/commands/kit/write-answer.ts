import type { Host } from '../../host/host.ts'
import type { Formats } from '../../page/formats.ts'
import { type CommonOptions, formatFor, painterFor, widthFor, writeResult } from './options.ts'

/** Writes an answer in the format, to the place and in the width and colours that the user wants. */
export async function writeAnswer<T>(
  formats: Formats<T>,
  answer: T,
  options: CommonOptions,
  host: Host,
): Promise<void> {
  // The choices of `--format` are the names of the formats, and each has a table and a plain one.
  const format = formats[formatFor(options, host)]
  const text = await format?.(answer, {
    paint: await painterFor(host.outScreen, options, host),
    width: widthFor(options, host),
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false,
  })
  await writeResult(text ?? '', options, host)
}
