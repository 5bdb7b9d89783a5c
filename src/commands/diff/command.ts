import { broughtIn } from '../../assessment/change.ts'
import { formerItems, partOf } from '../../assessment/former.ts'
import type { Item } from '../../assessment/item.ts'
import { isoOf } from '../../calendar/day.ts'
import { hidesDeadlines, inOrder, isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import { lineDays } from '../../git/line-days.ts'
import type { Files, Host } from '../../host/host.ts'
import type { RecordFile, RecordReading } from '../../records/read-record.ts'
import { type Past, pastOf } from '../../workspace/base.ts'
import { termsOf } from '../../workspace/batch.ts'
import { gather } from '../../workspace/gather.ts'
import { type Inputs, inputsFor } from '../../workspace/inputs.ts'
import { survey } from '../../workspace/survey.ts'
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
  const inputs = inputsFor([], options, host)
  const { settings, today, search, terms } = inputs
  const past = await pastOf(base, { settings, today, paths: [], config: options.config }, host)
  const now = await gather(search, terms, host)
  const moves = differences(past.items, now.items)
  const itemsBefore = moves.map(({ former }) => former)
  const before = readingsOf(itemsBefore, past.inputs, past.files)
  const itemsNow = moves.map((move) => move.now)
  const after = readingsOf(itemsNow, inputs, host)
  const diagnostics = inOrder(broughtIn(past, now.diagnostics))
  const findings = findingsOf(moves, after, inputs, past, recountedItems(past, now.items))
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
      const formerGround = groundOf(move.former, before, past.inputs)
      return { ...move, because: causesOf(move, formerGround, groundOf(move.now, after, inputs)) }
    }),
  }
  await writeAnswer(diffReports, answer, options, host)
  return findings.length > 0 || !complete || diagnostics.some(isError) ? 1 : 0
}

type Readings = ReadonlyMap<string, RecordReading>

/** Reads again the records of some items, of which only the items were kept. */
function readingsOf(
  items: readonly (Item | null)[],
  { terms }: Inputs,
  files: Pick<Files, 'read'>,
): Readings {
  const records = new Map<string, RecordFile>()
  for (const item of items) if (item) records.set(item.record, { id: item.record, file: item.file })
  const { taken } = survey([...records.values()], terms, files, ({ reading }) => [reading])
  return new Map(taken.map((reading) => [reading.id, reading]))
}

function groundOf(item: Item | null, readings: Readings, { settings }: Inputs): Ground | undefined {
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
  { terms, settings, today }: Inputs,
  past: Past,
  recounted: (move: ItemDifference) => ItemDifference,
): ReviewFinding[] {
  const { workingDaysOf, frameworks } = termsOf(terms)
  const entries = entriesOf(moves, readings, (file, lines) => {
    const days = lineDays(past.repository, file, lines, settings.timeZone)
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
function recountedItems({ recounted }: Past, now: readonly Item[]) {
  const former = recounted && formerItems(recounted, now)
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
