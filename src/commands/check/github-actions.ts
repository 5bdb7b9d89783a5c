import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { piecesOf, type TextInPieces } from '../../page/pieces.ts'
import { printable } from '../../terminal/printable.ts'
import type { Output } from './outputs.ts'

/**
 * On GitHub Actions, writes what people look for there: annotations on standard output, where the
 * runner finds them, and the summary of the job. A summary that cannot be written fails no run.
 */
export async function reportToGitHubActions(
  textFor: (output: Output) => Promise<TextInPieces>,
  host: Host,
): Promise<void> {
  if (host.env('GITHUB_ACTIONS') !== 'true') return
  for (const piece of piecesOf(await textFor({ format: 'github', file: undefined })))
    host.out(piece)
  const summary = host.env('GITHUB_STEP_SUMMARY')
  if (!summary) return
  const pieces = piecesOf(await textFor({ format: 'markdown', file: summary }))
  const { problem } = await host.append(summary, [...pieces].join(''))
  if (problem) {
    host.err(`plandue: the summary \`${printable(summary)}\` cannot be written: ${why(problem)}\n`)
  }
}
