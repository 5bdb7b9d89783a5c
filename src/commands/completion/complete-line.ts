import { wantedArgument } from './each.ts'
import type { CommandShape, OptionShape, Wanted } from './shape.ts'

/** What the last word of a line can become. */
export type Sought = {
  readonly wanted: Wanted
  /** What the word has to begin with. */
  readonly start: string
  /** What comes before that in the same word, such as `--format=`. */
  readonly kept: string
  /** What is said of some of the words. */
  readonly about: ReadonlyMap<string, string>
}

/** `words` are those after `plandue`, of which the last is the one to complete; it may be empty. */
export function soughtBy(program: CommandShape, words: readonly string[]): Sought {
  const before = words.slice(0, -1)
  const word = words.at(-1) ?? ''
  const command = before.reduce(childOrItself, program)
  const [kept = ''] = /^--[^=]+=/.exec(word) ?? []
  const flag = kept === '' ? (before.at(-1) ?? '') : kept.slice(0, -1)
  const option = command.options.find((one) => one.flags.includes(flag) && one.value[0] === '<')
  const start = word.slice(kept.length)
  if (option) return { wanted: option.wanted, start, kept, about: new Map() }
  if (word.startsWith('-')) return { ...allOptions(command.options), start: word, kept: '' }
  const about = new Map(command.commands.map(({ name, description }) => [name, description]))
  return { wanted: wantedArgument(command), start: word, kept: '', about }
}

function childOrItself(command: CommandShape, word: string): CommandShape {
  return command.commands.find(({ name }) => name === word) ?? command
}

function allOptions(options: readonly OptionShape[]): Pick<Sought, 'wanted' | 'about'> {
  const about = options.flatMap(({ flags, description }) =>
    flags.map((flag) => [flag, description] as const),
  )
  return { wanted: { kind: 'word', words: about.map(([flag]) => flag) }, about: new Map(about) }
}
