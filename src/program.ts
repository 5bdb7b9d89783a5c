import { Command, CommanderError } from 'commander'
import { commands } from './commands/index.ts'
import type { ExitCode } from './failures.ts'
import type { Host } from './host.ts'
import { version } from './version.ts'

/** Parses the arguments and runs the command that they ask for. */
export async function runProgram(argv: readonly string[], host: Host): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const program = new Command('plandue')
    .description('Which action plans are due when after an inspection, and which are overdue or at risk?')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
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
  for (const command of commands) {
    command(program, async (work) => {
      exitCode = await work(host)
    })
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (failure) {
    // Commander has said what is wrong; it ends with 0 after help and version, else with 1.
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2
    throw failure
  }
}

const HELP_WIDTH = 80
