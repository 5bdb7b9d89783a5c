import { broughtIn } from '../../assessment/change.ts'
import type { Item } from '../../assessment/item.ts'
import { matchItems, partOf } from '../../assessment/match-items.ts'
import { isoOf } from '../../calendar/day.ts'
import { hidesDeadlines, inOrder, isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import { lineDays } from '../../git/line-days.ts'
import type { Files, Host } from '../../host/host.ts'
import type { RecordFile, RecordReading } from '../../records/read-record.ts'
import { assessAll } from '../../workspace/assess-workspace.ts'
import { type BaseWorkspace, baseState } from '../../workspace/base.ts'
import { contextOf, takeFromRecords } from '../../workspace/read-records.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import {
  causesOf,
  differences,
  dueMoved,
  enteredLate,
  type Ground,
  type ItemDifference,
  type ReviewFinding,
  type SubmissionEntry,
} from './differences.ts'
import { diffReports } from './page.ts'

/** `plandue diff`: which dates a change moves, and why. */
export const diff: CliCommand = (program, run) => {
  const command = program
    .command('diff')
    .description('tell which due dates, statuses and submissions a change moves, and why')
    .argument('[base]', 'where the change began: a branch, a tag or a commit', 'HEAD')
  withCommonOptions(command, Object.keys(diffReports))
    .addHelpText('after', EXAMPLES)
    .action((base: string, options: CommonOptions) => run((host) => tell(base, options, host)))
}

const EXAMPLES = `
It compares the files as they are with the last commit in common with the base,
both as at the same day. Findings:
  due-moved      a later due date with no extension recorded
  entered-late   a submission put in more than 10 working days after the day
                 that it names

The exit code is 1 if there is a finding, or an error in the records; else 0.

Examples:
  plandue diff                           what is not committed yet
  plandue diff origin/main               what a branch moves
  plandue diff origin/main -f markdown   the same as a comment on a pull request
  plandue diff HEAD~1 -q                 only the findings of the last commit`

async function tell(base: string, options: CommonOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const { today, search, basis } = workspace
  const now = await assessAll(search, basis, host)
  const past = await baseState(base, { ...now, workspace, paths: [] }, options.config, host)
  const moves = differences(past.items, now.items)
  const itemsBefore = moves.map(({ former }) => former)
  const before = readingsOf(itemsBefore, past.workspace, past.files)
  const itemsNow = moves.map((move) => move.now)
  const after = readingsOf(itemsNow, workspace, host)
  const diagnostics = inOrder(broughtIn(past, now.diagnostics))
  const findings = findingsOf(moves, after, workspace, past, recountedItems(past, now.items), host)
  const complete = !now.diagnostics.some(hidesDeadlines)
  await writeDiagnostics(diagnostics, options, host)
  const answer = {
    today: isoOf(today),
    base,
    mergeBase: past.mergeBase,
    complete,
    wasComplete: !past.diagnostics.some(hidesDeadlines),
    diagnostics: now.diagnostics,
    broughtIn: diagnostics,
    files: [...past.changed].sort(),
    findings,
    moves: moves.map((move) => {
      const formerGround = groundOf(move.former, before, past.workspace)
      return {
        ...move,
        because: causesOf(move, formerGround, groundOf(move.now, after, workspace)),
      }
    }),
  }
  await writeAnswer(diffReports, answer, options, host)
  return findings.length > 0 || !complete || diagnostics.some(isError) ? 1 : 0
}

type Readings = ReadonlyMap<string, RecordReading>

/** Reads again the records of some items, of which only the items were kept. */
function readingsOf(
  items: readonly (Item | null)[],
  { basis }: Workspace,
  files: Pick<Files, 'read'>,
): Readings {
  const records = new Map<string, RecordFile>()
  for (const item of items) if (item) records.set(item.record, { id: item.record, file: item.file })
  const { taken } = takeFromRecords([...records.values()], basis, files, ({ reading }) => [reading])
  return new Map(taken.map((reading) => [reading.id, reading]))
}

function groundOf(
  item: Item | null,
  readings: Readings,
  { settings }: Workspace,
): Ground | undefined {
  if (!item) return undefined
  const { margins, governance, closures, frameworks, bankHolidayLists } = settings
  return {
    record: readings.get(item.record)?.record,
    settings: {
      frameworks: frameworks.get(item.framework),
      calendars: bankHolidayLists,
      margins,
      governance,
      closures,
    },
  }
}

function findingsOf(
  moves: readonly ItemDifference[],
  readings: Readings,
  { basis, settings, today }: Workspace,
  past: BaseWorkspace,
  recounted: (move: ItemDifference) => ItemDifference,
  files: Files,
): ReviewFinding[] {
  const { workingDaysOf, frameworks } = contextOf(basis)
  const entries = entriesOf(moves, readings, (file, lines) => {
    const days = lineDays(past.repository, file, lines, settings.timeZone, files)
    return (line) => {
      const day = days.get(line)
      // What is not committed yet is being put in now.
      return day === null ? isoOf(today) : day
    }
  })
  return moves.flatMap((move) => {
    const entry = move.now && entries.get(move.now)
    const calendar = frameworks.get(move.now?.framework ?? '')?.calendar
    return [
      ...dueMoved(recounted(move)),
      ...(move.now && entry && calendar
        ? enteredLate(move.now, entry, workingDaysOf(calendar))
        : []),
    ]
  })
}

/** Of a difference, its former item as the bank holidays of today would have counted it. */
function recountedItems({ recounted }: BaseWorkspace, now: readonly Item[]) {
  const former = recounted && matchItems(recounted, now)
  return (move: ItemDifference): ItemDifference => {
    const item = move.now && former?.get(move.now.id)
    return item && move.now && move.former ? { former: item, now: move.now } : move
  }
}

type DayOfLine = (line: number) => SubmissionEntry['on'] | undefined

/** When the submissions that a change sets came into their files. */
function entriesOf(
  moves: readonly ItemDifference[],
  readings: Readings,
  daysIn: (file: string, lines: readonly number[]) => DayOfLine,
): ReadonlyMap<Item, SubmissionEntry> {
  const set = moves.flatMap(({ former, now }) => {
    const isSet = now && now.submitted !== null && now.submitted !== former?.submitted
    const line = isSet ? lineOfSubmission(now, readings) : undefined
    return now && line !== undefined ? [{ item: now, line }] : []
  })
  const files = new Set(set.map(({ item }) => item.file))
  const dayOf = new Map(
    [...files].map((file) => {
      const lines = set.filter(({ item }) => item.file === file).map(({ line }) => line)
      return [file, daysIn(file, lines)]
    }),
  )
  return new Map(
    set.flatMap(({ item, line }) => {
      const on = dayOf.get(item.file)?.(line)
      return on === undefined ? [] : [[item, { on, line }]]
    }),
  )
}

function lineOfSubmission(item: Item, readings: Readings): number | undefined {
  const reading = readings.get(item.record)
  if (item.kind === 'stage') return reading?.placeOf(['plan', item.stage ?? '', 'submitted']).line
  const index = reading?.record?.actions?.findIndex(({ id }) => id === partOf(item)) ?? -1
  return index < 0 ? undefined : reading?.placeOf(['actions', index, 'done']).line
}
