import { Argument } from 'commander'
import type { CliCommand } from '../kit/contract.ts'
import { schemas } from './schemas.ts'

export const schema: CliCommand = (program, run) => {
  program
    .command('schema')
    .description('print the JSON Schema of a kind of file')
    .addArgument(new Argument('<kind>', 'the kind of file').choices(Object.keys(schemas)))
    .action((kind: keyof typeof schemas) =>
      run(async (host) => {
        host.out(`${JSON.stringify(schemas[kind], null, 2)}\n`)
        return 0
      }),
    )
}
