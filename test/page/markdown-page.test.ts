import { describe, expect, it } from 'vitest'
import { inertMarkdown, markdownPage } from '../../src/page/markdown-page.ts'
import { facts, heading, lines, paragraph, picture, points, rows } from '../../src/page/page.ts'

describe('a page as Markdown', () => {
  it('has headings, lists, tables with a line of names, and the words of pictures', () => {
    expect(
      markdownPage([
        heading('What the change moves'),
        paragraph({ text: 'Incomplete', tone: 'bad' }),
        rows(
          [{ name: 'item' }, { name: 'days', align: 'right' }, { name: '', isDrawn: true }],
          [['a#final', '12', '██']],
        ),
        rows([{ name: '' }], [['one'], ['two']]),
        rows([{ name: '' }, { name: '' }], []),
        heading('Findings'),
        facts(['Source', ['GOV.UK', 'the letter']]),
        points(['it was moved']),
        picture(() => ['│ ● │'], ['three days']),
      ]),
    ).toBe(`## What the change moves

**Incomplete**

| item | days |
| --- | ---: |
| a#final | 12 |

- one
- two

### Findings

- **Source:** GOV.UK<br>the letter

- it was moved

- three days
`)
  })
})

describe('lines of a file as Markdown', () => {
  it.each([
    [['a', '  b'], ['```', 'a', '  b', '```'], 'blanks stay'],
    [['```', '@a'], ['````', '```', '@a', '````'], 'no line closes the fence'],
    [['a \u202e ##[b]'], ['```', 'a \uFFFD ## [b]', '```'], 'nothing acts'],
    [[], [], 'there is nothing to show'],
  ])('%j become %j, because %s', (texts, expected, _because) => {
    const page = markdownPage([lines(texts.map((text) => ({ text })))])
    expect(page.split('\n').filter((line) => line !== '')).toEqual(expected)
  })
})

const GAP = '&#8203;'

describe('a text of a record', () => {
  it.each([
    ['a | b', 'a \\| b', 'it would open another cell'],
    ['a \\| b', 'a \\\\\\| b', 'a backslash of its own must not undo ours'],
    ['one\n\n# two', 'one # two', 'it would end the table'],
    ['# two', '\\# two', 'it would be a heading'],
    ['- two', '\\- two', 'it would be a list'],
    ['1. two', '1\\. two', 'likewise'],
    ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;', 'it would be HTML'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;', 'it is to read as it is written'],
    [
      '`code` *bold* _it_ ~~no~~',
      '\\`code\\` \\*bold\\* \\_it\\_ \\~\\~no\\~\\~',
      'it would be styled',
    ],
    ['[a](b) ![c](d)', '\\[a\\](b) !\\[c\\](d)', 'it would be a link or a picture'],
    ['$x$', '\\$x\\$', 'it would be set as mathematics'],
    ['@octocat', `@${GAP}octocat`, 'it would call somebody'],
    ['a@example.org', `a@${GAP}example.org`, 'it would be an address'],
    ['fixes #12 and GH-12', `fixes #${GAP}12 and GH-${GAP}12`, 'it would refer to an issue'],
    ['a-2023#final', 'a-2023#final', 'an id of an item refers to none'],
    ['https://example.org', `https:${GAP}//example.org`, 'it would be a link'],
    ['www.example.org', `www${GAP}.example.org`, 'likewise'],
    ['a\u202Eb\u001b[31m', 'a\uFFFDb\uFFFD\\[31m', 'it would turn or paint the text'],
  ])('%j becomes %j, because %s', (text, expected, _because) => {
    expect(inertMarkdown(text)).toBe(expected)
  })
})
