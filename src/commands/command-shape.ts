import { type Argument, Command, type Option } from 'commander'
import { formats } from '../reports/index.ts'
import type { ArgumentShape, CommandShape, OptionShape, Wanted } from '../shell/shape.ts'

/** The program with all its commands, as data: for completion and for the manual. */
export async function programShape(): Promise<CommandShape> {
  const { commands } = await import('./index.ts')
  const program = new Command('plandue').helpCommand(false)
  for (const load of commands.values()) (await load())(program, async () => undefined)
  return shapeOf(program)
}

function shapeOf(command: Command): CommandShape {
  const help = command.createHelp()
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(optionShape),
    arguments: command.registeredArguments.map(argumentShape),
    // Commands that are for the shells alone are hidden from people.
    commands: help.visibleCommands(command).map(shapeOf),
    more: helpAfter(command),
  }
}

function optionShape(option: Option): OptionShape {
  const flags = [option.short, option.long].flatMap((flag) => flag ?? [])
  const value = /[<[].*$/.exec(option.flags)?.[0] ?? ''
  return { flags, value, description: option.description, wanted: wantedBy(value, option) }
}

function argumentShape(argument: Argument): ArgumentShape {
  const { required, variadic, description } = argument
  const name = argument.name()
  return {
    name,
    isRequired: required,
    isVariadic: variadic,
    description,
    wanted: wantedBy(`<${name}>`, argument),
  }
}

/** What a place is for, by the name of its value; a name that says nothing wants any text. */
const BY_NAME: Readonly<Record<string, Wanted>> = {
  '<file>': { kind: 'file' },
  '[file]': { kind: 'file' },
  '<folder>': { kind: 'folder' },
  '<paths>': { kind: 'file' },
  '<item>': { kind: 'item' },
  '<what>': { kind: 'item' },
  '<id>': { kind: 'framework' },
  '<format[=file]>': { kind: 'word', words: Object.keys(formats) },
}

function wantedBy(value: string, { argChoices, ...part }: Option | Argument): Wanted {
  if (argChoices) return { kind: 'word', words: argChoices }
  if ('long' in part && part.long === '--stage') return { kind: 'text' }
  return BY_NAME[value] ?? { kind: 'text' }
}

/** What the help of a command says after its options. */
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
