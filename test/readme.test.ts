import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { calendarName } from '../src/calendar/division.ts'
import { isQuiet, policyOf } from '../src/commands/remind/planning/policy.ts'
import { schemas } from '../src/commands/schema/schemas.ts'
import { stageIds } from '../src/frameworks/framework.ts'
import { shippedFrameworks } from '../src/frameworks/index.ts'
import { topics } from '../src/guide/index.ts'
import { formats } from '../src/reports/index.ts'
import { plandue, shippedPlans } from './helpers/plandue.ts'

const readDocument = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const readme = readDocument('README.md')
const reminders = readDocument('src/guide/reminders.md')

/** All that people read of plandue, with transcripts of its commands. */
const documents = ['README.md', ...[...topics.keys()].map((topic) => `src/guide/${topic}.md`)]

/** The policy for reminders with which the README begins. */
const config = { 'plandue.yaml': 'reminders: { ledger: reminders.ndjson }\n' }

/** What a reader sees who types a command of the README into a terminal of 80 columns. */
async function transcript(command: string): Promise<string> {
  const [, input = '', args = ''] = /^(?:printf '([^']*)' \| )?plandue (.*)$/.exec(command) ?? []
  const world = {
    files: { ...shippedPlans(), ...config },
    columns: 80,
    input: input.replaceAll('\\n', '\n'),
  }
  const { out, err } = await plandue(args.split(' '), world)
  return `$ ${command}\n${err}${out}`
}

/** A document with each transcript as it is now; `vitest --update` writes it back. */
async function renewed(document: string): Promise<string> {
  const parts = document.split(/^(```console\n[\s\S]*?^```$)/m)
  const blocks = parts.map(async (part) => {
    const command = /^```console\n\$ (.*)\n/.exec(part)?.[1]
    return command ? `\`\`\`console\n${(await transcript(command)).trimEnd()}\n\`\`\`` : part
  })
  return (await Promise.all(blocks)).join('')
}

it('has transcripts', () => {
  expect(readme.match(/^\$ .*plandue/gm)?.length).toBeGreaterThan(2)
})

it.each(documents)('%s shows what its commands print', async (name) => {
  await expect(await renewed(readDocument(name))).toMatchFileSnapshot(`../${name}`)
})

it.each(documents)('%s links to files that are there', (name) => {
  const links = [...readDocument(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
    ([, path = '']) => new URL(path, new URL(`../${name}`, import.meta.url)),
  )
  expect(links.filter((link) => !existsSync(link)).map(String)).toEqual([])
})

it.each(shippedFrameworks)('names the framework $id and its stages', (framework) => {
  const isOptional = (id: string) =>
    framework.stages.some((stage) => stage.id === id && stage.optional)
  const stages = stageIds(framework).map((id) => `\`${id}\`${isOptional(id) ? '*' : ''}`)
  const row = `| \`${framework.id}\` | ${framework.title} | ${stages.join(', ')} | ${calendarName(framework.calendar)} |`
  expect(readme).toContain(row)
})

it.each(Object.entries(formats))('says what the format %s is for', (name, format) => {
  expect(readme).toContain(`| \`${name}\` | ${format.for} |`)
})

it.each(Object.keys(schemas))('names the schema of %s', (kind) => {
  expect(readme).toContain(`\`${kind}\``)
})

it('shows a record and a configuration that are sound', async () => {
  const blocks = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
  const blockWith = (key: string) => blocks.find((text) => text.includes(`${key}:`)) ?? ''
  const record = `${blockWith('authority')}${blockWith('waivers')}`
  const config = blockWith('records')
  const files = {
    'plans/a.yaml': record,
    'papers/draft-plan.pdf': '',
    'plandue.yaml': config.replace(/^(calendars|frameworks):.*\n.*\n/gm, ''),
  }
  const { err, out } = await plandue(['check', '-f', 'json'], { files })
  expect(err).toBe('')
  expect(JSON.parse(out)).toMatchObject({ diagnostics: [], summary: { items: 3 } })
})

it('starts its schedules when its quiet hours are over', () => {
  const [, from = '', to = ''] =
    /`quietHours: \{ from: "(.*?)", to: "(.*?)" \}`/.exec(reminders) ?? []
  const crontab = [...readme.matchAll(/^(\d+) (\d+) \* \* \* {2}/gm)].map(
    ([, minute = '', hour = '']) => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
  )
  const timer = [...readme.matchAll(/^OnCalendar=\*-\*-\* (\S+) Europe\/London$/gm)].map(
    ([, time = '']) => time,
  )
  const times = [...crontab, ...timer]
  expect(times).toHaveLength(3)
  const policy = policyOf({ ledger: 'l', quietHours: { from, to } })
  expect(times.filter((time) => isQuiet(time, policy))).toEqual([])
  expect(isQuiet('05:59', policy)).toBe(true)
})
