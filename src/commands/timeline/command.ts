import { isoOf } from '../../calendar/day.ts'
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import { didYouMeanPart } from '../../diagnostics/suggest.ts'
import type { Host } from '../../host/host.ts'
import { groupBy } from '../../language/group-by.ts'
import { type Link, linkOf } from '../../records/links.ts'
import { hasName, nameForm } from '../../records/names.ts'
import { detached } from '../../workspace/detached.ts'
import { linkDiagnostics } from '../../workspace/links.ts'
import type { ReadRecord } from '../../workspace/read-records.ts'
import { takeFromWorkspace } from '../../workspace/take-from-records.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { answerFromRecords } from '../kit/write-answer.ts'
import type { Chapter } from './events.ts'
import { timelineReports } from './page.ts'
import { chapterOf, storyOf } from './timeline.ts'

/** `plandue timeline`: what happened to an authority, and what it still has to do. */
export const timeline: CliCommand = (program, run) => {
  const command = program
    .command('timeline')
    .description('show the history of an authority, and what it still has to do')
    .argument('[authority]', 'its name, or a part of it; all of them if it is left out')
  withCommonOptions(command, Object.keys(timelineReports))
    .addHelpText('after', EXAMPLES)
    .action((authority: string | undefined, options: CommonOptions) =>
      run((host) => reportTimeline(authority, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue timeline shropshire                     visits, reports, plans and actions, in order
  plandue timeline shropshire --today 2024-02-05  as at another day
  plandue timeline shropshire -q                  without actions and areas
  plandue timeline shropshire -v                  with the texts of areas, sources and notes`

/** What is kept of a record: how it is linked, and its part of the story where that is wanted. */
type Part = { readonly file: string; readonly link: Link; readonly chapter: Chapter | null }

async function reportTimeline(
  wanted: string | undefined,
  options: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const { folder } = workspace.search
  const all = await takeFromWorkspace(
    workspace,
    host,
    (record) => partsOf(record, workspace, wanted),
    (parts, records) => {
      const links = parts.map(({ link }) => link)
      const ids = records.map(({ id }) => id)
      return linkDiagnostics(links, ids, folder, host)
    },
  )
  const stories = storiesOf(all.taken, wanted, all.diagnostics.filter(isError))
  const files = new Set(stories.flatMap(({ parts }) => parts.map(({ file }) => file)))
  // An error can hide a record of any authority; what else is to be said belongs to its own.
  const diagnostics = all.diagnostics.filter((one) => isError(one) || files.has(one.file))
  const answer = { today: isoOf(workspace.today), diagnostics, stories }
  return answerFromRecords(timelineReports, answer, options, host)
}

/** The story of each wanted authority, with the parts that it is made of. */
function storiesOf(
  parts: readonly Part[],
  wanted: string | undefined,
  errors: readonly Diagnostic[],
) {
  const byAuthority = groupBy(parts, ({ link }) => nameForm(link.authority))
  const names = [...byAuthority.values()].flatMap(([first]) => first?.link.authority ?? [])
  const whose = parts.find(({ link }) => link.id === wanted)?.link.authority
  return wantedOf(names.sort(), wanted, whose, errors).map((authority) => {
    const own = byAuthority.get(nameForm(authority)) ?? []
    const chapters = own.flatMap(({ chapter }) => chapter ?? [])
    return { ...storyOf(authority, chapters), parts: own }
  })
}

function partsOf(
  { reading, items }: ReadRecord,
  { context, today }: Workspace,
  wanted: string | undefined,
): Part[] {
  const link = linkOf(reading)
  const { id, file, record } = reading
  if (!record || !link) return []
  const { framework: frameworkId, authority } = record
  const { title = frameworkId } = context.frameworks.get(frameworkId) ?? {}
  const assessed = { id, record, items, framework: { id: frameworkId, title } }
  const isWanted = wanted === undefined || hasName(authority, wanted)
  const chapter = isWanted ? chapterOf(assessed, isoOf(today)) : null
  return [detached({ file, link, chapter })]
}

/**
 * The authorities of just this name, else all whose names have the text. Throws a UsageError with
 * the nearest if there is none, or with that whose record has this id; an error may be why there is none.
 */
function wantedOf(
  names: readonly string[],
  wanted: string | undefined,
  whose: string | undefined,
  errors: readonly Diagnostic[],
): readonly string[] {
  if (wanted === undefined) return names
  const named = names.filter((name) => nameForm(name) === nameForm(wanted))
  const matching = named.length > 0 ? named : names.filter((name) => hasName(name, wanted))
  if (matching.length > 0) return matching
  const next = whose ? `, but a record: use \`${whose}\`` : didYouMeanPart(wanted, names)
  throw new UsageError(`there is no record of an authority \`${wanted}\`${next}`, errors)
}
