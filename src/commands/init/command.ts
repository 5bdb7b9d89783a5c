import { join, normalize } from 'node:path/posix'
import { Option } from 'commander'
import { CONFIG_NAMES } from '../../config/config.ts'
import { type ExitCode, UsageError, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { commandWord } from '../../terminal/command-word.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withResultOptions } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { schemas } from '../schema/schemas.ts'
import { type InitAnswer, type InitFile, initReports } from './page.ts'
import { type ScaffoldFile, scaffold } from './scaffold/index.ts'

type Ci = 'github' | 'gitlab' | 'none'

type InitOptions = Omit<CommonOptions, 'today' | 'config'> & {
  readonly ci: Ci
  readonly dryRun?: boolean
}

/** `plandue init`: sets up a repository of plans. */
export const init: CliCommand = (program, run) => {
  const command = program
    .command('init')
    .description('set up a repository of plans')
    .argument('[folder]', 'the folder to set up, created if it does not exist', '.')
    .addOption(
      new Option('--ci <where>', 'where the checks run')
        .choices(['github', 'gitlab', 'none'])
        .default('github'),
    )
    .option('--dry-run', 'write nothing, only show what would be written')
  withResultOptions(command, Object.keys(initReports))
    .addHelpText('after', EXAMPLES)
    .action((folder: string, options: InitOptions) => run((host) => setUp(folder, options, host)))
}

const EXAMPLES = `
Examples:
  plandue init                       this folder
  plandue init our-plans --dry-run   what would be written where
  plandue init --ci gitlab           with a job for GitLab instead of GitHub`

async function setUp(folder: string, options: InitOptions, host: Host): Promise<ExitCode> {
  const root = normalize(folder).replace(/(?<=.)\/$/, '')
  const there = host.look(root)
  if ('kind' in there && there.kind !== 'folder')
    throw new UsageError(`\`${root}\` is not a folder`)
  const { ci, dryRun = false } = options
  const files: InitFile[] = []
  for (const planned of plannedFor(ci)) files.push(await makeFile(planned, root, dryRun, host))
  const next = nextSteps(root, files, ci, host)
  await writeAnswer(initReports, { folder: root, isDryRun: dryRun, files, next }, options, host)
  return 0
}

type Planned = ScaffoldFile & {
  readonly words: string
  /** Paths at which something else makes it unnecessary. */
  readonly instead?: readonly string[]
}

/** The files of a repository of plans, and what each is for. */
function plannedFor(ci: Ci): readonly Planned[] {
  const { configuration, example, readme, editorSettings, editorExtensions, preCommit } = scaffold
  const schema = (kind: 'record' | 'config' | 'framework') => ({
    path: `.plandue/${kind}.schema.json`,
    text: `${JSON.stringify(schemas[kind], null, 2)}\n`,
    words: 'for editors; completes and explains each key, offline too',
  })
  const checks = 'the checks; for each pull request, and daily'
  return [
    { ...configuration, words: 'the settings; with comments', instead: CONFIG_NAMES },
    // A made-up record has no place among real ones.
    { ...example, words: 'an example; a record explained in comments', instead: ['plans'] },
    { ...readme, words: 'for maintainers; when to do what', instead: ['README'] },
    ...(ci === 'github' ? [{ ...scaffold.github, words: checks }] : []),
    ...(ci === 'gitlab' ? [{ ...scaffold.gitlab, words: checks }] : []),
    { ...preCommit, words: 'a hook; invalid records block a commit' },
    { ...editorSettings, words: 'for VS Code; which schema applies to which file' },
    { ...editorExtensions, words: 'for VS Code; the extension for YAML' },
    schema('record'),
    schema('config'),
    schema('framework'),
  ]
}

/** Writes a file unless there is one. Throws a WorkError. */
async function makeFile(
  { path, text, words, instead = [] }: Planned,
  root: string,
  isDryRun: boolean,
  host: Host,
): Promise<InitFile> {
  const taken = [path, ...instead].find((one) => isTaken(join(root, one), host))
  if (taken === path) return { path, outcome: 'left', words: 'already exists' }
  if (taken !== undefined) {
    return { path, outcome: 'left', words: `not needed: ${taken} exists` }
  }
  if (isDryRun) return { path, outcome: 'toWrite', words }
  const { problem } = await host.add(join(root, path), text)
  if (!problem) return { path, outcome: 'written', words }
  if (problem.kind === 'exists') return { path, outcome: 'left', words: 'already exists' }
  throw new WorkError(`\`${join(root, path)}\` cannot be written: ${why(problem)}`)
}

/** Whether something is at a path; of a folder, whether something is in it. */
function isTaken(path: string, host: Host): boolean {
  const looked = host.look(path)
  if ('problem' in looked) return looked.problem.kind !== 'missing'
  const entries = looked.kind === 'folder' ? host.list(path) : []
  return 'problem' in entries || looked.kind !== 'folder' || entries.length > 0
}

/** The day on which the example has an item at risk, and others on track. */
const EXAMPLE_DAY = '2024-06-25'

function nextSteps(
  root: string,
  files: readonly InitFile[],
  ci: Ci,
  host: Host,
): InitAnswer['next'] {
  const isNew = (path: string) => files.some((one) => one.path === path && one.outcome !== 'left')
  const owned = [
    ...(ci === 'none' ? [] : [scaffold[ci].path]),
    scaffold.preCommit.path,
    scaffold.readme.path,
  ].filter(isNew)
  const isInGit = !('problem' in host.look(join(root, '.git')))
  return [
    ...(root === '.' ? [] : [[`cd ${commandWord(root)}`, ''] as const]),
    ...(isInGit ? [] : [['git init', 'unless it is in a repository already'] as const]),
    ['plandue check', 'reports on the records; all of the example is finished today'],
    ...(isNew(scaffold.example.path)
      ? [
          [
            `plandue check --today ${EXAMPLE_DAY}`,
            'shows the example alive: its draft is at risk, the rest on track',
          ] as const,
        ]
      : []),
    ['plandue new', 'starts your first record; then delete the example'],
    ...(owned.length > 0
      ? [
          [
            'OWNER',
            `is a placeholder in ${owned.join(', ')}: replace it with the owner of your copy of plandue`,
          ] as const,
        ]
      : []),
  ]
}
