import { lastDayOf } from '../../assessment/last-day.ts'
import { isoOf } from '../../calendar/day.ts'
import { workingDaysBy } from '../../calendar/working-days.ts'
import { frameworkOf } from '../../config/framework-of.ts'
import { loadSettings } from '../../config/settings.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'
import type { Host } from '../../host/host.ts'
import { todayFor } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { frameworksReports } from './page.ts'

/** `plandue frameworks`: the rules that plandue knows, and where they are written. */
export const frameworks: CliCommand = (program, run) => {
  const command = program
    .command('frameworks')
    .description('list the frameworks, or show one with its rules and sources')
    .argument('[id]', 'the framework to show')
  withCommonOptions(command, Object.keys(frameworksReports))
    .addHelpText('after', EXAMPLES)
    .action((id: string | undefined, options: CommonOptions) =>
      run((host) => reportFrameworks(id, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue frameworks                           all of them, your own among them
  plandue frameworks ilacs-focused-visit       its rules, their sources, and what is in doubt
  plandue frameworks estyn --today 2014-01-01  with the rules of that time

The chapter of the manual: plandue help frameworks`

async function reportFrameworks(
  id: string | undefined,
  options: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const settings = loadSettings(options.config, host)
  const today = todayFor(options, settings, host)
  const workingDaysOf = workingDaysBy(settings.bankHolidayLists)
  const wanted = id === undefined ? [...settings.frameworks.values()] : [frameworkOf(id, settings)]
  const answer = {
    today: isoOf(today),
    isOne: id !== undefined,
    exampleOf: (framework: Framework, stage: Stage) => {
      const { due, provisional } = lastDayOf(
        stage,
        framework,
        today,
        workingDaysOf(framework.calendar),
      )
      return { due: isoOf(due), provisional }
    },
    frameworks: wanted.map((framework) => ({
      framework,
      file: settings.frameworkFiles.get(framework.id) ?? null,
    })),
  }
  await writeAnswer(frameworksReports, answer, options, host)
  return 0
}
