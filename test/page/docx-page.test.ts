import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/day.ts'
import { docxPage } from '../../src/page/docx-page.ts'
import { GROUNDS } from '../../src/page/docx-text.ts'
import { shown, shownLine } from '../../src/page/layout.ts'
import {
  type Column,
  facts,
  heading,
  lines,
  months,
  type Page,
  paragraph,
  picture,
  points,
  rows,
  sentences,
  warning,
} from '../../src/page/page.ts'
import { ACTING } from '../helpers/acting.ts'
import { partsOf, wordsIn, writer } from '../helpers/docx.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { elementsIn, type Parsed } from '../helpers/xml.ts'
import { hostileTexts } from '../reports/hostile.ts'

const DAY = isoDate('2024-03-04')

async function opened(page: Page) {
  const parts = partsOf(await docxPage(page, DAY))
  const part = (path: string) => {
    const found = parts[path]
    if (!found) throw new Error(`there is no ${path}`)
    return found
  }
  const paragraphs = elementsIn(part('word/document.xml'), 'w:p').map((one) => ({
    style: attributeOf(one, 'w:pStyle') ?? '',
    words: wordsIn(one),
  }))
  return { part, document: part('word/document.xml'), paragraphs }
}

function attributeOf(element: Parsed, name: string): string | undefined {
  return elementsIn(element, name)[0]?.attributes['w:val']
}

const numberOf = (element: Parsed | undefined, attribute: string) =>
  Number(element?.attributes[attribute])

/** The sides of the paper and the width of each column of a table, in twentieths of a point. */
function sizesIn(document: Parsed) {
  const [paper] = elementsIn(document, 'w:pgSz')
  const [width, height] = [numberOf(paper, 'w:w'), numberOf(paper, 'w:h')]
  const columns = elementsIn(document, 'w:gridCol').map((column) => numberOf(column, 'w:w'))
  return { width, height, columns }
}

const columns = (...names: string[]): Column[] => names.map((name) => ({ name }))

/** The library has placeholders of its own. */
const texts = { ...hostileTexts, 'the library': 'a {default-bullet-numbering-0} {{b}} {0}' }

describe('a page as a document', () => {
  it('is named by its first heading, below which the others stand', async () => {
    const { part, paragraphs } = await opened([
      ...warning('Incomplete'),
      heading('Position'),
      heading('Late'),
    ])
    expect(paragraphs).toEqual([
      { style: 'Warning', words: 'Warning: Incomplete' },
      { style: 'Heading1', words: 'Position' },
      { style: 'Heading2', words: 'Late' },
    ])
    const core = part('docProps/core.xml')
    const said = (name: string) => elementsIn(core, name)[0]?.text
    expect(['dc:title', 'dc:language', 'dcterms:created', 'dcterms:modified'].map(said)).toEqual([
      'Position',
      'en-GB',
      '2024-03-04T00:00:00Z',
      '2024-03-04T00:00:00Z',
    ])
    expect(attributeOf(part('word/styles.xml'), 'w:lang')).toBe('en-GB')
  })

  it('has a name also where the page has none', async () => {
    const { part } = await opened([paragraph('Nothing.')])
    expect(elementsIn(part('docProps/core.xml'), 'dc:title')[0]?.text).toBe('plandue')
  })

  it('has all blocks in words', async () => {
    const { paragraphs } = await opened([
      sentences(['One.', 'Two.']),
      facts(['Due', ['Monday', 'Tuesday']], ['Owner', '']),
      points(['agree']),
      rows(1, [['alone']]),
      rows(2, []),
      lines([{ text: '  due: 2024-03-04' }]),
      months({ from: dayOf(DAY), to: dayOf(DAY) }, []),
      picture(() => ['██'], ['A picture in words']),
    ])
    expect(paragraphs).toEqual([
      { style: '', words: 'One.' },
      { style: '', words: 'Two.' },
      { style: '', words: 'Due: Monday' },
      { style: '', words: 'Due: Tuesday' },
      { style: 'ListParagraph', words: 'agree' },
      { style: 'ListParagraph', words: 'alone' },
      { style: 'Lines', words: '  due: 2024-03-04' },
      { style: 'ListParagraph', words: 'A picture in words' },
    ])
  })

  it('repeats the head of a table, keeps it with a row, and parts no row', async () => {
    const { document } = await opened([
      rows(
        [{ name: 'What' }, { name: 'Left', align: 'right' }, { name: '', isDrawn: true }],
        [
          ['Audit', { text: '3 ▓', spoken: '3' }, '██'],
          ['Recruit', '12', '░'],
        ],
        { isHeaded: true },
      ),
    ])
    const all = elementsIn(document, 'w:tr')
    expect(all.map((row) => elementsIn(row, 'w:tc').map(wordsIn))).toEqual([
      ['What', 'Left'],
      ['Audit', '3'],
      ['Recruit', '12'],
    ])
    const isOn = ({ attributes }: Parsed) => attributes['w:val'] !== 'false'
    const having = (name: string) => all.map((row) => elementsIn(row, name).some(isOn))
    expect(having('w:tblHeader')).toEqual([true, false, false])
    expect(having('w:cantSplit')).toEqual([true, true, true])
    expect(having('w:keepNext')).toEqual([true, false, false])
    const sides = all.map((row) =>
      elementsIn(row, 'w:jc').map(({ attributes }) => attributes['w:val']),
    )
    expect(sides).toEqual(Array(3).fill(['left', 'right']))
  })

  it('has no head where the rows have none', async () => {
    const { document } = await opened([rows(2, [['a', 'b']])])
    expect(attributeOf(document, 'w:tblHeader')).toBe('false')
    expect(elementsIn(document, 'w:tr')).toHaveLength(1)
  })

  it.each(['bad', 'risky', 'good'] as const)(
    'shows what is %s by a ground, in bold',
    async (tone) => {
      const { document } = await opened([rows(2, [['Audit', { text: 'Word', tone }]])])
      const [first, second] = elementsIn(document, 'w:tc')
      expect(elementsIn(first as Parsed, 'w:shd')).toEqual([])
      expect(elementsIn(second as Parsed, 'w:shd')[0]?.attributes['w:fill']).toBe(GROUNDS[tone])
      expect(elementsIn(second as Parsed, 'w:b')).toHaveLength(1)
      expect(contrast(GROUNDS[tone] ?? '', '0B0C0C')).toBeGreaterThan(7)
    },
  )

  it('is on A4 in Arial, with the number of each page', async () => {
    const { document, part } = await opened([heading('Position'), paragraph('Good.')])
    expect(sizesIn(document)).toMatchObject({ width: 11_906, height: 16_838 })
    const [fonts] = elementsIn(part('word/styles.xml'), 'w:rFonts')
    expect(fonts?.attributes['w:ascii']).toBe('Arial')
    const footer = part('word/footer1.xml')
    expect(elementsIn(footer, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE', 'NUMPAGES'])
    expect(wordsIn(footer)).toBe('Position. Page  of ')
  })

  it('lies where a table has more words side by side than an upright page has room for', async () => {
    const seven = ['Red', 'Amber', 'Green', 'Open now', 'Open then', 'New', 'Finished']
    const sizes = async (names: string[]) => {
      const { document } = await opened([rows(columns('Action plan', ...names), [names])])
      return sizesIn(document)
    }
    const upright = await sizes(seven)
    expect(upright.width).toBeLessThan(upright.height)
    const lying = await sizes([...seven, 'Withdrawn', 'No longer required', 'Removed', 'Reopened'])
    expect([lying.width, lying.height]).toEqual([16_838, 11_906])
    for (const { width, columns } of [upright, lying]) {
      const total = columns.reduce((a, b) => a + b, 0)
      expect(total).toBeGreaterThan(width - 2 * 1134 - columns.length)
      expect(total).toBeLessThanOrEqual(width - 2 * 1134)
    }
  })

  it('gives room to texts by their length, to numbers by their digits, and breaks a long word', async () => {
    const { document } = await opened([
      rows(
        [...columns('What', 'Owner'), { name: 'Red', align: 'right' }],
        [
          ['A long text that goes on for a while and longer', 'Somebody', '2'],
          ['x'.repeat(9000), 'Me', '3'],
        ],
        { isHeaded: true },
      ),
    ])
    const { width, columns: all } = sizesIn(document)
    const [what = 0, owner = 0, red = 0] = all
    expect([what > owner, owner > red, red > 400]).toEqual([true, true, true])
    expect(red).toBeLessThan(700)
    expect(width).toBe(11_906)
  })

  it('shrinks columns that are too many for any page', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Authorities ${index}`)
    const { document } = await opened([rows(columns(...names), [names])])
    const { width, columns: all } = sizesIn(document)
    expect(all.every((one) => one > 0)).toBe(true)
    expect(all.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(width - 2 * 1134)
  })

  it.each(Object.entries(texts))('leaves a text that is after %s a text', async (_after, text) => {
    const { document, part, paragraphs } = await opened([
      heading(text),
      paragraph(text),
      points([text]),
      facts([text, text]),
      lines([{ text }]),
      rows([{ name: text }, { name: 'b' }], [[text, { text, tone: 'bad' }]], { isHeaded: true }),
    ])
    const words = shown(text)
    expect(paragraphs.map((one) => one.words)).toEqual([
      words,
      words,
      words,
      `${shown(`${text}: `)}${words}`,
      shownLine(text),
      words,
      'b',
      words,
      words,
      '',
    ])
    expect(attributeOf(document, 'w:numId')).toBe('1')
    expect(elementsIn(document, 'w:hyperlink')).toEqual([])
    expect(wordsIn(document)).not.toMatch(ACTING)
    expect(wordsIn(part('word/footer1.xml'))).toBe(`${words}. Page  of `)
  })
})

it.skipIf(writer.mayBeSkipped)(
  `leaves each text as it is in ${writer.name}${writer.note}`,
  async () => {
    const cells = Object.values(texts).map((text) => [text, { text, tone: 'bad' as const }])
    const { document } = writer.read({ document: await docxPage([rows(2, cells)], DAY) })
    const words = Object.values(texts).map((text) => shown(text).trim().replace(/ +/g, ' '))
    expect(document?.tables).toEqual([words.map((one) => [one, one])])
  },
)

/** How much lighter one colour is than another (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map(luminance).sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
