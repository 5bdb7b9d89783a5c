/** Something that a file imports. */
export type Import = {
  /** A path in the tree for a relative import, else the name as it is written. */
  readonly target: string
  /** Whether nothing is left of it when the program runs. */
  readonly isType: boolean
  /** The names in braces; empty where the whole module is imported. */
  readonly names: readonly string[]
}

export type SourceFile = {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  /** The names that are declared here; not those that are passed on. */
  readonly exports: readonly string[]
  /** The functions that have a name. */
  readonly functions: readonly { readonly name: string; readonly lines: number }[]
  /** The text without comments. */
  readonly code: string
}

export type Tree = ReadonlyMap<string, SourceFile>

export function treeOf(texts: Readonly<Record<string, string>>): Tree

export function circles(tree: Tree): string[][]

export function namesExportedTwice(tree: Tree): [name: string, paths: string[]][]
