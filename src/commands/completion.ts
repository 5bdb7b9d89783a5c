import type { CliCommand } from './index.ts'
export const completion: CliCommand = (program) => {
  program.command('completion')
}
