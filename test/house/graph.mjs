// @ts-check
// A tree of TypeScript as a graph: what each file imports, exports and defines. Files are given as
// texts by their paths in the tree, so that a test can plant what it wants to see found.
import { posix } from 'node:path'
import ts from 'typescript'

/**
 * @typedef {object} Import
 * @property {string} target A path in the tree for a relative import, else the name as it is written.
 * @property {boolean} isType Whether nothing is left of it when the program runs.
 * @property {readonly string[]} names Empty for `import('…')` as a value, and for a whole module.
 *
 * @typedef {object} Definition A function with a name, and the lines that it takes.
 * @property {string} name
 * @property {number} lines
 *
 * @typedef {object} SourceFile
 * @property {string} path
 * @property {number} lines
 * @property {readonly Import[]} imports
 * @property {readonly string[]} exports Names that are declared here; not those that are passed on.
 * @property {readonly Definition[]} functions
 * @property {string} code The text without comments.
 *
 * @typedef {ReadonlyMap<string, SourceFile>} Tree
 */

/**
 * @param {Readonly<Record<string, string>>} texts
 * @returns {Tree}
 */
export function treeOf(texts) {
  const paths = Object.keys(texts).filter((path) => /\.ts$/.test(path))
  return new Map(paths.sort().map((path) => [path, sourceFile(path, texts[path] ?? '')]))
}

/** @type {(path: string, text: string) => SourceFile} */
function sourceFile(path, text) {
  const root = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const nodes = nodesIn(root)
  return {
    path,
    lines: linesOf(text),
    imports: nodes.flatMap((node) => importOf(node, path)),
    exports: root.statements.flatMap(exportedNames),
    functions: nodes.flatMap((node) => definitionOf(node, root)),
    code: printer.printFile(root),
  }
}

const printer = ts.createPrinter({ removeComments: true })

/** @type {(text: string) => number} */
const linesOf = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** @type {(node: ts.Node) => ts.Node[]} */
function nodesIn(root) {
  const nodes = [root]
  for (const node of nodes) ts.forEachChild(node, (child) => void nodes.push(child))
  return nodes
}

/** @type {(node: ts.Node, path: string) => readonly Import[]} */
function importOf(node, path) {
  const found = ts.isImportDeclaration(node)
    ? ofImport(node)
    : ts.isExportDeclaration(node)
      ? ofExport(node)
      : ts.isImportTypeNode(node)
        ? ofImportType(node)
        : ts.isCallExpression(node)
          ? ofDynamicImport(node)
          : undefined
  if (!found?.from || !ts.isStringLiteralLike(found.from)) return []
  const { text } = found.from
  const target = text.startsWith('.') ? posix.join(posix.dirname(path), text) : text
  return [{ target, isType: found.isType, names: found.names }]
}

/** @param {ts.ImportDeclaration} node */
function ofImport({ importClause: clause, moduleSpecifier: from }) {
  const { namedBindings } = clause ?? {}
  const elements = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : []
  const isAllTypes = Boolean(namedBindings) && areTypes(elements) && !clause?.name
  return { from, isType: Boolean(clause?.isTypeOnly) || isAllTypes, names: namesOf(elements) }
}

/** @param {ts.ExportDeclaration} node */
function ofExport({ exportClause, isTypeOnly, moduleSpecifier: from }) {
  const elements = exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : []
  return { from, isType: isTypeOnly || areTypes(elements), names: namesOf(elements) }
}

/** @param {ts.ImportTypeNode} node */
function ofImportType({ argument, qualifier }) {
  const from = ts.isLiteralTypeNode(argument) ? argument.literal : undefined
  return { from, isType: true, names: qualifier ? [qualifier.getText().split('.')[0] ?? ''] : [] }
}

/** @param {ts.CallExpression} node */
function ofDynamicImport({ expression, arguments: [from] }) {
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword
  return { from: isImport ? from : undefined, isType: false, names: /** @type {string[]} */ ([]) }
}

/** @type {(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]) => boolean} */
const areTypes = (elements) => elements.length > 0 && elements.every((each) => each.isTypeOnly)

/** @type {(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]) => string[]} */
const namesOf = (elements) => elements.map(({ propertyName, name }) => (propertyName ?? name).text)

/** @type {(statement: ts.Statement) => string[]} */
function exportedNames(statement) {
  if (ts.isExportDeclaration(statement)) return []
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  const { name } = /** @type {ts.DeclarationStatement} */ (statement)
  return name ? [name.getText()] : []
}

/** @type {(node: ts.Node, root: ts.SourceFile) => readonly Definition[]} */
function definitionOf(node, root) {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return []
  const holder = ts.isVariableDeclaration(node.parent) ? node.parent : node
  const name = holder.name?.getText()
  if (name === undefined) return []
  const line = (/** @type {number} */ at) => root.getLineAndCharacterOfPosition(at).line
  return [{ name, lines: line(node.getEnd()) - line(holder.getStart()) + 1 }]
}

/**
 * The groups of files that reach each other, types counted; a file that imports itself is one too.
 *
 * @param {Tree} tree
 * @returns {string[][]}
 */
export function circles(tree) {
  const reached = new Map([...tree.keys()].map((path) => [path, reachedFrom(path, tree)]))
  const inCircle = [...tree.keys()].filter((path) => reached.get(path)?.has(path))
  return inCircle
    .map((path) =>
      inCircle.filter((other) => reached.get(path)?.has(other) && reached.get(other)?.has(path)),
    )
    .filter((group, index) => group[0] === inCircle[index])
}

/** @type {(start: string, tree: Tree) => Set<string>} */
function reachedFrom(start, tree) {
  /** @type {Set<string>} */
  const reached = new Set()
  const waiting = [start]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { target } of tree.get(path)?.imports ?? []) {
      if (reached.has(target) || !tree.has(target)) continue
      reached.add(target)
      waiting.push(target)
    }
  }
  return reached
}

/**
 * The names that more than one file exports, with these files.
 *
 * @param {Tree} tree
 * @returns {[name: string, paths: string[]][]}
 */
export function namesExportedTwice(tree) {
  /** @type {Map<string, string[]>} */
  const homes = new Map()
  for (const { path, exports } of tree.values()) {
    for (const name of new Set(exports)) homes.set(name, [...(homes.get(name) ?? []), path])
  }
  return [...homes].filter(([, paths]) => paths.length > 1).sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * A shortest way along imports that are there when the program runs.
 *
 * @param {Tree} tree
 * @param {string} start
 * @param {(file: SourceFile) => boolean} isGoal
 * @returns {string[]} From the start to the goal; empty where there is no way.
 */
export function shortestWay(tree, start, isGoal) {
  const ways = [[start]]
  const seen = new Set([start])
  for (const way of ways) {
    const file = tree.get(way.at(-1) ?? '')
    if (!file) continue
    if (isGoal(file)) return way
    for (const { target, isType } of file.imports) {
      if (isType || seen.has(target)) continue
      seen.add(target)
      ways.push([...way, target])
    }
  }
  return []
}
