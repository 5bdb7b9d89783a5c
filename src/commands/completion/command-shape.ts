import { type Argument, Command, type Option } from 'commander'
import { STATUSES } from '../../assessment/item.ts'
import { DIVISIONS } from '../../calendar/division.ts'
import { formats } from '../../reports/index.ts'
import type { CommandList } from '../kit/contract.ts'
import { PATH_VALUES, valueName } from '../kit/path-values.ts'
import type { ArgumentShape, CommandShape, OptionShape, Wanted } from './shape.ts'

/** The program with all its commands as data, for completion and the manual page. */
export async function programShape(all: CommandList): Promise<CommandShape> {
  const program = new Command('plandue').helpCommand(false)
  for (const load of all.values()) (await load())(program, async () => undefined, all)
  return shapeOf(program)
}

function shapeOf(command: Command): CommandShape {
  const help = command.createHelp()
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(optionShape),
    arguments: command.registeredArguments.map(argumentShape),
    // Without hidden commands, which are for shells alone.
    commands: help.visibleCommands(command).map(shapeOf),
    more: helpAfter(command),
  }
}

function optionShape(option: Option): OptionShape {
  const flags = [option.short, option.long].flatMap((flag) => flag ?? [])
  const value = /[<[].*$/.exec(option.flags)?.[0] ?? ''
  const named = option.long === '--framework' ? '<framework>' : value
  return {
    flags,
    value,
    description: option.description,
    wanted: wantedBy(OPTIONS[named], valueName(option.flags), option.argChoices),
  }
}

function argumentShape(argument: Argument): ArgumentShape {
  const { required, variadic, description } = argument
  const name = argument.name()
  return {
    name,
    isRequired: required,
    isVariadic: variadic,
    description,
    wanted: wantedBy(ARGUMENTS[name], name, argument.argChoices),
  }
}

/** The kind of an argument by its name; any other is text. */
const ARGUMENTS: Readonly<Record<string, Wanted>> = {
  item: { kind: 'item' },
  what: { kind: 'item' },
  id: { kind: 'framework' },
}

/** The kind of an option's value by its placeholder. */
const OPTIONS: Readonly<Record<string, Wanted>> = {
  '<framework>': { kind: 'framework' },
  '<status>': { kind: 'word', words: STATUSES },
  '<division>': { kind: 'word', words: DIVISIONS },
  '<format[=file]>': { kind: 'word', words: Object.keys(formats) },
}

function wantedBy(
  named: Wanted | undefined,
  name: string,
  choices: readonly string[] | undefined,
): Wanted {
  if (choices) return { kind: 'word', words: choices }
  return named ?? { kind: PATH_VALUES[name] ?? 'text' }
}

/** The help text after the options, such as examples. */
function helpAfter(command: Command): string {
  let text = ''
  command.configureOutput({
    writeOut: (part) => {
      text += part
    },
  })
  command.outputHelp()
  return text.slice(command.helpInformation().length)
}
