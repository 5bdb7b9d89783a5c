import type { ExitCode } from './diagnostics/failures.ts'
import type { Host } from './host/host.ts'
import { version } from './version.ts'

/** The real world, for `run`. */
export { nodeHost } from './node/host.ts'

/** The rest of plandue: all that is not needed to print its version. */
type Program = typeof import('./program.ts')

/**
 * Runs plandue with the arguments after its name, and returns the exit code. All that it reads or
 * writes goes through the host. Scripts ask for the version often, so nothing else is loaded for it.
 */
export async function run(
  argv: readonly string[],
  host: Host,
  load: () => Promise<Program> = () => import('./program.ts'),
): Promise<ExitCode> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    host.out(`${version}\n`)
    return 0
  }
  const { runCommand } = await load()
  return runCommand(argv, host)
}
