import { Argument } from 'commander'
import { loadSettings } from '../../config/settings.ts'
import type { Host } from '../../host/host.ts'
import { findRecords } from '../../records/find.ts'
import { inert } from '../../terminal/printable.ts'
import { readState } from '../../workspace/records-state.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import type { CliCommand, CommandList } from '../kit/contract.ts'
import { programShape } from './command-shape.ts'
import { soughtBy } from './complete-line.ts'
import { DYNAMIC } from './quote.ts'

const KINDS = ['frameworks', 'items', 'words'] as const
type Kind = (typeof KINDS)[number]

/**
 * `plandue complete`: ids for shell completion, one per line; prints nothing on errors. With `words`,
 * what the last line of the variable `PLANDUE_WORDS` can become, where the lines are the words after
 * `plandue`: each with a tab and what is said of it.
 */
export const complete: CliCommand = (program, run, all) => {
  program
    .command('complete', { hidden: true })
    .description('print ids for shell completion')
    .addArgument(new Argument('<kind>', 'the kind of id').choices(KINDS))
    .argument('[word]', 'the start of the id', '')
    .action((kind: Kind, word: string) =>
      run(async (host) => {
        const isLine = kind === 'words'
        host.out(isLine ? await lineWords(all, host) : lines(await idsOf(kind, word, host), word))
        return 0
      }),
    )
}

/** Ids that begin with a word, without those that have line breaks or control characters. */
function lines(ids: readonly string[], word: string): string {
  return ids
    .filter((id) => id.startsWith(word) && inert(id) === id)
    .map((id) => `${id}\n`)
    .join('')
}

async function lineWords(all: CommandList, host: Host): Promise<string> {
  const typed = (host.env('PLANDUE_WORDS') ?? '').split('\n')
  const { wanted, start, kept, about } = soughtBy(await programShape(all), typed)
  const kind = DYNAMIC[wanted.kind]
  const ids = kind === undefined ? [] : await idsOf(kind, start, host)
  const words = wanted.kind === 'word' ? wanted.words : ids
  const found = lines(words, start).split('\n').filter(Boolean)
  return found.map((word) => `${kept}${word}\t${about.get(word) ?? ''}\n`).join('')
}

async function idsOf(kind: Kind, word: string, host: Host): Promise<readonly string[]> {
  try {
    if (kind === 'frameworks') return [...loadSettings(undefined, host).frameworks.keys()]
    const workspace = openWorkspace([], {}, host)
    return word.includes('#')
      ? await itemIds(word.slice(0, word.indexOf('#')), workspace, host)
      : (await findRecords(workspace.search, host)).records.map(({ id }) => id)
  } catch {
    // Tab shows no errors: running the command does.
    return []
  }
}

/** Reads the file of that record alone. */
async function itemIds(record: string, workspace: Workspace, host: Host): Promise<string[]> {
  const { records } = await findRecords(workspace.search, host)
  const paths = records.filter(({ id }) => id === record).map(({ file }) => file)
  if (paths.length === 0) return []
  const { items } = await readState({ ...workspace, search: { ...workspace.search, paths } }, host)
  return items.map(({ id }) => id)
}
