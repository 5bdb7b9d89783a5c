/** What can stand in a place of the command line: one of some words, a path, or an id. */
export type Wanted =
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'file' | 'folder' | 'framework' | 'item' | 'text' }

export type OptionShape = {
  /** As they are typed, such as `-f` and `--format`. */
  readonly flags: readonly string[]
  /** What its value is called, such as `<file>`; empty where it has none. */
  readonly value: string
  readonly description: string
  readonly wanted: Wanted
}

export type ArgumentShape = {
  readonly name: string
  readonly isRequired: boolean
  readonly isVariadic: boolean
  readonly description: string
  readonly wanted: Wanted
}

/** A command, or the program itself, with all that can follow it. */
export type CommandShape = {
  readonly name: string
  readonly description: string
  readonly options: readonly OptionShape[]
  readonly arguments: readonly ArgumentShape[]
  readonly commands: readonly CommandShape[]
  /** What its help says after the options, such as examples. */
  readonly more: string
}
