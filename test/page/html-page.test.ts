import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/day.ts'
import { htmlPage } from '../../src/page/html-page.ts'
import {
  type Column,
  dateText,
  facts,
  heading,
  lines,
  months,
  type Page,
  paragraph,
  picture,
  points,
  rows,
  warning,
} from '../../src/page/page.ts'
import { ACTING } from '../helpers/acting.ts'
import {
  elementsNamed,
  elementsOfClass,
  elementsWhere,
  type HtmlElement,
  parseHtml,
} from '../helpers/html.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { hostileTexts } from '../reports/hostile.ts'

const read = (page: Page) => parseHtml(htmlPage(page))
const texts = (root: HtmlElement, name: string) =>
  elementsNamed(root, name).map(({ text }) => text.replace(/\s+/g, ' ').trim())

describe('a page as HTML', () => {
  it('is named by its first heading, below which the others stand', () => {
    const root = read([...warning('Incomplete'), heading('Holidays'), heading('Closures')])
    expect(texts(root, 'title')).toEqual(['Holidays'])
    expect(texts(root, 'h1')).toEqual(['Holidays'])
    expect(texts(root, 'h2')).toEqual(['Closures'])
    expect(texts(root, 'main')[0]).toMatch(/^! Warning Incomplete Holidays/)
    expect(elementsNamed(root, 'html')[0]?.attributes['lang']).toBe('en-GB')
  })

  it('has a heading also where the page has none', () => {
    const root = read([paragraph('Nothing.')])
    expect([texts(root, 'title'), texts(root, 'h1')]).toEqual([['plandue'], ['Report']])
  })

  it('allows its own style by its hash, and nothing else', () => {
    const root = read([heading('A')])
    const [style] = elementsNamed(root, 'style')
    const hash = createHash('sha256')
      .update(style?.text ?? '')
      .digest('base64')
    const [policy] = elementsWhere(
      root,
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    )
    expect(policy?.attributes['content']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    expect(style?.text).not.toMatch(/url\(|@import|<|"GDS Transport"/)
  })

  it('keeps words whole in a column that has only short ones', () => {
    const columns: Column[] = [
      { name: 'what' },
      { name: 'status' },
      { name: 'left', align: 'right' },
      { name: 'why' },
    ]
    const root = read([
      rows(columns, [
        ['Audit', 'Amber', '8', 'blocked'],
        ['Form', 'Green', '12', 'x'.repeat(15)],
      ]),
    ])
    const looks = elementsNamed(root, 'td').map(({ attributes }) => attributes['class'])
    expect(looks.slice(0, 3)).toEqual([
      'govuk-table__cell whole',
      'govuk-table__cell number whole',
      'govuk-table__cell',
    ])
  })

  it('has rows as a table with the names of columns, and with the words for the ear', () => {
    const columns = [
      { name: '' },
      { name: 'days off', align: 'right' as const },
      { name: '', isDrawn: true as const },
    ]
    const root = read([
      rows(columns, [
        [dateText(isoDate('2024-03-29')), '1', '██'],
        [{ text: 'Later', tone: 'strong' }],
        [{ text: '–', spoken: '' }],
        [dateText(isoDate('2024-04-01')), { text: '12 ██░', spoken: '12', tone: 'bad' }, ''],
      ]),
    ])
    expect(texts(root, 'tr')).toEqual([
      'Days off',
      'Friday 29 March 2024 Days off 1',
      'Later',
      'Monday 1 April 2024 Days off 12',
    ])
    expect(elementsNamed(root, 'tbody')).toHaveLength(2)
    expect(elementsNamed(root, 'th').map(({ attributes }) => attributes['scope'])).toEqual([
      'col',
      'row',
      'rowgroup',
      'row',
    ])
    expect(elementsOfClass(root, 't-bad').map(({ text }) => text)).toEqual(['12'])
  })

  it('has a single column as a list, and nothing for no rows', () => {
    expect(texts(read([rows(1, [['a'], ['b']])]), 'li')).toEqual(['a', 'b'])
    expect(elementsNamed(read([rows(2, [])]), 'table')).toEqual([])
  })

  it('has facts, points, lines of a file with their blanks, and the words of a picture', () => {
    const root = read([
      facts(['Source', ['GOV.UK', 'a list']], ['Nothing', '']),
      points(['A point']),
      lines([{ text: '  a: 1' }, { text: '' }, { text: '+ b', tone: 'good' }]),
      picture(() => ['│ ● │'], ['Three days']),
    ])
    expect(texts(root, 'dt')).toEqual(['Source'])
    expect(texts(root, 'dd')).toEqual(['GOV.UK a list'])
    expect(texts(root, 'li')).toEqual(['A point', 'Three days'])
    expect(elementsNamed(root, 'pre')[0]?.text).toBe('  a: 1\n \n+ b')
  })

  it('has months as tables, whose marks say to the ear what they are', () => {
    const span = { from: dayOf('2024-03-12'), to: dayOf('2024-04-02') }
    const mark = (letter: string, words: string, ...dates: string[]) => ({
      letter,
      words,
      tone: 'bad' as const,
      days: dates.map(dayOf),
    })
    const marks = [
      mark('b', 'bank holiday', '2024-03-29', '2024-04-01', '2024-05-06'),
      mark('D', 'due', '2024-04-01'),
    ]
    const root = read([months(span, marks)])
    expect(texts(root, 'caption')).toEqual(['March 2024', 'April 2024'])
    expect(elementsNamed(root, 'td').filter(({ text }) => text !== '')).toHaveLength(31 + 30)
    expect(elementsOfClass(root, 'marked-bad').map(({ text }) => text)).toEqual([
      '29bFriday 29 March 2024: bank holiday',
      '1DMonday 1 April 2024: due',
      'b',
      'D',
    ])
    expect(texts(root, 'li')).toEqual(['b bank holiday', 'D due'])
  })

  it.each(Object.entries(hostileTexts))('makes nothing but text of one against %s', (_, text) => {
    const page: Page = [
      heading(text),
      ...warning(text),
      paragraph({ text, tone: 'faint' }),
      points([text]),
      facts([text, [text, text]]),
      rows([{ name: text }, { name: text }], [[text, text]]),
      rows([{ name: '' }], [[text]]),
      lines([{ text, tone: 'bad' }]),
      months({ from: dayOf('2024-03-12'), to: dayOf('2024-03-12') }, [
        { letter: text, words: text, tone: 'bad', days: [dayOf('2024-03-12')] },
      ]),
      picture(() => [], [text]),
    ]
    const harmless = (one: Page) => read(JSON.parse(JSON.stringify(one).replaceAll(...SAME(text))))
    expect(htmlPage(page)).not.toMatch(ACTING)
    expect(shapeOf(read(page))).toEqual(shapeOf(harmless(page)))
  })
})

/** What to replace in a page as JSON, so that it has a harmless text in place of another. */
const SAME = (text: string): [string, string] => [JSON.stringify(text), '"x"']

/** The elements and attributes of a document, without what they say. */
function shapeOf({ name, attributes, children }: HtmlElement): unknown {
  return [name, Object.keys(attributes), children.map(shapeOf)]
}
