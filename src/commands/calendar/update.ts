import { dirname, join, normalize } from 'node:path/posix'
import type { BankHolidayList } from '../../calendar/bank-holidays.ts'
import { isoOf } from '../../calendar/day.ts'
import { GOV_UK, textOfList } from '../../config/bank-holiday-list.ts'
import { CONFIG_NAMES } from '../../config/config.ts'
import { calendarLine, withCalendar } from '../../config/read-config.ts'
import { MAX_SETTINGS_BYTES, type Settings } from '../../config/settings.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, UsageError, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { type CommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { compareList } from './compare-list.ts'
import { mergedList } from './merged-list.ts'
import { readList } from './read-list.ts'
import { calendarUpdateReports, type UpdateAnswer } from './update-page.ts'

export type UpdateOptions = CommonOptions & {
  readonly from: string
  readonly source?: string
  readonly dryRun?: boolean
}

/** What the list is called in a repository that has none yet. */
const LIST_NAME = 'bank-holidays.json'

/** `plandue calendar update`: writes a list of bank holidays into the repository of plans. */
export async function updateList(options: UpdateOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const given = await readList(options.from, host)
  const today = isoOf(workspace.today)
  const source = options.source?.trim() || given.list.source || GOV_UK
  const retrieved = given.list.retrieved ?? today
  const compared = await compareList(given.list, withoutMissingFolder(workspace, host), host)
  const isUpToDate = compared.changes.length === 0
  const edits = isUpToDate
    ? []
    : editsFor({ ...given.list, source, retrieved }, workspace.settings, options.from, host)
  mustNotBeOutput([options.from, ...edits.map(({ file }) => file)], options)
  const answer: UpdateAnswer = {
    comparison: { ...compared, today, list: given.name },
    outcome: isUpToDate ? 'upToDate' : options.dryRun ? 'dryRun' : 'written',
    source,
    retrieved,
    files: edits.map(({ file }) => file),
  }
  if (answer.outcome === 'written') await writeAll(edits, host)
  const faults = compared.diagnostics.filter(isError)
  await writeDiagnostics([...given.diagnostics, ...faults], options, host)
  await writeAnswer(calendarUpdateReports, answer, options, host)
  return compared.complete ? 0 : 1
}

/** A list can be brought in before there is a folder of records. */
function withoutMissingFolder(workspace: Workspace, host: Host): Workspace {
  const folder = host.look(workspace.settings.records)
  const isMissing = 'problem' in folder && folder.problem.kind === 'missing'
  return isMissing ? { ...workspace, search: { ...workspace.search, paths: [] } } : workspace
}

type Edit = { readonly file: string; readonly text: string }

/** The files to write: the last list that the configuration names, or a new one and its name there. */
function editsFor(
  list: BankHolidayList,
  settings: Settings,
  from: string,
  host: Host,
): readonly Edit[] {
  const last = settings.calendarFiles.at(-1)
  if (last !== undefined) {
    const older = settings.bankHolidayLists.at(-1) ?? {}
    return [{ file: last, text: textOfList(mergedList(older, list)) }]
  }
  const config = settings.file ?? CONFIG_NAMES[0] ?? ''
  const file = join(dirname(config), LIST_NAME)
  const text = textOfList(list)
  mustBeFree(file, text, config, from, host)
  return [
    { file, text },
    { file: config, text: configNaming(settings.file, config, host) },
  ]
}

/** A file that is not listed may be anything: it is replaced only by the same list. */
function mustBeFree(file: string, text: string, config: string, from: string, host: Host): void {
  const there = host.look(file)
  const named = host.look(from)
  if ('problem' in there && there.problem.kind === 'missing') return
  if ('realPath' in there && 'realPath' in named && there.realPath === named.realPath) return
  const content = host.read(file, MAX_SETTINGS_BYTES)
  if ('text' in content && content.text === text) return
  throw new UsageError(
    `\`${file}\` already exists and \`${config}\` does not list it: move it away, or list it there with \`${calendarLine(LIST_NAME)}\``,
  )
}

/** The text of the configuration with the new list named in it. */
function configNaming(existing: string | undefined, config: string, host: Host): string {
  const content = existing === undefined ? { text: '' } : host.read(existing, MAX_SETTINGS_BYTES)
  const text = 'text' in content ? withCalendar(content.text, LIST_NAME, config) : undefined
  if (text !== undefined) return text
  throw new WorkError(
    `nothing was written, because \`${config}\` cannot be changed safely: save the list as \`${LIST_NAME}\` beside it, and add this line: ${calendarLine(LIST_NAME)}`,
  )
}

async function writeAll(edits: readonly Edit[], host: Host): Promise<void> {
  const written: string[] = []
  for (const { file, text } of edits) {
    const { problem } = await host.write(file, text)
    if (problem) {
      const rest =
        written.length > 0
          ? `; ${written.join(', ')} was written, and takes effect once you add this line: ${calendarLine(LIST_NAME)}`
          : ''
      throw new WorkError(`\`${file}\` cannot be written: ${why(problem)}${rest}`)
    }
    written.push(`\`${file}\``)
  }
}

/** The report of an update must not replace what the update is about. */
function mustNotBeOutput(files: readonly string[], { output }: UpdateOptions): void {
  if (output === undefined || !files.map(normalize).includes(normalize(output))) return
  throw new UsageError(
    `\`${output}\` is the list or the configuration itself: write the report elsewhere`,
  )
}
