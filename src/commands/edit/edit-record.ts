import { nextToFallDue } from '../../assessment/assessment.ts'
import type { Item } from '../../assessment/item.ts'
import { isWaived } from '../../assessment/waivers.ts'
import { isoOf } from '../../calendar/day.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, RefusedError } from '../../diagnostics/failures.ts'
import { diagnoseProblem } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { withSlashes } from '../../host/path-gate.ts'
import { pathFrom } from '../../host/paths.ts'
import { editedRecord } from '../../records/edited-record.ts'
import { evidenceOf } from '../../records/evidence.ts'
import { findEvidence } from '../../records/evidence-files.ts'
import type { RecordFile } from '../../records/read-record.ts'
import { MAX_BYTES, type ReadRecord } from '../../workspace/read-records.ts'
import { lockedFolder, whileRecordsLocked } from '../../workspace/records-lock.ts'
import { replaceFile } from '../../workspace/replace-file.ts'
import { type TakenRecords, takeFrom } from '../../workspace/take-from-records.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { type Data, isSaid } from '../../yaml/edit/data.ts'
import { dataIn } from '../../yaml/edit/edited.ts'
import { type CommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { type Edit, type EditName, edits, objectionsTo } from './edits.ts'
import type { EditOptions, Subject } from './guards.ts'
import { type EditAnswer, editReports, type MovedItem } from './page.ts'
import { subjectOf } from './subject.ts'
import { editTarget } from './target.ts'

export type EditCommandOptions = CommonOptions &
  Partial<EditOptions> & { readonly dryRun?: boolean; readonly force?: boolean }

/**
 * Changes the record that `word` names, itself or by one of its items, and reports how its items change.
 * Throws a RefusedError for a change that contradicts the record, unless forced.
 */
export async function editRecord(
  name: EditName,
  word: string,
  options: EditCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const found = await openForEdit(name, word, options, workspace, host)
  const { target, before, read, one, data, subject } = found
  const wanted = editOptionsFrom(options, workspace, host)
  const changes = wantedChanges(edits[name], subject, data, wanted)
  if (changes.length > 0 && !options.force) refuseSlips(name, subject, one, wanted)
  const after = changedText(before, target.record, changes, workspace)
  const now = takenFrom(after, target.record, workspace)
  if (!options.force) refuseMissingEvidence(read, now, workspace, host)
  const isWritten = after !== before && !options.dryRun
  if (isWritten) {
    const { file } = target.record
    await whileRecordsLocked(lockedFolder(file, workspace.settings.records), host, () =>
      replaceFile(file, { before, after }, host),
    )
  }
  await writeDiagnostics(now.diagnostics, options, host)
  const answer: EditAnswer = {
    today: isoOf(workspace.today),
    file: target.record.file,
    path: pathFrom(workspace.settings.root, target.record.file, host.cwd),
    outcome: after === before ? 'unchanged' : isWritten ? 'written' : 'dryRun',
    before,
    after,
    moved: movedItems(read, now),
    nextDue: nextToFallDue(now.taken.flatMap(({ items }) => items)),
    complete: !now.diagnostics.some(isError),
    diagnostics: now.diagnostics,
  }
  await writeAnswer(editReports, answer, options, host)
  return answer.complete ? 0 : 1
}

/** What `word` names, as it stands. Throws a RefusedError for a record with errors. */
export async function openForEdit(
  name: EditName,
  word: string,
  options: EditCommandOptions,
  workspace: Workspace,
  host: Host,
) {
  const target = await editTarget(name, word, workspace, host)
  const before = textOf(target.record, host)
  const read = takenFrom(before, target.record, workspace)
  const { one, data } = soundOne(read, before, target.record)
  const subject = subjectOf(name, target, { surveyed: one, data }, workspace, options)
  return { target, before, read, one, data, subject }
}

function textOf({ file }: RecordFile, host: Host): string {
  const content = host.read(file, MAX_BYTES)
  if ('text' in content) return content.text
  throw new RefusedError(NOTHING_CHANGED, [diagnoseProblem(file, content.problem)])
}

const NOTHING_CHANGED = 'nothing was changed: fix the errors first'

function takenFrom(
  text: string,
  record: RecordFile,
  workspace: Workspace,
): TakenRecords<ReadRecord> {
  return takeFrom([record], workspace, { read: () => ({ text }) }, (one) => [one])
}

/** Throws a RefusedError for a text with errors. */
function soundOne(
  { taken, diagnostics }: TakenRecords<ReadRecord>,
  text: string,
  { file }: RecordFile,
) {
  const [one] = taken
  const data = dataIn(text, file)
  if (one?.reading.record && data !== undefined) return { one, data }
  throw new RefusedError(NOTHING_CHANGED, diagnostics.filter(isError))
}

/** Defaults for what an edit does not need; the command line requires what it does. */
function editOptionsFrom(
  { evidence: file, ...options }: EditCommandOptions,
  { today }: Workspace,
  { cwd }: Host,
): EditOptions {
  const day = isoOf(today)
  const { on = day, to = day, until = day, planned } = options
  const evidence = file === undefined ? undefined : withSlashes(file, cwd)
  const { by = '', reason = '', rule = '', approvedBy = '', step = '' } = options
  const { text = '', percent, owner = '', title = '', due, id, answers = [] } = options
  const log = { text, percent }
  const action = { owner, title, due, id, answers }
  return { on, to, until, planned, evidence, by, reason, rule, approvedBy, step, ...log, ...action }
}

/** The changes of an edit that are not recorded already. */
function wantedChanges(edit: Edit, subject: Subject, data: Data, options: EditOptions) {
  return edit.changes(subject, options).filter(({ path, value }) => !isSaid(data, path, value))
}

function refuseSlips(
  name: EditName,
  subject: Subject,
  { reading }: ReadRecord,
  options: EditOptions,
): void {
  const objections = objectionsTo(edits[name], subject, options)
  const [first] = objections
  if (!first) return
  const { file, line } = reading.placeOf([...subject.path, ...first.key], 'key')
  const because = [...new Set(objections.map((one) => one.because))].join('; ')
  const named = subject.item?.id ?? reading.id
  throw new RefusedError(
    `nothing was changed in \`${named}\`: ${because}; to change it all the same, edit ${file}:${line}, or add --force`,
  )
}

/** Throws a RefusedError where the change would affect anything else. */
function changedText(
  text: string,
  record: RecordFile,
  changes: readonly Change[],
  { stagesOf }: Workspace,
): string {
  const edited = editedRecord(text, record, changes, stagesOf)
  if ('text' in edited) return edited.text
  if ('diagnostics' in edited) {
    throw new RefusedError('nothing was changed: the record would be invalid', edited.diagnostics)
  }
  const { because, place } = edited.obstacle
  throw new RefusedError(
    `nothing was changed: ${because}; make the change by hand in ${place.file}:${place.line}`,
  )
}

/** `check` would report missing evidence as an error. */
function refuseMissingEvidence(
  before: TakenRecords<ReadRecord>,
  after: TakenRecords<ReadRecord>,
  { settings, today }: Workspace,
  host: Host,
): void {
  const faultsOf = ({ taken }: TakenRecords<ReadRecord>) => {
    const evidence = taken.flatMap(({ reading }) => evidenceOf(reading, isoOf(today)))
    return findEvidence(evidence, settings.root, host).faults
  }
  const known = faultsOf(before).map(({ message }) => message)
  const faults = faultsOf(after).filter(({ message }) => !known.includes(message))
  if (faults.length === 0) return
  throw new RefusedError('nothing was changed: add the evidence file first, or use --force', faults)
}

function movedItems(
  before: TakenRecords<ReadRecord>,
  after: TakenRecords<ReadRecord>,
): readonly MovedItem[] {
  const old = new Map(before.taken.flatMap(({ items }) => items.map((item) => [item.id, item])))
  return after.taken
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const known = old.get(item.id)
      const isSame =
        known?.status === item.status &&
        known.due === item.due &&
        isWaived(known) === isWaived(item) &&
        !isNowLate(known, item)
      return isSame ? [] : [{ before: known ?? null, after: item }]
    })
}

/** Whether what is said now of an item is that it will be late. */
function isNowLate(known: Item, item: Item): boolean {
  return item.expected !== known.expected && item.reasons.includes('forecastLate')
}
