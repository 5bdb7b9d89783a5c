// A tree of TypeScript as a graph: what each file imports, exports and defines. Files are given as
// texts by their paths in the tree, so that a test can plant what it wants to see found.
import { posix } from 'node:path'
import ts from 'typescript'

/** The files of code among texts by their paths. Types are in graph.d.mts. */
export function treeOf(texts) {
  const paths = Object.keys(texts).filter((path) => /\.ts$/.test(path))
  return new Map(paths.sort().map((path) => [path, sourceFile(path, texts[path] ?? '')]))
}

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

const linesOf = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

function nodesIn(root) {
  const nodes = [root]
  for (const node of nodes) ts.forEachChild(node, (child) => void nodes.push(child))
  return nodes
}

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

function ofImport({ importClause: clause, moduleSpecifier: from }) {
  const { namedBindings } = clause ?? {}
  const elements = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : []
  const isAllTypes = Boolean(namedBindings) && areTypes(elements) && !clause?.name
  return { from, isType: Boolean(clause?.isTypeOnly) || isAllTypes, names: namesOf(elements) }
}

function ofExport({ exportClause, isTypeOnly, moduleSpecifier: from }) {
  const elements = exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : []
  return { from, isType: isTypeOnly || areTypes(elements), names: namesOf(elements) }
}

function ofImportType({ argument, qualifier }) {
  const from = ts.isLiteralTypeNode(argument) ? argument.literal : undefined
  return { from, isType: true, names: qualifier ? [qualifier.getText().split('.')[0] ?? ''] : [] }
}

function ofDynamicImport({ expression, arguments: [from] }) {
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword
  return { from: isImport ? from : undefined, isType: false, names: [] }
}

const areTypes = (elements) => elements.length > 0 && elements.every((each) => each.isTypeOnly)

const namesOf = (elements) => elements.map(({ propertyName, name }) => (propertyName ?? name).text)

function exportedNames(statement) {
  if (ts.isExportDeclaration(statement)) return []
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  const { name } = statement
  return name ? [name.getText()] : []
}

function definitionOf(node, root) {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return []
  const holder = ts.isVariableDeclaration(node.parent) ? node.parent : node
  const name = holder.name?.getText()
  if (name === undefined) return []
  const line = (at) => root.getLineAndCharacterOfPosition(at).line
  return [{ name, lines: line(node.getEnd()) - line(holder.getStart()) + 1 }]
}

/** The groups of files that reach each other, types counted; a file that imports itself is one too. */
export function circles(tree) {
  const reached = new Map([...tree.keys()].map((path) => [path, reachedFrom(path, tree)]))
  const inCircle = [...tree.keys()].filter((path) => reached.get(path)?.has(path))
  return inCircle
    .map((path) =>
      inCircle.filter((other) => reached.get(path)?.has(other) && reached.get(other)?.has(path)),
    )
    .filter((group, index) => group[0] === inCircle[index])
}

function reachedFrom(start, tree) {
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

/** The names that more than one file exports, with these files. */
export function namesExportedTwice(tree) {
  const homes = new Map()
  for (const { path, exports } of tree.values()) {
    for (const name of new Set(exports)) homes.set(name, [...(homes.get(name) ?? []), path])
  }
  return [...homes].filter(([, paths]) => paths.length > 1).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A shortest way along imports that are there when the program runs. */
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
