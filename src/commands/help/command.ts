import type { Command } from 'commander'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import { didYouMean } from '../../diagnostics/suggest.ts'
import type { Host } from '../../host/host.ts'
import type { Page } from '../../page/page.ts'
import { tablePage } from '../../page/table-page.ts'
import type { CliCommand, CommandList } from '../kit/contract.ts'
import { painterFor, widthFor } from '../kit/options.ts'
import { overviewPage } from './overview.ts'

/**
 * `plandue help`: what plandue can do, a command, a topic of the manual, or a code. Where a command and
 * a topic share a name, both.
 */
export const help: CliCommand = (program, run, all) => {
  program
    .command('help')
    .description('show help on a command, a topic of the manual, a diagnostic or a reason')
    .argument('[words...]', 'a command, a topic or a code; without one, an overview')
    .addHelpText('after', EXAMPLES)
    .action((words: string[]) => run((host) => showHelp(words, program, all, host)))
}

const EXAMPLES = `
Examples:
  plandue help submit       the same as plandue submit --help
  plandue help counting     how days are counted
  plandue help not-a-date   what a message means, and the way out`

async function showHelp(
  words: readonly string[],
  program: Command,
  all: CommandList,
  host: Host,
): Promise<ExitCode> {
  const { codeText, pageOf, topics } = await import('../../guide/index.ts')
  const [word = '', ...more] = words
  const load = all.get(word)
  if (load) {
    if (word !== 'help') (await load())(program, async () => undefined, all)
    commandAt([word, ...more], program).outputHelp()
    if (more.length > 0 || !topics.has(word)) return 0
    host.out('\n')
  }
  const text = topics.get(word) ?? codeText(word)?.text
  if (text !== undefined) await draw(pageOf(text), host)
  else if (word === '') await draw(overviewPage([...topics.keys()]), host)
  else throw unknown(word, [...all.keys(), ...topics.keys()])
  return 0
}

/** The command that words name, such as `remind log`. Throws a UsageError. */
function commandAt([word = '', ...more]: readonly string[], parent: Command): Command {
  const command = parent.commands.find((one) => one.name() === word)
  if (!command) {
    const own = parent.commands.map((one) => one.name())
    throw unknown(
      `${parent.name()} ${word}`,
      own.map((name) => `${parent.name()} ${name}`),
    )
  }
  return more.length > 0 ? commandAt(more, command) : command
}

function unknown(word: string, known: readonly string[]): UsageError {
  const near = didYouMean(word, known)
  const hint = near === undefined ? '' : ` Did you mean ${near}?`
  return new UsageError(`no command or topic "${word}".${hint} plandue --help lists them all.`)
}

async function draw(page: Page, host: Host): Promise<void> {
  const paint = await painterFor(host.outScreen, {}, host)
  const width = Math.min(widthFor({}, host), WIDEST)
  host.out(tablePage(page, { paint, width, quiet: false, verbose: false }))
}

/** Longer lines are hard to read. */
const WIDEST = 80
