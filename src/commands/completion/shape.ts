/** What a place on the command line takes: one of some words, a path, an id or any text. */
export type Wanted =
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'file' | 'folder' | 'framework' | 'item' | 'text' }

export type OptionShape = {
  /** Such as `-f` and `--format`. */
  readonly flags: readonly string[]
  /** The placeholder of its value, such as `<file>`; empty where it has none. */
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

/** A command or the program itself. */
export type CommandShape = {
  readonly name: string
  readonly description: string
  readonly options: readonly OptionShape[]
  readonly arguments: readonly ArgumentShape[]
  readonly commands: readonly CommandShape[]
  /** The help text after the options, such as examples. */
  readonly more: string
}
