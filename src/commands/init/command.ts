import { join, normalize, relative } from 'node:path/posix'
import { Option } from 'commander'
import { CONFIG_NAMES } from '../../config/config.ts'
import { loadSettings } from '../../config/settings.ts'
import { type ExitCode, UsageError, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withResultOptions } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { nextSteps } from './next-steps.ts'
import { type InitFile, initReports } from './page.ts'
import { CI, type CiChoice, type Planned, plannedFor } from './planned.ts'

type InitOptions = Omit<CommonOptions, 'today' | 'config'> & {
  readonly dryRun?: boolean
} & CiChoice

/** `plandue init`: sets up a repository of plans. */
export const init: CliCommand = (program, run) => {
  const command = program
    .command('init')
    .description('set up a repository of plans')
    .argument('[folder]', 'the folder to set up, created if it does not exist', '.')
    .addOption(
      new Option('--ci <where>', 'where the checks run').choices([...CI, 'none']).default('github'),
    )
    .option('--pages', 'github, gitlab: publish a page and a calendar as well')
    .option('--people', 'with --pages: with owners, and what people wrote')
    .option('--dry-run', 'write nothing, only show what would be written')
  withResultOptions(command, Object.keys(initReports))
    .addHelpText('after', EXAMPLES)
    .action((folder: string, options: InitOptions) => run((host) => setUp(folder, options, host)))
}

const EXAMPLES = `
Examples:
  plandue init                       this folder
  plandue init our-plans --dry-run   what would be written where
  plandue init --pages               with a page and a calendar for everybody
  plandue init --ci azure            with a pipeline for Azure instead of GitHub`

async function setUp(folder: string, options: InitOptions, host: Host): Promise<ExitCode> {
  const root = normalize(folder).replace(/(?<=.)\/$/, '')
  const there = host.look(root)
  if ('kind' in there && there.kind !== 'folder')
    throw new UsageError(`\`${root}\` is not a folder`)
  mustPublish(options)
  const { dryRun = false } = options
  const files: InitFile[] = []
  for (const planned of plannedFor(options, recordsIn(root, host)))
    files.push(await makeFile(planned, root, dryRun, host))
  const next = nextSteps(root, files, host)
  await writeAnswer(initReports, { folder: root, isDryRun: dryRun, files, next }, options, host)
  return 0
}

/** Throws a UsageError where a page is asked for that nothing would publish, or people on none. */
function mustPublish({ ci, pages, people }: CiChoice): void {
  if (pages && ci !== 'github' && ci !== 'gitlab') {
    throw new UsageError('--pages needs --ci github or gitlab: nothing else publishes a page')
  }
  if (people && !pages) throw new UsageError('--people is for the page: add --pages')
}

/** The folder of records, seen from the root: by the configuration that is there. Throws a UsageError. */
function recordsIn(root: string, host: Host): string {
  const own = CONFIG_NAMES.map((name) => join(root, name)).find((path) => isTaken(path, host))
  return own === undefined ? 'plans' : relative(root, loadSettings(own, host).records) || '.'
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
