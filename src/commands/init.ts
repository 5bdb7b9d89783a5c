import type { CliCommand } from './index.ts'
export const init: CliCommand = (program) => {
  program.command('init')
}
