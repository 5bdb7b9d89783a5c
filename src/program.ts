import { Command, CommanderError } from 'commander'
import { commands } from './commands/index.ts'
import type { Load } from './commands/kit/contract.ts'
import { harmlessHost } from './commands/kit/harmless-host.ts'
import { writeDiagnostics } from './commands/kit/options.ts'
import { takePaths } from './commands/kit/path-values.ts'
import { mustOverwriteNothing } from './commands/kit/result-files.ts'
import {
  type ExitCode,
  NothingYetError,
  RefusedError,
  UsageError,
  WorkError,
} from './diagnostics/failures.ts'
import { beginSuggestions, didYouMean } from './diagnostics/suggest.ts'
import type { Host } from './host/host.ts'
import { printable } from './terminal/printable.ts'
import { version } from './version.ts'

/** Parses the arguments, runs the command and returns the exit code. Never throws. */
export async function runCommand(argv: readonly string[], world: Host): Promise<ExitCode> {
  const host = harmlessHost(world)
  let exitCode: ExitCode = 0
  beginSuggestions()
  const program = new Command('plandue')
    .description(
      'Which action plans are due when after an inspection, and which are overdue or at risk?',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    // Options after the name of a command belong to that command alone.
    .enablePositionalOptions()
    // The arguments of a command are in its own help.
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.out(text),
      writeErr: (text) => host.err(text.replace(/^error: /, 'plandue: ')),
      getOutHelpWidth: () => host.outScreen.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => host.errScreen.columns ?? HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('See plandue --help')
    .hook('preAction', (_, command) => {
      takePaths(command, host)
      mustOverwriteNothing(command, host)
    })
  try {
    for (const load of wanted(argv)) {
      const command = await load()
      const run = async (work: (host: Host) => Promise<ExitCode>) => {
        exitCode = await work(host)
      }
      command(program, run, commands)
    }
    nameHelp(program, 'plandue')
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (failure) {
    return await reportFailure(failure, argv, host)
  }
}

function nameHelp({ commands }: Command, path: string): void {
  for (const command of commands) {
    const name = `${path} ${command.name()}`
    command.showHelpAfterError(`See ${name} --help`)
    nameHelp(command, name)
  }
}

/** The command for arguments that name none. */
const usualCommand: Load = async () => (await import('./commands/check/command.ts')).check

/** The command that the first word names, else the default one; for help, all of them. */
function wanted([word = '']: readonly string[]): readonly Load[] {
  return ['-h', '--help'].includes(word)
    ? [...commands.values()]
    : [commands.get(word) ?? usualCommand]
}

async function reportFailure(
  failure: unknown,
  argv: readonly string[],
  host: Host,
): Promise<ExitCode> {
  // Commander has reported it already; its own code is 0 after help and version, else 1.
  if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2
  const { message, stack = message } =
    failure instanceof Error ? failure : new Error(String(failure))
  if (failure instanceof NothingYetError) {
    host.err(`${printable(message)}\n\n${FIRST_STEPS}`)
    return 2
  }
  if (failure instanceof UsageError) {
    await writeDiagnostics(failure.diagnostics, { quiet: true }, host)
    host.err(`plandue: ${printable(message)}${mistypedCommand(argv[0] ?? '')}\n`)
    return 2
  }
  if (failure instanceof RefusedError) {
    await writeDiagnostics(failure.diagnostics, { quiet: true }, host)
    host.err(`plandue: ${printable(message)}\n`)
    return 1
  }
  if (failure instanceof WorkError) {
    host.err(`plandue: ${printable(message)}\n`)
    return 3
  }
  const isVerbose = argv.includes('-v') || argv.includes('--verbose')
  host.err(`plandue: internal error: ${printable(message)}\n`)
  host.err(
    isVerbose ? `${stack}\n` : 'Run again with --verbose for details to include in a bug report.\n',
  )
  return 3
}

/** What to do where there is no record yet. */
const FIRST_STEPS = `  plandue new         begins the first record; it asks for what it needs
  plandue due today   shows the dates of a letter that came today
  plandue init        sets up settings, an example and checks
`

/** An unknown command reaches the default command as a path; it may be a misspelt command. */
function mistypedCommand(word: string): string {
  const names = [...commands.keys()]
  const suggestion = names.includes(word) ? undefined : didYouMean(word, names)
  return suggestion ? `; did you mean the command \`${suggestion}\`?` : ''
}

const HELP_WIDTH = 80
