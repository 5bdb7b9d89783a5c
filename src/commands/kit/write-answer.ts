import type { Host } from '../../host/host.ts'
import type { Formats } from '../../page/formats.ts'
import { type CommonOptions, formatFor, painterFor, widthFor, writeResult } from './options.ts'

/** Writes an answer as the common options say. Throws a WorkError. */
export async function writeAnswer<T>(
  formats: Formats<T>,
  answer: T,
  options: CommonOptions,
  host: Host,
): Promise<void> {
  // `--format` allows only these names, and every command has `table` and `plain`.
  const format = formats[formatFor(options, host)]
  const text = await format?.(answer, {
    paint: await painterFor(host.outScreen, options, host),
    width: widthFor(options, host),
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false,
  })
  await writeResult(text ?? '', options, host)
}
