import type { CommandShape, Wanted } from './shape.ts'

/** `path` is the words that lead to a command, such as `calendar` and `diff`. */
export type Reached = { readonly path: readonly string[]; readonly command: CommandShape }

/** All subcommands, depth first. */
export function eachCommand(command: CommandShape, path: readonly string[] = []): Reached[] {
  return command.commands.flatMap((child) => {
    const own = [...path, child.name]
    return [{ path: own, command: child }, ...eachCommand(child, own)]
  })
}

/** The values of the first argument, or else the names of subcommands. */
export function wantedArgument({ arguments: all, commands }: CommandShape): Wanted {
  const [first] = all
  const words = commands.map(({ name }) => name)
  if (!first) return { kind: 'word', words }
  const { wanted } = first
  return wanted.kind === 'text' && words.length > 0 ? { kind: 'word', words } : wanted
}
