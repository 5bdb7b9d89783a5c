import { Option } from 'commander'
import { activeFilters, type Filters, isMeant } from '../../assessment/filters.ts'
import { addDays, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { hidesDeadlines } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { checkNames, mustMeanSome } from '../../workspace/filters.ts'
import { hostKnownOn, sayCommit } from '../../workspace/known-on.ts'
import { readState } from '../../workspace/records-state.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { withFilters } from '../kit/filters.ts'
import { type CommonOptions, dateArgument, withCommonOptions } from '../kit/options.ts'
import { answerFromRecords } from '../kit/write-answer.ts'
import { paperReports } from './page.ts'
import { type PaperQuestion, paperOf } from './paper.ts'

type PaperOptions = CommonOptions & Filters & { readonly since: IsoDate; readonly until?: IsoDate }

/** `plandue paper`: what a board or committee reads. */
export const paper: CliCommand = (program, run) => {
  const command = program
    .command('paper')
    .description('write what a board reads: the position, and what became of it since it last met')
    .addOption(
      new Option('--since <date>', 'the day of the last meeting')
        .argParser(dateArgument)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--until <date>',
        'the day of the next meeting (default: as far ahead as back)',
      ).argParser(dateArgument),
    )
  withCommonOptions(withFilters(command), Object.keys(paperReports))
    .addHelpText('after', EXAMPLES)
    .action((options: PaperOptions) => run((host) => writePaper(options, host)))
}

const EXAMPLES = `
What stood then is what git knew at the end of that day, assessed as at it.

Examples:
  plandue paper --since 2024-02-01                    since the last meeting
  plandue paper --since 2024-02-01 -o paper.docx       the same for Word
  plandue paper --since 2024-02-01 --until 2024-04-04 --authority leeds`

async function writePaper(options: PaperOptions, host: Host): Promise<ExitCode> {
  const { since, quiet } = options
  const workspace = openWorkspace([], options, host)
  const until = untilFor(options, workspace)
  checkNames(options, workspace.settings)
  const { host: past, commit } = await hostKnownOn(since, [], options, host)
  const before = openWorkspace([], { ...options, today: since }, past)
  const [then, now] = [await readState(before, past), await readState(workspace, host)]
  mustMeanSome([...now.items, ...then.items], options, now.diagnostics)
  if (!quiet) sayCommit(commit, since, host)
  const today = isoOf(workspace.today)
  const question = questionFor(until, options, workspace)
  const answer = {
    paper: paperOf({ on: since, items: then.items }, { on: today, items: now.items }, question),
    wasComplete: !then.diagnostics.some(hidesDeadlines),
    diagnostics: now.diagnostics,
  }
  return answerFromRecords(paperReports, answer, options, host)
}

/** Throws a UsageError for days in the wrong order. */
function untilFor({ since, until }: PaperOptions, { today }: Workspace): IsoDate {
  const ahead = today - dayOf(since)
  if (ahead < 0) {
    throw new UsageError(
      `--since is ${longDate(since)}, after the day of the paper: name one before`,
    )
  }
  if (until !== undefined && dayOf(until) < today) {
    throw new UsageError(
      `--until is ${longDate(until)}, before the day of the paper: name one after`,
    )
  }
  return until ?? isoOf(addDays(today, ahead))
}

function questionFor(
  until: IsoDate,
  filters: Filters,
  { settings: { frameworks }, context }: Workspace,
): PaperQuestion {
  return {
    until,
    filters: activeFilters(filters, []),
    isMeant: (item) => isMeant(item, filters),
    titleOf: (id) => frameworks.get(id)?.title ?? id,
    daysOf: ({ framework }) => {
      const known = frameworks.get(framework)
      if (!known) throw new Error(`there is no framework ${framework}`)
      return context.workingDaysOf(known.calendar)
    },
  }
}
