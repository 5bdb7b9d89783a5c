import { version } from '../../version.ts'
import type { CliCommand } from '../kit/contract.ts'
import { programShape } from './command-shape.ts'
import { manPage } from './man.ts'

export const man: CliCommand = (program, run, all) => {
  program
    .command('man')
    .description('print the manual page')
    .addHelpText('after', '\nExamples:\n  plandue man | man -l -')
    .action(() =>
      run(async (host) => {
        host.out(manPage(await programShape(all), version))
        return 0
      }),
    )
}
