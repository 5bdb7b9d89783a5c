import { type Command, InvalidArgumentError, Option } from 'commander'
import { WAIVABLE } from '../../assessment/waivers.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import { capitalised } from '../../language/capitalised.ts'
import type { CliCommand } from '../kit/contract.ts'
import { dateArgument, withCommonOptions } from '../kit/options.ts'
import { type EditCommandOptions, editRecord } from './edit-record.ts'
import { type Edit, type EditName, edits } from './edits.ts'
import type { EditOptions } from './guards.ts'
import { editReports } from './page.ts'

/** The help texts of an edit command. */
export type EditWords = {
  readonly description: string
  /** The first argument, and the description of the second if there is one. */
  readonly names: readonly [what: 'item' | 'record', more?: string]
  readonly options: { readonly [K in keyof EditOptions]?: string }
  /** Required options. */
  readonly needs: readonly (keyof EditOptions)[]
  readonly examples: readonly string[]
}

export function editCommand(name: EditName, words: EditWords): CliCommand {
  return (program, run) => {
    const [what, more] = words.names
    const command = program
      .command(name)
      .description(words.description)
      .argument(`<${what}>`, argumentWords(name))
    if (more !== undefined) command.argument('<step>', more)
    withEditOptions(command, words)
    withCommonOptions(command, Object.keys(editReports))
      .option('--dry-run', 'write nothing; show the change as a unified diff')
      .option('--force', 'make the change even if it contradicts what is recorded')
      .addHelpText('after', `\nExamples:\n${words.examples.map((one) => `  ${one}`).join('\n')}`)
      .addHelpText('after', ENDING)
      .action((...args: unknown[]) => {
        const [word = '', step = ''] = args.filter((arg) => typeof arg === 'string')
        const options = { ...command.opts<EditCommandOptions>(), step }
        return run((host) => editRecord(name, word, options, host))
      })
  }
}

/** What an edit is for, and how to name it. */
function argumentWords(name: EditName): string {
  const { about }: Edit = edits[name]
  return `${about.map((kind) => NAMED[kind]).join(' or ')}; the start of its id is enough`
}

const NAMED = { stage: 'a stage', action: 'an action', record: 'the record, or its file' }

const ENDING = `
Only the changed lines are rewritten: comments, order and layout are kept. A change
that contradicts what is recorded is refused with exit code 1, unless --force is used.`

function withEditOptions(command: Command, { options, needs }: EditWords): void {
  for (const { key, flags, read } of FORMS) {
    const text = options[key]
    if (text === undefined) continue
    const option = new Option(flags, text).argParser<unknown>(read)
    command.addOption(option.makeOptionMandatory(needs.includes(key)))
  }
}

type Form = {
  readonly key: keyof EditOptions
  readonly flags: string
  readonly read: (text: string) => unknown
}

const FORMS: readonly Form[] = [
  { key: 'on', flags: '--on <date>', read: dateArgument },
  { key: 'planned', flags: '--planned <date>', read: dateArgument },
  { key: 'to', flags: '--to <date>', read: dateArgument },
  { key: 'rule', flags: '--rule <rule>', read: ruleArgument },
  { key: 'by', flags: '--by <who>', read: textArgument },
  { key: 'reason', flags: '--reason <text>', read: textArgument },
  { key: 'approvedBy', flags: '--approved-by <who>', read: textArgument },
  { key: 'until', flags: '--until <date>', read: dateArgument },
  { key: 'evidence', flags: '--evidence <path>', read: textArgument },
]

function textArgument(text: string): string {
  if (text.trim() !== '') return text
  throw new InvalidArgumentError('Expected a text.')
}

function ruleArgument(text: string): string {
  if (WAIVABLE.includes(text)) return text
  const next = didYouMeanOr(text, WAIVABLE)
  throw new InvalidArgumentError(capitalised(next))
}
