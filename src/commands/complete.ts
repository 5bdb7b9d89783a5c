import type { CliCommand } from './index.ts'
export const complete: CliCommand = (program) => {
  program.command('complete')
}
