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
  /** The first argument, and the second if there is one, which stands for an option. */
  readonly names: readonly [what: 'item' | 'record', more?: SecondArgument]
  readonly options: { readonly [K in keyof EditOptions]?: string }
  /** Required options. */
  readonly needs: readonly (keyof EditOptions)[]
  readonly examples: readonly string[]
}

type SecondArgument = {
  readonly key: 'step' | 'text' | 'owner'
  readonly words: string
  readonly isOptional?: true
}

export function editCommand(name: EditName, words: EditWords): CliCommand {
  return (program, run) => {
    const command = addEdit(program, name, words)
    const [, more] = words.names
    command.action((...args: unknown[]) => {
      const [word = '', second] = args.filter((arg) => typeof arg === 'string')
      const given = more && second !== undefined ? { [more.key]: second } : {}
      const options = { ...command.opts<EditCommandOptions>(), ...given }
      return run((host) => editRecord(name, word, options, host))
    })
  }
}

/** Adds the command of an edit, without what it does. */
export function addEdit(parent: Command, name: EditName, words: EditWords): Command {
  const [what, more] = words.names
  const command = parent
    .command(name.split(' ').at(-1) ?? name)
    .description(words.description)
    .argument(`<${what}>`, argumentWords(name))
  if (more) {
    const form = more.isOptional ? `[${more.key}]` : `<${more.key}>`
    command.argument(form, more.words, filledArgument)
  }
  withEditOptions(command, words)
  return withCommonOptions(command, Object.keys(editReports))
    .option('--dry-run', 'write nothing; show the change as a unified diff')
    .option('--force', 'make the change even if it contradicts what is recorded')
    .addHelpText('after', `\nExamples:\n${words.examples.map((one) => `  ${one}`).join('\n')}`)
    .addHelpText('after', endingOf(name))
}

/** What an edit is for, and how to name it. */
function argumentWords(name: EditName): string {
  const { about }: Edit = edits[name]
  return `${about.map((kind) => NAMED[kind]).join(' or ')}; the start of its id is enough`
}

const NAMED = { stage: 'a stage', action: 'an action', record: 'the record, or its file' }

function endingOf(name: EditName): string {
  const { about }: Edit = edits[name]
  return about.includes('action') ? `${ALONE}${ENDING}` : ENDING
}

const ALONE = `
The id of an action will do without its record (A8), where one record has it.`

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
  { key: 'by', flags: '--by <who>', read: filledArgument },
  { key: 'reason', flags: '--reason <text>', read: filledArgument },
  { key: 'approvedBy', flags: '--approved-by <who>', read: filledArgument },
  { key: 'until', flags: '--until <date>', read: dateArgument },
  { key: 'evidence', flags: '--evidence <path>', read: filledArgument },
  { key: 'percent', flags: '--percent <number>', read: percentArgument },
  { key: 'title', flags: '--title <text>', read: filledArgument },
  { key: 'due', flags: '--due <date>', read: dateArgument },
  { key: 'owner', flags: '--owner <who>', read: filledArgument },
  { key: 'answers', flags: '--answers <areas>', read: idsArgument },
  { key: 'id', flags: '--id <id>', read: filledArgument },
]

export function filledArgument(text: string): string {
  if (text.trim() !== '') return text
  throw new InvalidArgumentError('Expected a text.')
}

export function idsArgument(text: string): readonly string[] {
  const ids = text.trim().split(/\s*,\s*|\s+/)
  if (ids.every((id) => id !== '')) return ids
  throw new InvalidArgumentError('Expected ids with blanks or commas between them, such as P1,P2.')
}

function percentArgument(text: string): number {
  if (/^\d{1,3}%?$/.test(text) && Number.parseInt(text, 10) <= 100) return Number.parseInt(text, 10)
  throw new InvalidArgumentError('Expected a whole number from 0 to 100.')
}

function ruleArgument(text: string): string {
  if (WAIVABLE.includes(text)) return text
  const next = didYouMeanOr(text, WAIVABLE)
  throw new InvalidArgumentError(capitalised(next))
}
