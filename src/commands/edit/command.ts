import { type Command, InvalidArgumentError, Option } from 'commander'
import { WAIVABLE } from '../../assessment/waivers.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import type { CliCommand } from '../kit/contract.ts'
import { dateArgument, withCommonOptions } from '../kit/options.ts'
import { type EditCommandOptions, editRecord } from './edit-record.ts'
import type { EditName } from './edits.ts'
import type { EditOptions } from './guards.ts'
import { editReports } from './page.ts'

/** How a command asks for an edit: its words, and what its options mean for it. */
export type EditWords = {
  readonly description: string
  /** What its first argument names, and its second one if it has one. */
  readonly names: readonly [what: 'item' | 'record', more?: string]
  readonly options: { readonly [K in keyof EditOptions]?: string }
  /** Options that it cannot do without. */
  readonly needs: readonly (keyof EditOptions)[]
  readonly examples: readonly string[]
}

/** The command for an edit. */
export function editCommand(name: EditName, words: EditWords): CliCommand {
  return (program, run) => {
    const [what, more] = words.names
    const command = program
      .command(name)
      .description(words.description)
      .argument(`<${what}>`, NAMED[what])
    if (more !== undefined) command.argument('<step>', more)
    withEditOptions(command, words)
    withCommonOptions(command, Object.keys(editReports))
      .option('--dry-run', 'write nothing, only show the change as a unified diff')
      .option('--force', 'change it even if that goes back on what is recorded')
      .addHelpText('after', `\nExamples:\n${words.examples.map((one) => `  ${one}`).join('\n')}`)
      .addHelpText('after', ENDING)
      .action((...args: unknown[]) => {
        const [word = '', step = ''] = args.filter((arg) => typeof arg === 'string')
        const options = { ...command.opts<EditCommandOptions>(), step }
        return run((host) => editRecord(name, word, options, host))
      })
  }
}

const NAMED = {
  item: 'a stage or an action; the start of an id will do',
  record: 'the record, or its file; the start of an id will do',
}

const ENDING = `
The file is spliced: comments, order and layout stay as they are. What would go
back on what is recorded is refused with exit code 1, and done with --force.`

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
  readonly read: (text: string) => string
}

/** How each order is given on the command line. */
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
  throw new InvalidArgumentError('Expected some words.')
}

function ruleArgument(text: string): string {
  if (WAIVABLE.includes(text)) return text
  const next = didYouMeanOr(text, WAIVABLE)
  throw new InvalidArgumentError(next.charAt(0).toUpperCase() + next.slice(1))
}
