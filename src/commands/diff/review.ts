import type { BaseState } from '../../assessment/base-state.ts'
import { broughtIn } from '../../assessment/change.ts'
import type { Item } from '../../assessment/item.ts'
import { type ItemDifference, matchItems, pairsOf } from '../../assessment/match-items.ts'
import { releasesIn } from '../../assessment/released.ts'
import { unreadBefore } from '../../assessment/unread-before.ts'
import { isoOf } from '../../calendar/day.ts'
import { hidesDeadlines, inOrder } from '../../diagnostics/diagnostic.ts'
import { lineDays } from '../../git/line-days.ts'
import type { Host } from '../../host/host.ts'
import type { RecordReading } from '../../records/read-record.ts'
import { type BaseWorkspace, openBase, readBase, samenessSince } from '../../workspace/base.ts'
import { type Keep, type KeptRecord, readRecords, recordsIn } from '../../workspace/read-records.ts'
import { type RecordParts, recordParts, stateOf } from '../../workspace/records-state.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import {
  causesOf,
  dueMoved,
  enteredLate,
  type Inputs,
  isMove,
  type ReviewFinding,
  unjustified,
} from './differences.ts'
import { type Readings, submissionEntries } from './submission-entries.ts'
import type { DiffAnswer } from './wording.ts'

/** What a change since a commit moves in a workspace, and why. */
export async function reviewSince(
  name: string,
  workspace: Workspace,
  host: Host,
): Promise<DiffAnswer> {
  const base = await openBase(name, workspace, host)
  const keep = keepDifferent(samenessSince(base, workspace, host))
  const found = await recordsIn(workspace, host)
  const read = readRecords(found, workspace, keep, { progress: host.progress })
  const now = await stateOf(read, found, workspace, host)
  const before = await readBase(base, { workspace, read }, keep, host)
  const pairs = pairsOf(before.state.items, now.items, before.state.elsewhere)
  const moves = pairs.filter(isMove)
  const readings = readingsOf(read)
  const formerReadings = readingsOf(before.read)
  const recounted = recountedItems(before.state, now.items)
  const releases = releasesIn(pairs.map(recounted), now.diagnostics)
  return {
    today: isoOf(workspace.today),
    base: name,
    mergeBase: base.mergeBase,
    complete: !now.diagnostics.some(hidesDeadlines),
    wasComplete: !before.state.diagnostics.some(hidesDeadlines),
    diagnostics: inOrder([...now.diagnostics, ...unreadBefore(before.state, now.diagnostics)]),
    broughtIn: inOrder(broughtIn(before.state, now.diagnostics)),
    files: [...base.changed].sort(),
    findings: [
      ...findingsOf(moves, readings, workspace, base, recounted, host),
      ...releases.flatMap(unjustified),
    ],
    released: releases.map(({ release }) => release),
    moves: moves.map((move) => {
      const former = inputsOf(move.former, formerReadings, base.workspace)
      return { ...move, because: causesOf(move, former, inputsOf(move.now, readings, workspace)) }
    }),
  }
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
  const entries = submissionEntries(moves, readings, (file, lines) => {
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

/** Of a difference, its former item as the bank holidays of today would have counted it. */
function recountedItems({ recounted }: BaseState, now: readonly Item[]) {
  const former = recounted && matchItems(recounted, now)
  return (move: ItemDifference): ItemDifference => {
    const item = move.now && former?.get(move.now.id)
    return item && move.now && move.former ? { former: item, now: move.now } : move
  }
}
