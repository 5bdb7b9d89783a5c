import { circles, namesExportedTwice, type SourceFile, type Tree } from './graph.mjs'

type Room = {
  readonly uses: readonly string[]
  /** What npm brings, and may be used besides. */
  readonly packages: readonly string[]
  readonly because: string
}

/**
 * Who may import what, and why; types count. The rooms stand in their order, and nothing goes up: a
 * room uses itself and some of those above it in this list. What stands beside the rooms, such as
 * `main.ts`, is a room of one file.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  'version.ts': { uses: [], packages: [], because: 'it is a number' },
  language: { uses: [], packages: [], because: 'what JavaScript lacks has to do with no field' },
  calendar: {
    uses: ['language'],
    packages: ['date-fns', '@date-fns/utc'],
    because: 'days know nothing of plans',
  },
  host: {
    uses: ['calendar'],
    packages: [],
    because: 'the outside world as types, and what day it is there',
  },
  node: {
    uses: ['language', 'calendar', 'host'],
    packages: [
      'nodemailer',
      'notifications-node-client',
      'proxy-from-env',
      'undici',
      'write-file-atomic',
    ],
    because: 'the real world stands behind the types of `host`, and knows no plan',
  },
  terminal: {
    uses: ['language', 'host'],
    packages: ['chalk', 'fast-string-width', 'fast-wrap-ansi'],
    because: 'how a text looks does not depend on what it says',
  },
  diagnostics: {
    uses: ['language', 'host', 'terminal'],
    packages: ['chalk', 'fastest-levenshtein'],
    because: 'a fault can be in any file, so every reader of files uses this',
  },
  yaml: {
    uses: ['language', 'calendar', 'diagnostics'],
    packages: ['yaml', 'js-yaml', 'json-schema-to-ts'],
    because: 'a file is read by its schema in one way, whatever is in it',
  },
  frameworks: {
    uses: ['language', 'calendar', 'diagnostics', 'yaml'],
    packages: [],
    because: 'rules are data',
  },
  records: {
    uses: ['language', 'calendar', 'host', 'diagnostics', 'yaml'],
    packages: ['picomatch'],
    because: 'a record is read before anybody asks what its framework demands',
  },
  config: {
    uses: ['language', 'calendar', 'host', 'diagnostics', 'yaml', 'frameworks'],
    packages: [],
    because: 'the configuration brings in calendars and frameworks, and knows no record',
  },
  git: {
    uses: ['language', 'calendar', 'host', 'diagnostics'],
    packages: [],
    because: 'the past is files and days, as the present is',
  },
  assessment: {
    uses: ['language', 'calendar', 'diagnostics', 'frameworks', 'records'],
    packages: [],
    because: 'where an item stands follows from values: no file, no clock, no settings, no format',
  },
  page: {
    uses: ['language', 'calendar', 'terminal', 'assessment'],
    packages: [
      'chalk',
      'csv-stringify',
      'diff',
      'docx',
      'fflate',
      'ical-generator',
      'write-excel-file',
    ],
    because: 'how something is shown does not depend on where it was read',
  },
  reports: {
    uses: ['language', 'calendar', 'terminal', 'diagnostics', 'frameworks', 'assessment', 'page'],
    packages: ['chalk'],
    because: 'a report is a function from an assessment to a text',
  },
  guide: { uses: ['page'], packages: ['marked'], because: 'the manual is text, and knows no plan' },
  workspace: {
    uses: [
      'version.ts',
      'language',
      'calendar',
      'host',
      'diagnostics',
      'yaml',
      'frameworks',
      'records',
      'config',
      'git',
      'assessment',
    ],
    packages: [],
    because: 'from paths to assessed records, for any command and before any format',
  },
  'commands/kit': {
    uses: [
      'language',
      'calendar',
      'host',
      'terminal',
      'diagnostics',
      'config',
      'assessment',
      'page',
      'reports',
      'workspace',
    ],
    packages: ['commander', 'chalk'],
    because: 'what commands have in common knows none of them',
  },
  'commands/*': {
    uses: [
      'version.ts',
      'language',
      'calendar',
      'host',
      'terminal',
      'diagnostics',
      'yaml',
      'frameworks',
      'records',
      'config',
      'git',
      'assessment',
      'page',
      'reports',
      'guide',
      'workspace',
      'commands/kit',
    ],
    packages: ['commander'],
    because: 'a command puts the rooms together, and goes when its folder and its line are deleted',
  },
  'commands/index.ts': {
    uses: ['commands/kit', 'commands/*'],
    packages: [],
    because: 'it is the list of the commands',
  },
  'program.ts': {
    uses: [
      'version.ts',
      'host',
      'terminal',
      'diagnostics',
      'guide',
      'commands/kit',
      'commands/index.ts',
    ],
    packages: ['commander'],
    because: 'it hands the arguments to a command, and a failure to the user',
  },
  'main.ts': {
    uses: ['version.ts', 'host', 'node', 'diagnostics', 'program.ts'],
    packages: [],
    because: 'the program meets the real world, and its version is printed without the rest',
  },
}

type Exception = { readonly from: string; readonly to: string; readonly because: string }

/** Imports that no room allows, from a folder or file to a package, folder or file, one by one. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    from: 'commands/doctor/ledger-troubles.ts',
    to: 'commands/remind/ledger-file.ts',
    because: 'whether reminders can be sent is for their own reader of ledgers to say',
  },
  {
    from: 'commands/import/',
    to: 'commands/schema/',
    because: 'the records that it writes name their schema',
  },
  {
    from: 'commands/init/',
    to: 'commands/schema/',
    because: 'it lays the schemas into the repository, for editors',
  },
  {
    from: 'commands/new/',
    to: 'commands/schema/',
    because: 'the record that it writes names its schema',
  },
  {
    from: 'commands/schema/',
    to: 'commands/import/',
    because: 'the schema of mappings stands beside their reader',
  },
  {
    from: 'commands/import/',
    to: 'csv-parse',
    because: 'no other command reads CSV',
  },
  {
    from: 'commands/import/read-xlsx.ts',
    to: 'read-excel-file',
    because: 'no other command reads spreadsheets',
  },
  {
    from: 'commands/import/read-xlsx.ts',
    to: 'fflate',
    because: 'a file is looked at before it is unpacked',
  },
  {
    from: 'commands/import/actions/',
    to: 'commands/edit/',
    because: 'what an owner writes into a cell is one of the edits, with its guards',
  },
  {
    from: 'commands/import/rows/record-text.ts',
    to: 'yaml',
    because: 'a record that is new has no text yet to be changed',
  },
  {
    from: 'commands/remind/mail-view.ts',
    to: 'chalk',
    because: 'a digest has no terminal: its text is without colours, whoever runs plandue',
  },
  {
    from: 'program.ts',
    to: 'commands/check/command.ts',
    because: 'arguments that name no command are for the main job',
  },
]

/** It has functions from texts to texts, and touches no file. */
const PURE_NODE = 'node:path/posix'

const ONLY_IN_NODE =
  /\brequire\(|\bnew Date\(\)|\bDate\.now\b|\bperformance\.|\bprocess\.|\bconsole\.|\bfetch\(|\bMath\.random\b|\bset(?:Timeout|Interval|Immediate)\(/g

const LONGEST_FILE = 220

/** They are long because their table is. */
const TABLES = ['records/record.ts', 'commands/import/rows/mapping.ts', 'diagnostics/messages.ts']

/** All that is against the rules in a tree, one sentence each. */
export function breachesIn(tree: Tree): string[] {
  return [
    ...[...tree.values()].flatMap((file) => [
      ...homeless(file),
      ...forbiddenImports(file),
      ...listedContracts(file, tree),
      ...impurities(file),
      ...overlong(file),
    ]),
    ...circles(tree).map((files) => `a circle of imports: ${files.join(', ')}`),
    ...namesExportedTwice(tree).map(
      ([name, files]) => `${name} has two meanings: ${files.join(', ')}`,
    ),
  ]
}

/** The exceptions that nothing in a tree needs any more. */
export function idleExceptions(tree: Tree): readonly Exception[] {
  const imports = [...tree.values()].flatMap(({ path, imports }) =>
    imports.map(({ target }) => ({ path, target })),
  )
  return EXCEPTIONS.filter(
    (one) => !imports.some(({ path, target }) => isExcepted(one, path, target)),
  )
}

/** The room of a path in the tree, as it is named in `ROOMS`. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  if (first !== 'commands') return first
  return ['kit', 'index.ts'].includes(second) ? `commands/${second}` : 'commands/*'
}

/** A path up to and with its room; the folders of two commands differ. */
function folderOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('commands/') ? 2 : 1)
    .join('/')
}

function homeless({ path }: SourceFile): string[] {
  return ROOMS[roomOf(path)] ? [] : [`${path} stands in no room that has its rules`]
}

function forbiddenImports({ path, imports }: SourceFile): string[] {
  const room = ROOMS[roomOf(path)]
  const isAllowed = (target: string) =>
    mayImport(path, target, room) || EXCEPTIONS.some((one) => isExcepted(one, path, target))
  return imports
    .filter(({ target }) => !isAllowed(target))
    .map(
      ({ target, isType }) =>
        `${path} imports ${isType ? 'a type of ' : ''}${target}, though ${room?.because}`,
    )
}

function mayImport(path: string, target: string, room: Room | undefined): boolean {
  if (target.startsWith('node:')) return target === PURE_NODE || roomOf(path) === 'node'
  if (path === 'version.ts' && target === '../package.json') return true
  if (!isInTree(target)) return Boolean(room?.packages.includes(packageOf(target)))
  return folderOf(target) === folderOf(path) || Boolean(room?.uses.includes(roomOf(target)))
}

/** Whether it is a path in the tree, of code or data; a package has no ending. */
const isInTree = (target: string) => /\.(?:ts|yaml|yml|json|md|groovy|scss)$/.test(target)

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

function isExcepted({ from, to }: Exception, path: string, target: string): boolean {
  return (
    path.startsWith(from) && (isInTree(target) ? target.startsWith(to) : packageOf(target) === to)
  )
}

/** A list (`index.ts`) that is imported by what it lists holds something that belongs in a file of its own. */
function listedContracts({ path, imports }: SourceFile, tree: Tree): string[] {
  if (!path.endsWith('/index.ts')) return []
  return imports
    .filter(({ target }) => tree.get(target)?.imports.some((back) => back.target === path))
    .map(({ target }) => `${target} imports the list that it stands in, ${path}`)
}

function impurities({ path, code }: SourceFile): string[] {
  if (roomOf(path) === 'node') return []
  return [...code.matchAll(ONLY_IN_NODE)].map(
    ([what]) => `${path} has ${what}, which belongs in node/`,
  )
}

function overlong({ path, lines }: SourceFile): string[] {
  const isShort = lines <= LONGEST_FILE || TABLES.includes(path)
  return isShort ? [] : [`${path} has ${lines} lines, more than ${LONGEST_FILE}`]
}
