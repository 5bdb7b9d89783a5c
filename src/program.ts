import { Command, CommanderError } from 'commander'
import { commands, usualCommand } from './commands/index.ts'
import type { Load } from './commands/kit/contract.ts'
import { writeDiagnostics } from './commands/kit/options.ts'
import { type ExitCode, RefusedError, UsageError, WorkError } from './diagnostics/failures.ts'
import { didYouMean } from './diagnostics/suggest.ts'
import type { Host } from './host/host.ts'
import { printable } from './terminal/printable.ts'
import { version } from './version.ts'

/** What a thread of its own does: see bin/worker.js. */
export { doJob } from './workspace/in-threads.ts'

/** Parses the arguments, runs the command that they ask for, and returns the exit code. */
export async function runCommand(argv: readonly string[], host: Host): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const program = new Command('plandue')
    .description(
      'Which action plans are due when after an inspection, and which are overdue or at risk?',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    // What stands after the name of a command is for that command alone.
    .enablePositionalOptions()
    // What a command takes is in its own help; here each has one line.
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
    return await tell(failure, argv, host)
  }
}

/** Lets each command name its own help after an error. */
function nameHelp({ commands }: Command, path: string): void {
  for (const command of commands) {
    const name = `${path} ${command.name()}`
    command.showHelpAfterError(`See ${name} --help`)
    nameHelp(command, name)
  }
}

/** The command that the first word names, else the usual one; for help, all of them. */
function wanted([word = '']: readonly string[]): readonly Load[] {
  return ['-h', '--help'].includes(word)
    ? [...commands.values()]
    : [commands.get(word) ?? usualCommand]
}

/** Says what went wrong. Each kind of failure has its words and its exit code. */
async function tell(failure: unknown, argv: readonly string[], host: Host): Promise<ExitCode> {
  // Commander has said it already; it ends with 0 after help and version, else with 1.
  if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2
  const { message, stack = message } =
    failure instanceof Error ? failure : new Error(String(failure))
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
  host.err(`plandue: something went wrong that should not: ${printable(message)}\n`)
  host.err(
    isVerbose ? `${stack}\n` : 'Run it again with --verbose for the details of a bug report.\n',
  )
  return 3
}

/** A word that is no command goes to the default command as a path; perhaps it was meant for one. */
function mistypedCommand(word: string): string {
  const names = [...commands.keys()]
  const suggestion = names.includes(word) ? undefined : didYouMean(word, names)
  return suggestion ? `; did you mean the command \`${suggestion}\`?` : ''
}

const HELP_WIDTH = 80
