import type { CliCommand } from './index.ts'
export const man: CliCommand = (program) => {
  program.command('man')
}
