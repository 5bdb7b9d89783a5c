import { InvalidArgumentError, Option } from 'commander'
import type { Filters } from '../../assessment/filters.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import type { Host } from '../../host/host.ts'
import { capitalised } from '../../language/capitalised.ts'
import { assessWorkspace } from '../../workspace/assess-workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { withFilters } from '../kit/filters.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { answerFromRecords } from '../kit/write-answer.ts'
import { statsReports } from './report.ts'
import { GROUPINGS, type Grouping, grouped, tally, USUAL_GROUPINGS } from './statistics.ts'

type StatsOptions = CommonOptions & Filters & { readonly by?: readonly Grouping[] }

/** `plandue stats`: how many plans were met, and how early or late. */
export const stats: CliCommand = (program, run) => {
  const command = program
    .command('stats')
    .description('count what was met, late, open or overdue, how early or late')
    .argument('[paths...]', 'records, folders or patterns; - reads one record from standard input')
    .addOption(
      new Option(
        '--by <what>',
        `group only by this: ${GROUPINGS.join(', ')}; may be given several times`,
      ).argParser((text, before?: Grouping[]) => [...(before ?? []), groupingArgument(text)]),
    )
    .addOption(
      new Option('--kind <kind>', 'count only one kind of item, not both').choices([
        'stage',
        'action',
      ]),
    )
  withCommonOptions(withFilters(command), Object.keys(statsReports))
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: StatsOptions) =>
      run((host) => reportStats(paths, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue stats                                stages and actions, by all groups
  plandue stats --by authority --kind stage    submissions only
  plandue stats --by owner --by area           who and what is late, and how late
  plandue stats -o stats.csv                   for a spreadsheet`

async function reportStats(paths: string[], options: StatsOptions, host: Host): Promise<ExitCode> {
  const { assessment, settings } = await assessWorkspace(paths, options, host)
  const { items, diagnostics } = assessment
  const titleOf = (id: string) => settings.frameworks.get(id)?.title ?? id
  const groupings = new Set(options.by ?? USUAL_GROUPINGS)
  const answer = {
    assessment,
    diagnostics,
    kind: options.kind,
    totals: tally(items),
    groups: [...groupings].flatMap((by) => grouped(items, by, titleOf)),
  }
  return answerFromRecords(statsReports, answer, options, host)
}

function groupingArgument(text: string): Grouping {
  const grouping = GROUPINGS.find((known) => known === text.toLowerCase())
  if (!grouping) throw new InvalidArgumentError(capitalised(didYouMeanOr(text, GROUPINGS)))
  return grouping
}
