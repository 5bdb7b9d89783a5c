import { type Diagnostic, hidesDeadlines } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import type { Formats } from '../../page/formats.ts'
import {
  type CommonOptions,
  formatFor,
  painterFor,
  widthFor,
  writeDiagnostics,
  writeResult,
} from './options.ts'

/**
 * Writes an answer from records: first their diagnostics, all or those `shown`, then the answer, which
 * says whether it is complete. The exit code is 1 where an error hides a deadline. Throws a WorkError.
 */
export async function answerFromRecords<T extends { readonly diagnostics: readonly Diagnostic[] }>(
  formats: Formats<T & { readonly complete: boolean }>,
  answer: T,
  options: CommonOptions,
  host: Host,
  shown: readonly Diagnostic[] = answer.diagnostics,
): Promise<ExitCode> {
  const complete = !answer.diagnostics.some(hidesDeadlines)
  await writeDiagnostics(shown, options, host)
  await writeAnswer(formats, { ...answer, complete }, options, host)
  return complete ? 0 : 1
}

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
