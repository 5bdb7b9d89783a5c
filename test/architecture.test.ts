import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * Who may import what, and why. A room may use itself, the rooms named here, and the packages named
 * here; types may come from anywhere, since they are gone when the program runs.
 */
const ROOMS: Record<string, { uses: string[]; packages: string[]; because: string }> = {
  calendar: {
    uses: [],
    packages: ['date-fns', '@date-fns/utc'],
    because: 'days know nothing of plans',
  },
  terminal: {
    uses: [],
    packages: ['fast-string-width', 'fast-wrap-ansi'],
    because: 'how a text looks does not depend on what it says',
  },
  diagnostics: {
    uses: ['terminal', 'order.ts'],
    packages: ['fastest-levenshtein'],
    because: 'a fault can be in any file, so every reader of files uses this',
  },
  yaml: {
    uses: ['calendar', 'diagnostics'],
    packages: ['yaml'],
    because:
      'reading a file by its schema is the same for records, frameworks and the configuration',
  },
  frameworks: {
    uses: ['calendar', 'diagnostics', 'yaml'],
    packages: [],
    because: 'rules are data',
  },
  records: {
    uses: ['calendar', 'diagnostics', 'yaml', 'failures.ts', 'paths.ts'],
    packages: ['picomatch'],
    because: 'a record is read before anybody asks what its framework demands',
  },
  imports: {
    uses: ['calendar', 'terminal', 'diagnostics', 'yaml', 'records'],
    packages: ['csv-parse', 'yaml'],
    because: 'the data of others become records by a mapping, before anybody asks what is due',
  },
  config: {
    uses: ['calendar', 'diagnostics', 'yaml', 'frameworks', 'failures.ts', 'paths.ts'],
    packages: [],
    because: 'the configuration brings in calendars and frameworks, and knows no record',
  },
  git: {
    uses: ['calendar', 'diagnostics', 'failures.ts'],
    packages: [],
    because: 'what was is told as files and days, as what is',
  },
  assessment: {
    uses: ['calendar', 'diagnostics', 'order.ts', 'own.ts'],
    packages: [],
    because: 'where a plan stands follows from values: no file, no clock, no format',
  },
  reminders: {
    uses: ['calendar', 'diagnostics', 'assessment', 'terminal', 'failures.ts', 'order.ts'],
    packages: [],
    because: 'who is to be told what follows from items, a policy, a ledger and a day',
  },
  node: {
    uses: ['calendar', 'git', 'paths.ts'],
    packages: [
      'nodemailer',
      'notifications-node-client',
      'proxy-from-env',
      'undici',
      'write-file-atomic',
    ],
    because: 'the real world stands behind host.ts and net.ts, and knows no plan',
  },
  upkeep: {
    uses: ['calendar', 'yaml', 'assessment'],
    packages: [],
    because: 'whether a schedule is alive follows from values too: no file, no clock, no git',
  },
  reports: {
    uses: ['calendar', 'diagnostics', 'assessment', 'reminders', 'terminal'],
    packages: ['csv-stringify'],
    because: 'a report is a function from an assessment to a text',
  },
  scaffold: {
    uses: [],
    packages: [],
    because: 'texts for other repositories know nothing of plandue',
  },
  shell: {
    uses: [],
    packages: [],
    because: 'a script for a shell, or a manual, follows from the commands as data',
  },
  commands: {
    uses: [
      'calendar',
      'terminal',
      'diagnostics',
      'yaml',
      'frameworks',
      'records',
      'imports',
      'config',
      'git',
      'assessment',
      'reminders',
      'reports',
      'scaffold',
      'shell',
      'upkeep',
      'failures.ts',
      'paths.ts',
      'schemas.ts',
      'version.ts',
    ],
    packages: ['commander', 'chalk'],
    because: 'a command puts the rooms together, and has the host',
  },
}

/** Files that stand above the rooms. */
const TOP = [
  'failures.ts',
  'host.ts',
  'main.ts',
  'net.ts',
  'order.ts',
  'own.ts',
  'paths.ts',
  'program.ts',
  'schemas.ts',
  'version.ts',
]

const source = new URL('../src/', import.meta.url)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)
const codeOf = (file: string) => readFileSync(new URL(file, source), 'utf8')

/** What a file imports when it runs, without types. */
function importsOf(file: string): string[] {
  const code = codeOf(file)
  const statements = [
    ...code.matchAll(/^(?:import|export)\s+(?!type\s)([^'"]*?)\s*from\s+'([^']+)'/gm),
  ]
  const values = statements.filter(
    ([, names = '']) => !/^\{(\s*type [\w$]+( as [\w$]+)?,?)+\s*\}$/.test(names),
  )
  const dynamic = [...code.matchAll(/\bimport\('([^']+)'\)(?!\.)/g)].map(([, name = '']) => name)
  return [...values.map(([, , name = '']) => name), ...dynamic]
}

const roomOf = (file: string) => file.split('/')[0] ?? ''
const inRooms = files.filter((file) => !TOP.includes(file) && !file.endsWith('.d.ts'))

describe.each(inRooms)('%s', (file) => {
  const room = ROOMS[roomOf(file)]

  it('stands in a room that has its rules', () => expect(room).toBeDefined())

  it('imports only what its room may use', () => {
    const breaches = importsOf(file).filter((name) => {
      if (name === 'node:path/posix' || (roomOf(file) === 'node' && name.startsWith('node:')))
        return false
      if (!name.startsWith('.')) {
        return !room?.packages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`))
      }
      const target = new URL(name, new URL(file, source)).pathname.slice(source.pathname.length)
      return roomOf(target) !== roomOf(file) && !room?.uses.includes(roomOf(target))
    })
    expect(breaches, room?.because).toEqual([])
  })
})

describe.each(files.filter((file) => roomOf(file) !== 'node'))('%s', (file) => {
  it('leaves the outside world to the room `node`', () => {
    const breaches = codeOf(file)
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .match(
        /\bnode:(?!path\/posix)\w+|\bnew Date\(\)|\bDate\.now\b|\bperformance\.|\bprocess\.|\bconsole\.|\bfetch\(/g,
      )
    expect(breaches).toBeNull()
  })
})

describe('size', () => {
  it.each(files)('%s has no more than 220 lines, or is a table of data', (file) => {
    const isTable = ['records/record.ts', 'imports/mapping.ts', 'diagnostics/messages.ts'].includes(
      file,
    )
    expect(isTable || codeOf(file).split('\n').length <= 220).toBe(true)
  })
})
