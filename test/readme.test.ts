import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import about from '../package.json' with { type: 'json' }
import { calendarName } from '../src/calendar/division.ts'
import { GROUPS } from '../src/commands/help/overview.ts'
import { isQuiet, policyOf } from '../src/commands/remind/planning/policy.ts'
import { schemas } from '../src/commands/schema/schemas.ts'
import { stageIds } from '../src/frameworks/framework.ts'
import { shippedFrameworks } from '../src/frameworks/index.ts'
import { topics } from '../src/guide/index.ts'
import { formats } from '../src/reports/index.ts'
import { plandue, shippedPlans } from './helpers/plandue.ts'
import { renewedStory } from './helpers/story.ts'

const readDocument = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const guide = (topic: string) => readDocument(`src/guide/${topic}.md`)
const readme = readDocument('README.md')

/** All that people read of plandue, with transcripts of its commands. */
const documents = ['README.md', ...[...topics.keys()].map((topic) => `src/guide/${topic}.md`)]

/** What only those read who work on it. */
const notes = ['src/README.md', 'test/README.md', 'plans/README.md']

/** The policy for reminders with which the guide to them begins. */
const config = { 'plandue.yaml': 'reminders: { ledger: reminders.ndjson }\n' }

/** The manual is read in narrow terminals too, where `plandue help` sets a transcript in by two. */
const columnsOf = (document: string) => WIDE[document] ?? 58

/** Tables and bars need the room. */
const WIDE: Readonly<Record<string, number>> = {
  'README.md': 80,
  'src/guide/reports.md': 78,
  'src/guide/week.md': 78,
}

/** A document that tells a story of this record. */
const STORIES: Readonly<Record<string, string>> = {
  'src/guide/week.md': 'plans/marshford-2024.yaml',
}

/** What a reader sees who types a command of a document into a terminal. */
async function transcript(command: string, columns: number): Promise<string> {
  const [, input = '', args = ''] = /^(?:printf '([^']*)' \| )?plandue (.*)$/.exec(command) ?? []
  const world = {
    files: { ...shippedPlans(), ...config },
    columns,
    input: input.replaceAll('\\n', '\n'),
  }
  const { out, err } = await plandue(args.split(' '), world)
  return `$ ${command}\n${err}${out}`
}

/** A document with each transcript as it is now; `vitest --update` writes it back. */
async function renewed(name: string): Promise<string> {
  const record = STORIES[name]
  if (record) return renewedStory(readDocument(name), record, columnsOf(name))
  const parts = readDocument(name).split(/^(```console\n[\s\S]*?^```$)/m)
  const blocks = parts.map(async (part) => {
    const command = /^```console\n\$ (.*)\n/.exec(part)?.[1]
    return command
      ? `\`\`\`console\n${(await transcript(command, columnsOf(name))).trimEnd()}\n\`\`\``
      : part
  })
  return (await Promise.all(blocks)).join('')
}

/** The blocks of a language in a document. */
const blocksOf = (document: string, language: string) =>
  [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  )

/** The names under which GitHub finds the headings of a Markdown file. */
const anchorsOf = (document: string) =>
  [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** Whether there is the file, and in it the heading, to which a link of a document leads. */
function resolves(link: string, name: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? new URL(`../${name}`, import.meta.url) : fileOf(path, name)
  if (!existsSync(target)) return false
  return anchor === undefined || anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
}

const fileOf = (path: string, name: string) => new URL(path, new URL(`../${name}`, import.meta.url))

const linksOf = (document: string) =>
  [...document.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link)

describe('the documents', () => {
  it('have transcripts', () => {
    const commands = documents.flatMap((name) => readDocument(name).match(/^\$ .*plandue/gm) ?? [])
    expect(commands.length).toBeGreaterThan(12)
  })

  it.each(documents)('%s shows what its commands print', async (name) => {
    await expect(await renewed(name)).toMatchFileSnapshot(`../${name}`)
  })

  it.each([...documents, ...notes])('%s links to files and headings that are there', (name) => {
    const links = linksOf(readDocument(name))
    expect(links.filter((link) => !resolves(link, name))).toEqual([])
  })

  it.each([
    ['counting.md', true, 'it is there'],
    ['cuonting.md', false, 'it is mistyped'],
    ['counting.md#school-holidays', true, 'the heading is there'],
    ['counting.md#school-holydays', false, 'the heading is mistyped'],
    ['#exit-codes', true, 'it is a heading of the same file'],
  ])('a link to %s resolves: %s, because %s', (link, expected, _because) => {
    expect(resolves(link, 'src/guide/exit-codes.md')).toBe(expected)
  })
})

describe('README.md', () => {
  it('is read in one sitting', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(250)
    expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(14_000)
  })

  it('links every topic of the manual by its name', () => {
    const named = [...readme.matchAll(/^\| \[([\w-]+)\]\(src\/guide\/\1\.md\) \|/gm)]
    expect(named.map(([, topic]) => topic)).toEqual([...topics.keys()])
  })

  it.each(Object.entries(GROUPS))('has the commands of the group %s', (group, commands) => {
    const table = readme.split(`\n| ${group} | |\n`)[1]?.split('\n\n')[0] ?? ''
    const named = [...table.matchAll(/^\| `plandue \[?(\w+)/gm)].map(([, command]) => command)
    expect([...new Set(named)]).toEqual(Object.keys(commands))
  })

  it('has a week whose commands work on its record', async () => {
    const [record = ''] = blocksOf(readme, 'yaml')
    const week = readme.split('\n## A week in six steps\n')[1]?.split('\n## ')[0] ?? ''
    const commands = [...week.matchAll(/`plandue(?: ([^`]+))?`/g)].map(([, words = '']) => words)
    // One asks on a terminal, the other looks at a git repository.
    const alone = commands.filter((words) => !['new', 'doctor'].includes(words))
    let files: Record<string, string> = {
      'plans/exampleshire-2024.yaml': record,
      'papers/draft-plan.pdf': '',
    }
    for (const words of alone) {
      const args = words.split(' ').filter((word) => word !== '')
      const { exitCode, err, files: after } = await plandue(args, { files, today: '2024-03-25' })
      expect({ words, exitCode, err }).toEqual({ words, exitCode: 0, err: '' })
      files = Object.fromEntries([...after].map(([path, text]) => [path, String(text)]))
    }
    expect(alone.length).toBeGreaterThan(5)
    expect(files['plans/exampleshire-2024.yaml']).toContain('submitted: 2024-03-25')
    expect(files['plans/exampleshire-2024.yaml']).toContain('done: 2024-03-25')
  })
})

it('plans/README.md has every record that is beside it', () => {
  const files = readdirSync(new URL('../plans/', import.meta.url))
  const links = linksOf(readDocument('plans/README.md')).filter((link) => link.endsWith('.yaml'))
  expect(links.sort()).toEqual(files.filter((name) => name.endsWith('.yaml')).sort())
})

it('test/README.md has every folder and every script that it is about', () => {
  const notes = readDocument('test/README.md')
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const rooms = readdirSync(new URL('../src/', import.meta.url))
  const own = folders.filter((name) => !rooms.includes(name))
  expect(own.filter((name) => !notes.includes(`| \`${name}/\` |`))).toEqual([])
  const { test, ...scripts } = about.scripts
  const long = Object.entries(scripts).filter(([, script]) => script.startsWith('node test/'))
  expect(test).toContain('vitest')
  expect(long.length).toBeGreaterThan(4)
  expect(long.filter(([name]) => !notes.includes(`| \`npm run ${name}\` |`))).toEqual([])
})

describe('the manual', () => {
  it.each(shippedFrameworks)('names the framework $id and its stages', (framework) => {
    const isOptional = (id: string) =>
      framework.stages.some((stage) => stage.id === id && stage.optional)
    const stages = stageIds(framework).map((id) => `${isOptional(id) ? 'optional ' : ''}\`${id}\``)
    const row = `| \`${framework.id}\` | ${framework.title}: ${stages.join(', ')}; `
    expect(guide('frameworks')).toContain(row)
  })

  it('names the bank holidays of the frameworks', () => {
    const calendars = new Set(shippedFrameworks.map(({ calendar }) => calendarName(calendar)))
    expect(
      [...calendars].map((name) => `All of them count with the bank holidays of ${name}.`),
    ).toEqual([expect.toSatisfy((sentence: string) => guide('frameworks').includes(sentence))])
  })

  it.each(Object.entries(formats))('says what the format %s is for', (name, format) => {
    expect(guide('formats')).toContain(`| \`${name}\` | ${format.for} |`)
  })

  it.each(Object.keys(schemas))('names the schema of %s', (kind) => {
    expect(guide('formats')).toContain(`\`${kind}\``)
  })

  it('shows a record, a waiver and a configuration that are sound', async () => {
    const [record = ''] = blocksOf(guide('records'), 'yaml')
    const [waivers = ''] = blocksOf(guide('waivers'), 'yaml')
    const [config = ''] = blocksOf(guide('configuration'), 'yaml')
    const files = {
      'plans/a.yaml': `${record}${waivers}`,
      'papers/draft-plan.pdf': '',
      'plandue.yaml': config.replace(/^(calendars|frameworks):.*\n.*\n/gm, ''),
    }
    const { err, out } = await plandue(['check', '-f', 'json'], { files })
    expect(err).toBe('')
    expect(JSON.parse(out)).toMatchObject({ diagnostics: [], summary: { items: 3 } })
  })

  it('starts its schedules when its quiet hours are over', () => {
    const [, from = '', to = ''] =
      /`quietHours: \{ from: "(.*?)", to: "(.*?)" \}`/.exec(guide('reminders')) ?? []
    const schedules = guide('schedules')
    const crontab = [...schedules.matchAll(/^(\d+) (\d+) \* \* \* {2}/gm)].map(
      ([, minute = '', hour = '']) => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
    )
    const timer = [...schedules.matchAll(/^OnCalendar=\*-\*-\* (\S+) Europe\/London$/gm)].map(
      ([, time = '']) => time,
    )
    const times = [...crontab, ...timer]
    expect(times).toHaveLength(3)
    const policy = policyOf({ ledger: 'l', quietHours: { from, to } })
    expect(times.filter((time) => isQuiet(time, policy))).toEqual([])
    expect(isQuiet('05:59', policy)).toBe(true)
  })
})
