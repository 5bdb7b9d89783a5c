import { closureOn } from '../../assessment/back-plan.ts'
import type { Item } from '../../assessment/item.ts'
import { closedBy } from '../../calendar/counting.ts'
import { dayOf, type IsoDate, yearOf } from '../../calendar/day.ts'
import { DIVISIONS, type Division } from '../../calendar/division.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import { frameworkOf } from '../../config/framework-of.ts'
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Files, Host } from '../../host/host.ts'
import type { RecordTarget } from '../../workspace/record-target.ts'
import { takeFrom, takeFromWorkspace } from '../../workspace/take-from-records.ts'
import { itemsOf, soundItemsOf, targetOf } from '../../workspace/targets.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { answerFromRecords, writeAnswer } from '../kit/write-answer.ts'
import { codeNamed, codeReports, codesFor } from './code.ts'
import { derivationsFrom } from './derivation.ts'
import { type Explanation, explainRecord } from './explanation.ts'
import { type DayIn, type ExplainAnswer, explainReports } from './page.ts'

type ExplainOptions = CommonOptions & { readonly framework?: string; readonly readings?: boolean }

/** `plandue explain`: why an item is due on its day, or what is to be said of a day. */
export const explain: CliCommand = (program, run) => {
  const command = program
    .command('explain')
    .description('show why a date, a status or a message is what it is')
    .argument('<what>', 'an item, a record, a date or a code; the start of an id will do')
    .option('--readings', 'with the same date under other definitions, side by side')
    .option('--framework <id>', 'for a date: what a report of that day would demand')
  withCommonOptions(command, Object.keys(explainReports))
    .addHelpText('after', EXAMPLES)
    .action((what: string, options: ExplainOptions) =>
      run((host) => explainTarget(what, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue explain shropshire-2023#final              one stage; or A8, an action
  plandue explain shropshire-2023 --readings         all of a record, as others might count
  plandue explain 2024-04-23                         what that day is, and what is due on it
  plandue explain 2024-01-12 --framework sif         what a report of that day would demand
  plandue explain not-a-date                         what a message means, or a reason`

async function explainTarget(what: string, options: ExplainOptions, host: Host): Promise<ExitCode> {
  const code = await codeNamed(what, options, host)
  if (code) {
    await writeAnswer(codeReports, code, options, host)
    return 0
  }
  const workspace = openWorkspace([], options, host)
  const target = await targetOf(what, workspace, host, await codesFor(what))
  if (!('date' in target) && options.framework !== undefined) {
    throw new UsageError('--framework is for a date: a record names its own')
  }
  const { question, diagnostics } =
    'date' in target
      ? await questionOfDate(target.date, options, workspace, host)
      : questionOfRecord(target, workspace, host)
  const withReadings = options.readings ?? false
  const answer = { today: workspace.today, diagnostics, withReadings, question }
  return answerFromRecords(explainReports, answer, options, host)
}

type Asked = {
  readonly question: ExplainAnswer['question']
  readonly diagnostics: readonly Diagnostic[]
}

/** The explanations of what a target names, and of all items of its record. */
export function explainedRecord(
  { record, item }: RecordTarget,
  workspace: Workspace,
  files: Pick<Files, 'read'>,
): {
  readonly explanations: readonly Explanation[]
  readonly ofRecord: readonly Explanation[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const { taken, diagnostics } = takeFrom([record], workspace, files, ({ reading, items }) =>
    explainRecord(reading, items, workspace.context),
  )
  // An item that is not there may be one with an error, and then its diagnostics say more.
  const items = taken.map((one) => one.item)
  const wanted = diagnostics.some(isError) ? soundItemsOf(items, item) : itemsOf(items, item)
  const explanations = taken.filter((one) => wanted.includes(one.item))
  return { explanations, ofRecord: taken, diagnostics }
}

function questionOfRecord(target: RecordTarget, workspace: Workspace, host: Host): Asked {
  const { diagnostics, ...explained } = explainedRecord(target, workspace, host)
  return { question: { kind: 'items', ...explained }, diagnostics }
}

async function questionOfDate(
  date: IsoDate,
  { framework }: ExplainOptions,
  workspace: Workspace,
  host: Host,
): Promise<Asked> {
  const { settings, context } = workspace
  const { workingDaysOf } = context
  if (framework !== undefined) {
    const known = frameworkOf(framework, settings)
    const derivations = derivationsFrom(known, date, { workingDaysOf })
    return { question: { kind: 'clock', date, framework: known, derivations }, diagnostics: [] }
  }
  const isOf = ({ due, steps }: Item) => due === date || steps.some(({ on }) => on === date)
  const { taken, diagnostics } = await takeFromWorkspace(workspace, host, ({ reading, items }) =>
    explainRecord(reading, items, context, isOf),
  )
  const closure = closureOn(date, settings.closures)
  const divisions = DIVISIONS.map((division) => dayIn(date, division, workingDaysOf))
  return {
    question: { kind: 'date', date, divisions, closure, explanations: taken },
    // Remarks on other records have nothing to do with the day; an error may hide what is due on it.
    diagnostics: diagnostics.filter(isError),
  }
}

/** What a day is in a division. A weekend is one without any list. */
function dayIn(
  date: IsoDate,
  division: DayIn['division'],
  workingDaysOf: (division: Division) => WorkingDays,
): DayIn {
  const day = dayOf(date)
  const working = workingDaysOf(division)
  const closed = closedBy(working)(day) ?? null
  const isListed = working.holidays.originOf(yearOf(day)) !== undefined
  return { division, closed, official: isListed || closed?.skipped === 'weekend' }
}
