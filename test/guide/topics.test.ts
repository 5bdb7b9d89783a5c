import { readdirSync } from 'node:fs'
import { Chalk } from 'chalk'
import { describe, expect, it } from 'vitest'
import { pageOf, topics } from '../../src/guide/index.ts'
import { shownLine } from '../../src/page/layout.ts'
import type { Page } from '../../src/page/page.ts'
import { plainPage } from '../../src/page/plain-page.ts'
import { tablePage } from '../../src/page/table-page.ts'

const tableAt = (width: number, page: Page) =>
  tablePage(page, { paint: new Chalk({ level: 0 }), width, quiet: false, verbose: false })

const folder = new URL('../../src/guide/', import.meta.url)

describe('the manual', () => {
  it('has the topics of its folder', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
    expect([...topics.keys()].map((topic) => `${topic}.md`).sort()).toEqual(files.sort())
  })

  it.each([...topics])('%s begins with a heading of its own', (topic, text) => {
    expect(text).toMatch(/^# [A-Z].*\n\n/)
    expect(topic).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it.each([...topics])('%s loses no word when it is drawn', (_topic, text) => {
    const wordsOf = (all: string) => all.match(/[\p{L}\p{N}]+/gu) ?? []
    const page = pageOf(text)
    // Who listens is spared the names of first columns.
    const drawn = new Set([...wordsOf(plainPage(page)), ...wordsOf(tableAt(80, page))])
    const written = text.replace(/^```\w*$/gm, '').replace(/\]\([^)]*\)/g, '')
    expect(wordsOf(written).filter((word) => !drawn.has(word))).toEqual([])
  })
})

describe.each([60, 80])('in a terminal of %i columns', (width) => {
  it.each([...topics])('%s fits, but for files and words without a blank', (_topic, text) => {
    const asItIs = new Set(
      [...text.matchAll(/^```.*\n([\s\S]*?)^```$/gm)].flatMap(([, code = '']) =>
        code.split('\n').map((line) => shownLine(`  ${line}`)),
      ),
    )
    const tooLong = tableAt(width, pageOf(text))
      .split('\n')
      .filter((line) => line.length > width && !asItIs.has(line) && /\S \S+$/.test(line))
    expect(tooLong).toEqual([])
  })
})

it('keeps a long id in one piece, which somebody may copy', () => {
  const frameworks = tableAt(80, pageOf(topics.get('frameworks') ?? ''))
  expect(frameworks).toContain('  `public-services-ombudsman-wales`   Public')
})

it.each([...topics])(
  'the transcripts of %s fit into 60 columns, or 80 for tables, set in by two',
  (topic, text) => {
    const width = ['reports', 'week'].includes(topic) ? 78 : 58
    const transcripts = [...text.matchAll(/^```console\n\$ .*\n([\s\S]*?)^```$/gm)]
    const lines = transcripts.flatMap(([, shown = '']) => shown.split('\n'))
    expect(lines.filter((line) => line.length > width && /\S \S/.test(line))).toEqual([])
  },
)

describe('a text of the manual', () => {
  it.each([
    ['a *b* `c` **d**', 'a b `c` d\n', 'emphasis is for the eye'],
    [
      'see [counting](counting.md#x)',
      'see counting (plandue help counting)\n',
      'a topic is a command',
    ],
    ['[a](https://x.org)', 'a (https://x.org)\n', 'an address is shown'],
    ['[above](#there)', 'above\n', 'a place in the page is not'],
    ['- a\n- b `c`', 'a\nb `c`\n', 'it is a list'],
    ['| a | b |\n|---|---|\n| c | `d` |', 'c: b `d`\n', 'it is a table'],
    ['```yaml\na:\n\n  b\n```', '  a:\n\n    b\n', 'a file keeps its blanks'],
    ['```yaml x.yaml\na\n```', 'x.yaml:\n\n  a\n', 'a file may have a name'],
    ['a\nb', 'a b\n', 'a line break is a blank'],
    ['<!-- x -->\n\na', 'a\n', 'a comment is for nobody'],
  ])('%j is drawn as %j, because %s', (text, drawn, _because) => {
    expect(plainPage(pageOf(text))).toBe(drawn)
  })
})
