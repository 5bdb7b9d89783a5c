import { manPage } from '../shell/man.ts'
import { version } from '../version.ts'
import { programShape } from './command-shape.ts'
import type { CliCommand } from './index.ts'

/** `plandue man`: the manual page. */
export const man: CliCommand = (program, run) => {
  program
    .command('man')
    .description('print the manual page')
    .addHelpText('after', '\nExamples:\n  plandue man | man -l -')
    .action(() =>
      run(async (host) => {
        host.out(manPage(await programShape(), version))
        return 0
      }),
    )
}
