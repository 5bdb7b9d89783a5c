import { Argument } from 'commander'
import type { CliCommand } from '../kit/contract.ts'
import { ANSWER_NAMES, type AnswerName } from './answer-names.ts'
import { schemas } from './schemas.ts'

type SchemaName = keyof typeof schemas | AnswerName

export const schema: CliCommand = (program, run) => {
  const names = [...Object.keys(schemas), ...ANSWER_NAMES]
  program
    .command('schema')
    .description('print the JSON Schema of a kind of file, or of the JSON of a command')
    .addArgument(new Argument('<kind>', 'the kind of file, or a command and -json').choices(names))
    .action((kind: SchemaName) =>
      run(async (host) => {
        host.out(`${JSON.stringify(await schemaNamed(kind), null, 2)}\n`)
        return 0
      }),
    )
}

async function schemaNamed(name: SchemaName): Promise<object> {
  if (isOfAnswer(name)) {
    const { answerSchemas } = await import('./answers/index.ts')
    return answerSchemas[name]
  }
  return schemas[name]
}

function isOfAnswer(name: SchemaName): name is AnswerName {
  return ANSWER_NAMES.some((one) => one === name)
}
