import { type ExitCode, UsageError, WorkError } from './failures.ts'
import type { Host } from './host.ts'
import { version } from './version.ts'

/**
 * Runs plandue with the arguments after its name, and returns the exit code. All that it reads or
 * writes goes through the host. Failures end here: each kind has its words and its exit code.
 */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  // The version needs nothing else, and scripts ask for it often.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    host.out(`${version}\n`)
    return 0
  }
  try {
    const { runProgram } = await import('./program.ts')
    return await runProgram(argv, host)
  } catch (failure) {
    return await tell(failure, argv, host)
  }
}

async function tell(failure: unknown, argv: readonly string[], host: Host): Promise<ExitCode> {
  const { printable } = await import('./terminal/printable.ts')
  if (failure instanceof UsageError) {
    const { writeDiagnostics } = await import('./commands/options.ts')
    await writeDiagnostics(failure.diagnostics, { quiet: true }, host)
    host.err(`plandue: ${printable(failure.message)}\n`)
    return 2
  }
  if (failure instanceof WorkError) {
    host.err(`plandue: ${printable(failure.message)}\n`)
    return 3
  }
  const isVerbose = argv.includes('-v') || argv.includes('--verbose')
  const { message, stack = message } =
    failure instanceof Error ? failure : new Error(String(failure))
  host.err(`plandue: something went wrong that should not: ${printable(message)}\n`)
  host.err(isVerbose ? `${stack}\n` : 'Run it again with --verbose for the details of a bug report.\n')
  return 3
}
