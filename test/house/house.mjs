// `npm run house`: what stands where in `src`, in numbers. `npm run house -- FOLDER` measures another
// checkout, to compare with what was before.
import { join } from 'node:path'
import { circles, namesExportedTwice, shortestWay, treeOf } from './graph.mjs'
import { textsIn } from './read-tree.mjs'

const source = join(process.argv[2] ?? '.', 'src')
const texts = textsIn(source)
const tree = treeOf(texts)
const files = [...tree.values()]

const PARSERS = ['Composer', 'Parser', 'parse', 'parseAllDocuments', 'parseDocument']
const NAME_WIDTH = 50
const print = (text = '') => process.stdout.write(`${text}\n`)
const row = (name, ...cells) =>
  print(`  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => format(cell).padStart(9)).join('')}`)
const format = (cell) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell)
const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0)

const isCheck = ({ path }) => /^commands\/check(?:\/command)?\.ts$/.test(path)

const readsRecords = ({ exports }) => exports.includes('readRecord')

const callsYamlParser = ({ imports }) =>
  imports.some(
    ({ target, isType, names }) =>
      target === 'yaml' && !isType && names.some((name) => PARSERS.includes(name)),
  )

rooms()
sizes()
order()
wayOfCheck()

function rooms() {
  print(`${source}\n`)
  row('Room', 'files', 'lines')
  for (const room of [...new Set(files.map(roomOf))].sort()) {
    countOf(
      room,
      files.filter((file) => roomOf(file) === room),
    )
  }
  countOf('all', files)
}

/** The folder of a file; each command has its own. */
function roomOf({ path }) {
  const folders = path.split('/').slice(0, -1)
  return folders.slice(0, folders[0] === 'commands' ? 2 : 1).join('/') || 'beside the rooms'
}

function countOf(name, members) {
  row(name, members.length, sumOf(members.map(({ lines }) => lines)))
}

function sizes() {
  const functions = files.flatMap((file) => file.functions.map(({ lines }) => lines))
  print()
  row('Lines', 'p50', 'p90', 'longest')
  row(`of ${format(functions.length)} functions with a name`, ...spreadOf(functions))
  row(`of ${format(files.length)} files`, ...spreadOf(files.map(({ lines }) => lines)))
}

function spreadOf(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return [0.5, 0.9, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
}

function order() {
  const found = circles(tree)
  print()
  row('Order', 'count')
  row('circles of imports, types counted', found.length)
  row('files in the largest', Math.max(0, ...found.map((circle) => circle.length)))
  row('names exported by more than one file', namesExportedTwice(tree).length)
  row('tell, tells, telling, told', countIn(/\b(?:tells?|telling|told)\b/gi))
}

/** How often something stands in the texts of `src`, of any kind. */
function countIn(pattern) {
  return sumOf(Object.values(texts).map((text) => text.match(pattern)?.length ?? 0))
}

/** The files on a shortest way from the entry point by `check` and the reader of records to the parser. */
function wayOfCheck() {
  const way = ['main.ts']
  for (const isGoal of [isCheck, readsRecords, callsYamlParser]) {
    const leg = shortestWay(tree, way.at(-1), isGoal)
    if (leg.length === 0) throw new Error(`no way leads on from ${way.at(-1)}`)
    way.push(...leg.slice(1))
  }
  print()
  row('Files from main.ts by `check` to the YAML parser', way.length)
  for (const path of way) print(`    ${path}`)
}
