import { isoOf } from '../../calendar/day.ts'
import { WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { inertJson, SCHEMA_VERSION } from '../../page/inert-json.ts'
import type { Page } from '../../page/page.ts'
import { plainPage } from '../../page/plain-page.ts'
import { tablePage } from '../../page/table-page.ts'
import { type CommonOptions, formatFor, painterFor, widthFor, writeResult } from '../kit/options.ts'
import { digestOf } from './digest.ts'
import type { RemindInputs } from './inputs.ts'
import { mailView } from './mail-view.ts'
import type { Digest } from './planning/channel.ts'
import type { Message } from './planning/plan.ts'

/**
 * Returns a function that makes the digest of a message. Digests for standard output use the requested
 * format, width and colours; all others are plain text for `mailView`.
 */
export async function digestDrawer(
  { policy, today, complete }: RemindInputs,
  options: CommonOptions,
  host: Host,
): Promise<(message: Message) => Digest> {
  const terms = { today: isoOf(today), complete, policy }
  const { verbose = false, quiet = false } = options
  const paint = await painterFor(host.outScreen, options, host)
  const screen = { paint, width: widthFor(options, host), quiet, verbose }
  const format = formatFor(options, host)
  const printed = (page: Page) => (format === 'table' ? tablePage(page, screen) : plainPage(page))
  return (message) => {
    if (message.recipient.channel !== 'stdout') {
      return digestOf(message, { ...terms, draw: (page) => tablePage(page, mailView) })
    }
    const digest = digestOf(message, { ...terms, quiet, draw: printed })
    return format === 'json' ? { ...digest, text: inertJson(printedShape(digest)) } : digest
  }
}

function printedShape({ recipient, subject, complete, entries, footer }: Digest) {
  return { schemaVersion: SCHEMA_VERSION, recipient, subject, complete, entries, footer }
}

/** Prints digests one after another to standard output or the file of `--output`. */
export function printerFor(options: CommonOptions, host: Host): (text: string) => Promise<void> {
  let written = ''
  return async (text) => {
    const next = written === '' ? text : `\n${text}`
    written += next
    if (options.output !== undefined) return writeResult(written, options, host)
    const { problem } = await host.handOver(next)
    if (problem) throw new WorkError(`the output cannot be written: ${why(problem)}`)
  }
}
