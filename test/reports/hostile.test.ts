import { spawnSync } from 'node:child_process'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type FormatName, formats } from '../../src/reports/index.ts'
import { ACTING } from '../helpers/acting.ts'
import { commandsIn } from '../helpers/github.ts'
import { elementsWhere, parseHtml } from '../helpers/html.ts'
import { kindsIn, parseMarkdown } from '../helpers/markdown.ts'
import { checkAs } from '../helpers/workbook.ts'
import { elementsIn, parseXml } from '../helpers/xml.ts'
import { expectedFacts, factsIn } from './facts.ts'
import { faultyRecord, hostileNames, hostileRecord, hostileTexts } from './hostile.ts'
import { sarifErrors } from './sarif-schema.ts'

const TODAY = '2024-02-05'

/** The worlds: each text in a sound record and in a faulty one, and a record under each name. */
const worlds = Object.fromEntries([
  ...Object.entries(hostileTexts).map(([aim, text]) => [
    `a text against ${aim}`,
    { 'plans/sound.yaml': hostileRecord(text), 'plans/faulty.yaml': faultyRecord(text) },
  ]),
  ...hostileNames.map((name) => [
    `a file called ${JSON.stringify(name)}`,
    { [`plans/${name}.yaml`]: hostileRecord('A'), [`plans/${name}/b.yaml`]: faultyRecord('B') },
  ]),
]) as Record<string, Record<string, string>>

const outputs = new Map<string, Promise<string>>()

/** What `check` writes of a world in a format. */
function written(world: string, format: FormatName): Promise<string> {
  const key = JSON.stringify([world, format])
  const args = ['--today', TODAY, '-v']
  const run = async () => (await checkAs(format, args, { files: worlds[world] ?? {} })).out
  const output = outputs.get(key) ?? run()
  outputs.set(key, output)
  return output
}

/** What only some formats may have, since to them it is structure. */
const STRUCTURE: Partial<Record<FormatName, RegExp>> = {
  csv: /\r\n/g,
  tsv: /\t/g,
  ics: /\r\n/g,
}

/** All that a report is made of. */
const ELEMENTS =
  '#document html head meta title style body a header p b main div span strong h1 h2 h3 dl dt dd section ol ul li table caption thead tbody tr th td code time details summary footer svg g rect path circle text'.split(
    ' ',
  )
const ATTRIBUTES =
  'lang class charset http-equiv content name href id role scope colspan datetime open aria-hidden aria-label aria-labelledby viewBox width height x y r d transform text-anchor'.split(
    ' ',
  )

const machine = Object.keys(formats).filter((name): name is FormatName => !/table|plain/.test(name))

describe.each(Object.keys(worlds))('%s', (world) => {
  it.each(machine)('leaves %s well-formed, inert and complete', async (format) => {
    const { items, diagnostics } = expectedFacts(JSON.parse(await written(world, 'json')), format)
    const out = await written(world, format)
    expect(out).not.toMatch(ACTING)
    expect(out.replace(STRUCTURE[format] ?? '', '')).not.toMatch(/[\r\t\u2028\u2029]/)
    expect(out).not.toMatch(/##[\w-]*\[/)
    // Halves of characters would be replaced where the text is encoded, and bytes would change.
    expect(Buffer.from(out).toString()).toBe(out)
    const facts = factsIn[format]({ out, err: '' })
    expect(facts.items).not.toEqual([])
    expect(facts.items).toHaveLength(items.length)
    expect(facts.diagnostics).toHaveLength(diagnostics.length)
  })

  it('makes no element and no attribute of it in HTML, and leads nowhere', async () => {
    const elements = elementsWhere(parseHtml(await written(world, 'html')), () => true)
    expect(
      [...new Set(elements.map(({ name }) => name))].filter((name) => !ELEMENTS.includes(name)),
    ).toEqual([])
    const attributes = elements.flatMap((one) => Object.keys(one.attributes))
    expect([...new Set(attributes)].filter((name) => !ATTRIBUTES.includes(name))).toEqual([])
    const ids = elements.flatMap(({ attributes: { id } }) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements.flatMap(({ attributes: { href } }) => href ?? [])
    expect(targets.filter((href) => !ids.includes(href.replace(/^#/, '')))).toEqual([])
  })

  it('makes no command to a runner but annotations, each on its line', async () => {
    const out = await written(world, 'github')
    const lines = out.trimEnd().split('\n')
    const commands = commandsIn(out)
    expect(commands).toHaveLength(lines.length)
    for (const { name, properties } of commands) {
      expect(['error', 'warning', 'notice']).toContain(name)
      const known = ['file', 'line', 'col', 'endColumn', 'title']
      expect(Object.keys(properties).filter((key) => !known.includes(key))).toEqual([])
    }
    for (const format of machine.filter((name) => name !== 'github')) {
      expect(await written(world, format)).not.toMatch(/^\s*::/m)
    }
  })

  it('makes nothing but text of it in Markdown', async () => {
    const out = await written(world, 'markdown')
    const usual = [
      'root',
      'heading',
      'paragraph',
      'strong',
      'table',
      'tableRow',
      'tableCell',
      'text',
    ]
    expect([...kindsIn(parseMarkdown(out))].filter((kind) => !usual.includes(kind))).toEqual([])
    expect(out).not.toMatch(/@\w|GH-\d|(?<=[\s(])#\d/)
  })

  it('is valid SARIF, of which no message has a link or a gap', async () => {
    const out = await written(world, 'sarif')
    expect(sarifErrors(out)).toBeNull()
    const { results } = JSON.parse(out).runs[0]
    for (const { message } of results) expect(message.text).not.toMatch(/\]\(|\{\d/)
  })

  it('is XML with true counts', async () => {
    const root = parseXml(await written(world, 'junit'))
    for (const element of [root, ...elementsIn(root, 'testsuite')]) {
      const found = {
        tests: elementsIn(element, 'testcase').length,
        failures: elementsIn(element, 'failure').length,
        errors: elementsIn(element, 'error').length,
        skipped: elementsIn(element, 'skipped').length,
      }
      const told = Object.keys(found).map((key) => [key, Number(element.attributes[key])])
      expect(Object.fromEntries(told)).toEqual(found)
    }
  })

  it('is no formula in a spreadsheet', async () => {
    const cells: string[][] = parse(await written(world, 'csv'), { record_delimiter: '\r\n' })
    const tabbed = (await written(world, 'tsv')).split('\n').map((line) => line.split('\t'))
    const acting = [...cells, ...tabbed]
      .flat()
      .filter((cell) => /^[=+@＝＋－＠]|^-(?!\d+$)/.test(cell))
    expect(acting).toEqual([])
  })
})

const xmllint = (input: string) =>
  spawnSync('xmllint', ['--noout', '--huge', '-'], { input, encoding: 'utf8' })
const isMissing = spawnSync('xmllint', ['--version']).error !== undefined

it.skipIf(isMissing && !process.env['CI'])(
  isMissing ? 'xmllint reads it: SKIPPED, install libxml2-utils' : 'xmllint reads it',
  async () => {
    for (const world of Object.keys(worlds)) {
      const { status, stderr } = xmllint(await written(world, 'junit'))
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    }
  },
)
