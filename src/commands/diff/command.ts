import { type BaseState, broughtIn } from '../../assessment/change.ts'
import { type Item, partOf } from '../../assessment/item.ts'
import { type ItemDifference, matchItems, pairsOf } from '../../assessment/match-items.ts'
import { type Release, releasesIn } from '../../assessment/released.ts'
import { isoOf } from '../../calendar/day.ts'
import { hidesDeadlines, inOrder, isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import { lineDays } from '../../git/line-days.ts'
import type { Host } from '../../host/host.ts'
import type { RecordReading } from '../../records/read-record.ts'
import { type BaseWorkspace, openBase, readBase, samenessSince } from '../../workspace/base.ts'
import { type Keep, type KeptRecord, readRecords, recordsIn } from '../../workspace/read-records.ts'
import { type RecordParts, recordParts, stateOf } from '../../workspace/records-state.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import {
  causesOf,
  dueMoved,
  enteredLate,
  type Inputs,
  isMove,
  type ReviewFinding,
  type SubmissionEntry,
  unjustified,
} from './differences.ts'
import { diffReports } from './page.ts'

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
  entered-late   a submission put in more than 10 working days after the day
                 that it names

The exit code is 1 if there is a finding, or an error in the records; else 0.

Examples:
  plandue diff                           what is not committed yet
  plandue diff origin/main               what a branch moves
  plandue diff origin/main -f markdown   the same as a comment on a pull request
  plandue diff HEAD~1 -q                 only the findings of the last commit`

async function reportChange(name: string, options: CommonOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const base = await openBase(name, workspace, host)
  const keep = keepDifferent(samenessSince(base, workspace, host))
  const found = await recordsIn(workspace, host)
  const read = readRecords(found, workspace, keep, { progress: host.progress })
  const now = await stateOf(read, found, workspace, host)
  const before = await readBase(base, { workspace, read }, keep, host)
  const pairs = pairsOf(before.state.items, now.items)
  const moves = pairs.filter(isMove)
  const readings = readingsOf(read)
  const formerReadings = readingsOf(before.read)
  const diagnostics = inOrder(broughtIn(before.state, now.diagnostics))
  const recounted = recountedItems(before.state, now.items)
  const releases = releasesIn(pairs.map(recounted), now.diagnostics)
  const findings = [
    ...findingsOf(moves, readings, workspace, base, recounted, host),
    ...releases.flatMap((release) => unjustified(release, lineOf(release, pairs))),
  ]
  const complete = !now.diagnostics.some(hidesDeadlines)
  await writeDiagnostics(diagnostics, options, host)
  const answer = {
    today: isoOf(workspace.today),
    base: name,
    mergeBase: base.mergeBase,
    complete,
    wasComplete: !before.state.diagnostics.some(hidesDeadlines),
    diagnostics: now.diagnostics,
    broughtIn: diagnostics,
    files: [...base.changed].sort(),
    findings,
    released: releases.map(({ release }) => release),
    moves: moves.map((move) => {
      const former = inputsOf(move.former, formerReadings, base.workspace)
      return { ...move, because: causesOf(move, former, inputsOf(move.now, readings, workspace)) }
    }),
  }
  await writeAnswer(diffReports, answer, options, host)
  return findings.length > 0 || !complete || diagnostics.some(isError) ? 1 : 0
}

/** A record with its reading, where it is not the same as at the base: in the others nothing differs. */
type KeptParts = RecordParts & { readonly reading: RecordReading | undefined }

function keepDifferent(isSame: (file: string) => boolean): Keep<KeptParts> {
  return (record, workspace) => {
    const { reading } = record
    const isNeeded = !isSame(reading.file)
    return { ...recordParts(record, workspace), reading: isNeeded ? reading : undefined }
  }
}

type Readings = ReadonlyMap<string, RecordReading>

function readingsOf(read: readonly KeptRecord<KeptParts>[]): Readings {
  const readings = read.flatMap(({ kept }) => kept?.reading ?? [])
  return new Map(readings.map((reading) => [reading.id, reading]))
}

function inputsOf(
  item: Item | null,
  readings: Readings,
  { settings }: Workspace,
): Inputs | undefined {
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
  { context, settings, today }: Workspace,
  base: BaseWorkspace,
  recounted: (move: ItemDifference) => ItemDifference,
  host: Host,
): ReviewFinding[] {
  const { workingDaysOf, frameworks } = context
  const entries = entriesOf(moves, readings, (file, lines) => {
    const days = lineDays(base.repository, file, lines, settings.timeZone, host)
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

/** Where a released item stands, or stood last. */
function lineOf({ release: { item } }: Release, pairs: readonly ItemDifference[]): number {
  const pair = pairs.find(({ former, now }) => (now ?? former)?.id === item)
  return (pair?.now ?? pair?.former)?.line ?? 1
}

/** Of a difference, its former item as the bank holidays of today would have counted it. */
function recountedItems({ recounted }: BaseState, now: readonly Item[]) {
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
