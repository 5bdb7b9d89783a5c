import { basename, dirname, join } from 'node:path/posix'
import type { Command } from 'commander'
import { type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { frameworkOf } from '../../config/framework-of.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, UsageError, WorkError } from '../../diagnostics/failures.ts'
import type { Framework } from '../../frameworks/framework.ts'
import type { Host } from '../../host/host.ts'
import { pathFrom } from '../../host/paths.ts'
import { listing } from '../../language/listing.ts'
import { SCHEMA_FILE } from '../../workspace/modeline.ts'
import { readOne } from '../../workspace/read-records.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { type Asking, announce, answer, answerBack } from '../kit/asking.ts'
import type { CliCommand } from '../kit/contract.ts'
import {
  type CommonOptions,
  dateArgument,
  painterFor,
  withCommonOptions,
  writeDiagnostics,
} from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { textArgument, textsArgument, visitedArgument } from './draft-arguments.ts'
import { matchFramework } from './match-framework.ts'
import { type RecordDraft, textOfRecord } from './new-record.ts'
import { draftLines, type NewAnswer, newReports } from './page.ts'
import { statedArgument } from './printed-due.ts'
import { askForDraft, type PartialRecordDraft } from './questions.ts'
import { fileFor, pathWithin, writeBoth } from './record-file.ts'
import { twinFinder } from './twin.ts'

type NewOptions = CommonOptions &
  Omit<PartialRecordDraft, 'areas'> & {
    readonly area?: readonly string[]
    /** False for `--no-areas`. */
    readonly areas: boolean
    readonly file?: string
  }

/** `plandue new`: starts a record from options and, on a terminal, answers to questions. */
export const newRecord: CliCommand = (program, run) => {
  const command = program.command('new').description('start a record, from questions or options')
  withCommonOptions(withFacts(command), Object.keys(newReports))
    .addHelpText('after', EXAMPLES)
    .action((options: NewOptions) => run((host) => begin(options, host)))
}

function withFacts(command: Command): Command {
  return command
    .option('--authority <name>', 'who was inspected', textArgument)
    .option('--framework <id>', 'the framework: see plandue frameworks')
    .option('--title <text>', 'what the inspection looked at', textArgument)
    .option('--visited <date>', 'a day, a month or FROM..TO', visitedArgument)
    .option('--published <date>', 'the day on which the report was published', dateArgument)
    .option('--received <date>', 'the day on which the authority received it', dateArgument)
    .option(
      '--stated <date>',
      'the due date that it prints for the plan, or STAGE=DATE',
      statedArgument,
    )
    .option('--source <url>', 'where the report can be read', textArgument)
    .option('--area <text>', 'an area for priority action; can be repeated', textsArgument)
    .option('--no-areas', 'the report has no area for priority action')
    .option('--file <file>', 'the file to write (default: named after authority and year)')
}

const EXAMPLES = `
Examples:
  plandue new                                  asks questions on a terminal
  plandue new --authority "Leeds City Council" --framework ilacs-focused-visit \\
    --received 2024-01-05 --area "The timeliness of strategy discussions"`

async function begin(options: NewOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const known = knownOf(options, workspace)
  const twinOf = await twinFinder(workspace, host)
  if (isWhole(known)) {
    mustBeNew(twinOf(known))
    return write(known, options, workspace, host)
  }
  const conversation = await host.conversation()
  if (!conversation) throw new UsageError(`not interactive: pass ${missing(known)}`)
  const { bold } = await painterFor(host.errScreen, options, host)
  const asking: Asking = { conversation, host, bold, today: isoOf(workspace.today) }
  try {
    const draft = await askForDraft(known, workspace.settings.frameworks, twinOf, asking)
    return await write(draft, options, workspace, host, asking)
  } finally {
    conversation.end()
  }
}

/** The options as a draft. Throws a UsageError for options that contradict each other or cannot be. */
function knownOf(options: NewOptions, { settings, today }: Workspace): PartialRecordDraft {
  const { authority, framework, title, visited, published, received, stated, source, area } =
    options
  mustBeOver({ published, received }, isoOf(today))
  if (area && !options.areas) throw new UsageError('use either `--area` or `--no-areas`')
  const areas = options.areas ? area : []
  return {
    ...(authority === undefined ? {} : { authority }),
    ...(framework === undefined ? {} : { framework: frameworkNamed(framework, settings) }),
    ...(title === undefined ? {} : { title }),
    ...(visited === undefined ? {} : { visited }),
    ...(published === undefined ? {} : { published }),
    ...(received === undefined ? {} : { received }),
    ...(stated === undefined ? {} : { stated }),
    ...(source === undefined ? {} : { source }),
    ...(areas === undefined ? {} : { areas }),
  }
}

/** A report that is dated ahead would be waited for without a deadline. Throws a UsageError. */
function mustBeOver(days: Readonly<Record<string, IsoDate | undefined>>, today: IsoDate): void {
  for (const [name, day] of Object.entries(days)) {
    if (day === undefined || day <= today) continue
    throw new UsageError(
      `\`--${name}\` is ${longDate(day)}, in the future: today is ${longDate(today)}`,
    )
  }
}

function mustBeNew(twin: string | undefined): void {
  if (twin === undefined) return
  throw new UsageError(
    `\`${twin}\` has the same authority, framework and day, so nothing was written; if this is another inspection, give each a \`title\` of its own`,
  )
}

/** The id of the framework that a word of the command line means. Throws a UsageError. */
function frameworkNamed(word: string, settings: Workspace['settings']): string {
  const { fitting } = matchFramework(word, [...settings.frameworks.values()])
  const [only, another] = fitting
  return only && !another ? only.id : frameworkOf(word, settings).id
}

function hasDate({ visited, published, received }: PartialRecordDraft): boolean {
  return (visited ?? published ?? received) !== undefined
}

function isWhole(known: PartialRecordDraft): known is RecordDraft {
  return known.authority !== undefined && known.framework !== undefined && hasDate(known)
}

function missing(known: PartialRecordDraft): string {
  const wanted = [
    ...(known.authority === undefined ? ['--authority'] : []),
    ...(known.framework === undefined ? ['--framework'] : []),
    ...(hasDate(known) ? [] : ['one of --received, --published, --visited']),
  ]
  return listing(wanted)
}

/** Writes a record that was proven by reading it back; on a terminal, asks first. */
async function write(
  draft: RecordDraft,
  options: NewOptions,
  workspace: Workspace,
  host: Host,
  asking?: Asking,
): Promise<ExitCode> {
  const file = fileFor(draft, options.file, workspace, host)
  const schemaFile = join(workspace.settings.root, SCHEMA_FILE)
  const framework = frameworkOf(draft.framework, workspace.settings)
  const schema = pathFrom(dirname(file), schemaFile, host.cwd)
  const text = textOfRecord(draft, schema, framework)
  const within = pathWithin(workspace.settings.records, file, host)
  const id = (within ?? basename(file)).replace(/\.ya?ml$/, '')
  const { items, diagnostics } = readOne(text, { file, id }, workspace)
  if (diagnostics.some(isError)) throw new UsageError('the record would be invalid', diagnostics)
  await writeDiagnostics(diagnostics, options, host)
  if (asking) await askToWrite(draft, framework, file, asking)
  const isNewSchema = await writeBoth({ file, text }, schemaFile, host)
  const answer: NewAnswer = {
    today: isoOf(workspace.today),
    id,
    file,
    isApart: within === undefined,
    published: draft.published,
    framework,
    schemaFile: isNewSchema ? schemaFile : null,
    items,
  }
  await writeAnswer(newReports, answer, options, host)
  return 0
}

/** Shows what is known, and asks. Throws a WorkError for a no. */
async function askToWrite(
  draft: RecordDraft,
  framework: Framework,
  file: string,
  asking: Asking,
): Promise<void> {
  asking.host.err(`\n${draftLines(draft, framework)}`)
  for (;;) {
    announce(`Write ${file}? [yes]`, asking)
    const text = await answer(asking)
    if (/^(?:y(?:es)?)?$/i.test(text)) {
      asking.host.err('\n')
      return
    }
    if (/^no?$/i.test(text)) throw new WorkError('nothing was written')
    answerBack('Yes or no?', asking)
  }
}
