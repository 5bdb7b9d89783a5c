import { describe, expect, it } from 'vitest'
import { treeOf } from './graph.mjs'
import { breachesIn, idleExceptions } from './rules.ts'

/** A small tree that keeps every rule: each case below plants one breach in it. */
const SOUND: Readonly<Record<string, string>> = {
  'calendar/day.ts':
    "import { addMonths } from 'date-fns/addMonths'\nexport type IsoDate = string\n",
  'host/host.ts':
    "import type { IsoDate } from '../calendar/day.ts'\nexport type Host = { today(): IsoDate }\n",
  'node/host.ts': "import { readFileSync } from 'node:fs'\nexport const now = () => new Date()\n",
  'yaml/read.ts':
    "import { Parser } from 'yaml'\nimport { posix } from 'node:path/posix'\nexport const read = 1\n",
  'records/record.ts': 'export type InspectionRecord = 1\n',
  'assessment/item.ts':
    "import type { InspectionRecord } from '../records/record.ts'\nexport type Item = 1\n",
  'page/page.ts': "import type { Item } from '../assessment/item.ts'\nexport type Page = 1\n",
  'reports/index.ts': "import { json } from './json.ts'\nexport const formats = { json }\n",
  'reports/json.ts': "import type { Item } from '../assessment/item.ts'\nexport const json = 1\n",
  'workspace/read.ts': "import { read } from '../yaml/read.ts'\nexport const readRecords = 1\n",
  'commands/index.ts': "export const commands = [() => import('./check/command.ts')]\n",
  'commands/kit/contract.ts':
    "import type { Command } from 'commander'\nexport type CliCommand = 1\n",
  'commands/check/command.ts':
    "import { readRecords } from '../../workspace/read.ts'\nexport const check = 1\n",
  'commands/due/command.ts':
    "import type { CliCommand } from '../kit/contract.ts'\nexport const due = 1\n",
  'commands/schema/schemas.ts': 'export const schemas = 1\n',
  'main.ts': "import './node/host.ts'\n",
}

const breaches = (planted: Readonly<Record<string, string>>) =>
  breachesIn(treeOf({ ...SOUND, ...planted }))

describe('the rules of the rooms', () => {
  it('find nothing in a tree that keeps them', () => expect(breaches({})).toEqual([]))

  it.each<[because: string, path: string, code: string, breach: RegExp]>([
    [
      'a command imports another',
      'commands/check/page.ts',
      "import { due } from '../due/command.ts'",
      /^commands\/check\/page\.ts imports commands\/due\/command\.ts, though a command /,
    ],
    [
      'a command imports a type of another',
      'commands/check/page.ts',
      "import type { Due } from '../due/command.ts'",
      /imports a type of commands\/due/,
    ],
    [
      'an exception is for the folders that it names alone',
      'commands/due/page.ts',
      "import { schemas } from '../schema/schemas.ts'",
      /^commands\/due\/page\.ts imports commands\/schema/,
    ],
    [
      'a command imports the list',
      'commands/check/page.ts',
      "import { commands } from '../index.ts'",
      /^commands\/check\/page\.ts imports commands\/index\.ts/,
    ],
    [
      'a page knows where records come from',
      'page/table.ts',
      "import { readRecords } from '../workspace/read.ts'",
      /^page\/table\.ts imports workspace\/read\.ts, though how something is shown /,
    ],
    [
      'a page knows a report',
      'page/table.ts',
      "import type { json } from '../reports/json.ts'",
      /imports a type of reports\/json\.ts/,
    ],
    [
      'a report knows a command',
      'reports/junit.ts',
      "export { check } from '../commands/check/command.ts'",
      /^reports\/junit\.ts imports commands\/check/,
    ],
    [
      'a report knows a type of a command, written in its place',
      'reports/junit.ts',
      "type Check = typeof import('../commands/check/command.ts')",
      /^reports\/junit\.ts imports a type of commands\/check/,
    ],
    [
      'the assessment knows a format',
      'assessment/stages.ts',
      "export type { Page } from '../page/page.ts'",
      /^assessment\/stages\.ts imports a type of page\/page\.ts, though where an item stands /,
    ],
    [
      'the assessment knows the host',
      'assessment/stages.ts',
      "import { type Host } from '../host/host.ts'",
      /imports a type of host\/host\.ts/,
    ],
    [
      'the assessment knows the settings, loaded late',
      'assessment/stages.ts',
      "export const later = () => import('../config/settings.ts')",
      /^assessment\/stages\.ts imports config\/settings\.ts/,
    ],
    [
      'something goes up',
      'records/find.ts',
      "import type { Item } from '../assessment/item.ts'",
      /^records\/find\.ts imports a type of assessment\/item\.ts/,
    ],
    [
      'a host knows more than days',
      'host/net.ts',
      "import type { InspectionRecord } from '../records/record.ts'",
      /^host\/net\.ts imports a type of records/,
    ],
    ['what Node requires', 'records/find.ts', "export const fs = require('fs')", /has require\(/],
    [
      'Node outside node/',
      'records/find.ts',
      "import { readFileSync } from 'node:fs'",
      /^records\/find\.ts imports node:fs/,
    ],
    [
      'a type of Node outside node/',
      'records/find.ts',
      "import type { Stats } from 'node:fs'",
      /imports a type of node:fs/,
    ],
    ['Node under its old name', 'records/find.ts', "import 'fs'", /^records\/find\.ts imports fs/],
    [
      'a package that the room may not use',
      'records/find.ts',
      "import { parse } from 'yaml'",
      /^records\/find\.ts imports yaml, though a record is read /,
    ],
    [
      'a package whose name only begins like one that it may use',
      'calendar/zone.ts',
      "import { tz } from 'date-fns-tz'",
      /imports date-fns-tz/,
    ],
    ['the clock', 'workspace/day.ts', 'export const day = new Date()', /has new Date\(\)/],
    ['the clock, in numbers', 'workspace/day.ts', 'export const day = Date.now()', /has Date\.now/],
    ['the process', 'workspace/day.ts', 'export const day = process.argv', /has process\./],
    ['the console', 'reports/junit.ts', "console.log('x')", /^reports\/junit\.ts has console\./],
    ['the network', 'workspace/day.ts', "export const day = fetch('x')", /has fetch\(/],
    ['a timer', 'workspace/day.ts', 'setTimeout(() => {}, 1)', /has setTimeout\(/],
    ['chance', 'workspace/day.ts', 'export const day = Math.random()', /has Math\.random/],
    [
      'a file in a circle with itself',
      'records/self.ts',
      "import type { Self } from './self.ts'\nexport type Self = 1",
      /^a circle of imports: records\/self\.ts$/,
    ],
    [
      'a name that is exported twice',
      'calendar/words.ts',
      'export function readRecords() {}',
      /^readRecords has two meanings: calendar\/words\.ts, workspace\/read\.ts$/,
    ],
    [
      'a type with the name of a value',
      'calendar/words.ts',
      'export interface check {}',
      /^check has two meanings: calendar\/words\.ts, commands\/check\/command\.ts$/,
    ],
    [
      'a room without rules',
      'helpers/text.ts',
      'export const text = 1',
      /^helpers\/text\.ts stands in no room/,
    ],
    [
      'a file beside the rooms',
      'texts.ts',
      'export const text = 1',
      /^texts\.ts stands in no room/,
    ],
    [
      'a file that is too long',
      'calendar/words.ts',
      '\n'.repeat(221),
      /^calendar\/words\.ts has 221 lines, more than 220$/,
    ],
  ])('name it: %s', (_, path, code, breach) => {
    expect(breaches({ [path]: code })).toEqual([expect.stringMatching(breach)])
  })

  it('name a circle, also one of types that leads through a third file', () => {
    const planted = {
      'records/a.ts': "import { b } from './b.ts'",
      'records/b.ts': "export type { C } from './c.ts'",
      'records/c.ts': "type A = import('./a.ts').A",
      'records/d.ts': "import { a } from './a.ts'",
    }
    expect(breaches(planted)).toEqual([
      'a circle of imports: records/a.ts, records/b.ts, records/c.ts',
    ])
  })

  it('name a contract that lies in the file of the list', () => {
    const planted = {
      'reports/index.ts': "import { json } from './json.ts'\nexport type Report = typeof json",
      'reports/json.ts': "import type { Report } from './index.ts'\nexport const json = 1",
    }
    expect(breaches(planted)).toEqual([
      'reports/json.ts imports the list that it stands in, reports/index.ts',
      'a circle of imports: reports/index.ts, reports/json.ts',
    ])
  })

  it.each<[because: string, path: string, code: string]>([
    ['a comment imports nothing', 'records/a.ts', "// import 'node:fs'; new Date()\n"],
    ['a text imports nothing', 'records/a.ts', 'export const text = "import \'fs\'"'],
    ['Node in its room', 'node/a.ts', "import { spawn } from 'node:child_process'\nprocess.exit()"],
    ['an exception', 'commands/new/page.ts', "import { schemas } from '../schema/schemas.ts'"],
    [
      'a name that is passed on is no second one',
      'main.ts',
      "export { now } from './node/host.ts'",
    ],
    ['a table may be long', 'records/record.ts', '\n'.repeat(300)],
  ])('leave it: %s', (_, path, code) => expect(breaches({ [path]: code })).toEqual([]))

  it('name an exception that nothing needs', () => {
    const idle = idleExceptions(treeOf(SOUND)).map(({ from, to }) => `${from} ${to}`)
    expect(idle).toContain('commands/new/ commands/schema/')
    const used = { 'commands/new/page.ts': "import '../schema/schemas.ts'" }
    const left = idleExceptions(treeOf({ ...SOUND, ...used }))
    expect(left).toHaveLength(idle.length - 1)
  })
})
