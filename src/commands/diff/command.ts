import { isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { diffReports } from './page.ts'
import { reviewSince } from './review.ts'

/** `plandue diff`: which dates a change moves, and why. */
export const diff: CliCommand = (program, run) => {
  const command = program
    .command('diff')
    .description('show which due dates, statuses and submissions a change moves, and why')
    .argument('[base]', 'where the change began: a branch, a tag or a commit', 'HEAD')
  withCommonOptions(command, Object.keys(diffReports))
    .addHelpText('after', EXAMPLES)
    .action((base: string, options: CommonOptions) =>
      run((host) => reportChange(base, options, host)),
    )
}

const EXAMPLES = `
It compares the files as they are with the last commit in common with the base,
both as at the same day. Findings:
  due-moved      a later due date with no extension recorded
  removed        an overdue item that is gone or no longer required, and was not
                 closed on record
  unjustified    an extension without \`by\` or \`reason\`
  rewritten      an extension or an original due date that is no longer on record
  entered-late   a submission put in more than 10 working days after the day
                 that it names

\`plandue explain FINDING\` shows one, and the way out of it.

The exit code is 1 if there is a finding, or an error in the records; else 0.

Examples:
  plandue diff                           what is not committed yet
  plandue diff origin/main               what a branch moves
  plandue diff origin/main -f markdown   the same as a comment on a pull request
  plandue diff HEAD~1 -q                 only the findings of the last commit`

async function reportChange(name: string, options: CommonOptions, host: Host): Promise<ExitCode> {
  const answer = await reviewSince(name, openWorkspace([], options, host), host)
  const { findings, complete, broughtIn } = answer
  await writeDiagnostics(broughtIn, options, host)
  await writeAnswer(diffReports, answer, options, host)
  return findings.length > 0 || !complete || broughtIn.some(isError) ? 1 : 0
}
