import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { type Written, wholeText } from '../../page/pieces.ts'
import { printable } from '../../terminal/printable.ts'
import type { Output } from './outputs.ts'

/**
 * On GitHub Actions, writes what people look for there: annotations on standard output, where the
 * runner finds them, and the summary of the job. A summary that cannot be written fails no run.
 */
export async function reportToGitHubActions(
  resultOf: (output: Output) => Promise<Written>,
  host: Host,
): Promise<void> {
  if (host.env('GITHUB_ACTIONS') !== 'true') return
  host.out(wholeText(await resultOf({ format: 'github', file: undefined })))
  const summary = host.env('GITHUB_STEP_SUMMARY')
  if (!summary) return
  const text = wholeText(await resultOf({ format: 'markdown', file: summary }))
  const { problem } = await host.append(summary, text)
  if (problem) {
    host.err(`plandue: the summary \`${printable(summary)}\` cannot be written: ${why(problem)}\n`)
  }
}
