import type { CommandShape, Wanted } from './shape.ts'

/** A command with the words that lead to it, such as `calendar` and `diff`. */
export type Reached = { readonly path: readonly string[]; readonly command: CommandShape }

/** All commands below one, each after the one that it belongs to. */
export function eachCommand(command: CommandShape, path: readonly string[] = []): Reached[] {
  return command.commands.flatMap((child) => {
    const own = [...path, child.name]
    return [{ path: own, command: child }, ...eachCommand(child, own)]
  })
}

/** What the next argument can be, of all that a command takes. */
export function wantedArgument({ arguments: all, commands }: CommandShape): Wanted {
  const [first] = all
  const words = commands.map(({ name }) => name)
  if (!first) return { kind: 'word', words }
  const { wanted } = first
  return wanted.kind === 'text' && words.length > 0 ? { kind: 'word', words } : wanted
}
