import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { columnLetters, type Sheet, type SheetCell } from '../../src/page/sheet.ts'
import { xlsxFile } from '../../src/page/xlsx-file.ts'
import { isNoted, mayBeSkipped, readByPython, savedByCalc } from '../helpers/spreadsheets.ts'

const KINDS = ['text', 'day', 'number', 'percent'] as const

const sheet = (rows: readonly (readonly SheetCell[])[]): Sheet => ({
  name: 'Sheet',
  columns: KINDS.map((kind) => ({ name: kind, width: 20, kind, isFilledIn: kind === 'day' })),
  rows,
  isTable: true,
  frozen: 2,
})
const values = (bytes: Uint8Array, zone?: string) =>
  readByPython(bytes, zone)[0]?.rows.map((row) => row.map(({ value }) => value))
const ofText = async (text: string) =>
  readByPython(await xlsxFile([sheet([[text, null, null, null]])]))[0]?.rows[1]?.[0]

describe.skipIf(mayBeSkipped)(`a workbook, as openpyxl reads it${isNoted}`, () => {
  it.each(['Europe/London', 'America/New_York', 'Pacific/Apia'])(
    'has the same day in %s',
    async (zone) => {
      const days = ['1950-01-01', '2024-03-31', '2024-10-27', '2011-12-30', '2099-12-31']
      const bytes = await xlsxFile([sheet(days.map((day) => [null, day, null, null]))])
      expect(
        values(bytes, zone)
          ?.slice(1)
          .map(([, day]) => day),
      ).toEqual(days)
    },
  )

  it('has a frozen row of names, a filter on all of it, widths and wrapped texts', async () => {
    const [read] = readByPython(await xlsxFile([sheet([['a', '2024-01-12', 3, 40]])]))
    expect(read).toMatchObject({ frozen: 'C2', filter: 'A1:D2', widths: [20, 20, 20, 20] })
    expect(read?.rows[0]?.map(({ fill }) => fill)).toEqual([
      'FF505A5F',
      'FF1D70B8',
      'FF505A5F',
      'FF505A5F',
    ])
    expect(read?.rows[1]).toMatchObject([
      { value: 'a', kind: 's', format: '@', wrap: true },
      { value: '2024-01-12', kind: 'd', format: 'd mmm yyyy' },
      { value: 3, kind: 'n' },
      { value: 0.4, kind: 'n', format: '0%' },
    ])
  })

  it('has cells for what is not said yet, in the format of their column', async () => {
    const [read] = readByPython(await xlsxFile([sheet([[null, null, null, null]])]))
    expect(read?.rows[1]?.map(({ value, format }) => [value, format])).toEqual([
      [null, '@'],
      [null, 'd mmm yyyy'],
      [null, 'General'],
      [null, '0%'],
    ])
  })

  it.each<[string, SheetCell[], number, string]>([
    ['day', ['x'.repeat(20), null, null, null], 15, 'it fits'],
    ['day', ['some words '.repeat(5), null, null, null], 60, 'it takes four lines'],
    ['day', ['x'.repeat(40_000), null, null, null], 405, 'Excel has no higher rows'],
    ['a name of three lines that wraps', [null, null, null, null], 15, 'nothing is in it'],
  ])('under %j has a row of %j as high as %d, because %s', async (name, row, height, _because) => {
    const { columns, ...rest } = sheet([row])
    const named = columns.map((column, at) => (at === 1 ? { ...column, name } : column))
    const parts = unzipSync(await xlsxFile([{ ...rest, columns: named }]))
    const xml = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8')
    const heights = [...xml.matchAll(/<row [^>]*\bht="(\d+)"/g)].map(([, ht]) => Number(ht))
    expect(heights).toEqual([name === 'day' ? 15 : 30, height])
    expect(xml).not.toContain('customHeight')
  })

  it('has a status as a word and as a colour', async () => {
    const [read] = readByPython(
      await xlsxFile([sheet([[{ value: 'overdue', tone: 'bad' }, null, null, null]])]),
    )
    expect(read?.rows[1]?.[0]).toMatchObject({ value: 'overdue', fill: 'FFF6D2CC' })
  })

  it.each([
    ['=cmd|"/c calc"!A0', 'it would start a program'],
    ['@SUM(1+1)*cmd', 'so would this, in an older one'],
    ['+1-2', 'it would be a number'],
    ["'quoted", 'an apostrophe is of the text'],
    ['</t></si><si><t>x</t>', 'it would be another cell'],
    [']]> & <b>"\'', 'these are of XML'],
    ['one _x0041_', 'Excel would take it for a letter'],
    ['Cyngor Sir Ynys Môn — “ŵ” 😀', 'it is no ASCII'],
  ])('has %j as that text, because %s', async (text, _because) => {
    expect(await ofText(text)).toMatchObject({ value: text, kind: 's' })
  })

  it.each([
    ['a\u0000b\u001b[31mc\u202ed', 'ab[31mcd', 'what acts on a reader is left out'],
    ['two\r\nlines\tand a tab', 'two lines and a tab', 'a row is one line'],
    ['half \ud83d of a pair', 'half  of a pair', 'no encoding could write it'],
  ])('has %j as %j, because %s', async (text, shown, _because) => {
    expect(await ofText(text)).toMatchObject({ value: shown, kind: 's' })
  })

  it('cuts a text where Excel would, and says so', async () => {
    const read = await ofText('x'.repeat(40_000))
    expect(String(read?.value)).toHaveLength(32_767)
    expect(String(read?.value).endsWith('x…')).toBe(true)
  })

  it('has a text for a day that is none', async () => {
    const bytes = await xlsxFile([sheet([[null, '2023-11', null, null]])])
    expect(readByPython(bytes)[0]?.rows[1]?.[1]).toMatchObject({ value: '2023-11', kind: 's' })
  })
})

it.skipIf(mayBeSkipped)(`is read by Calc, which shows the same${isNoted}`, async () => {
  const rows = [
    ['=1+1', '2024-12-01', 3, 40],
    ['_x005F_x0041_', null, null, null],
  ]
  const bytes = await xlsxFile([sheet(rows)])
  const text = Buffer.from(savedByCalc(bytes, 'xlsx', 'csv')).toString('utf8')
  expect(text).toBe('text,day,number,percent\n=1+1,1 Dec 2024,3,40%\n_x005F_x0041_,,,\n')
})

it('makes the same bytes of the same sheets', async () => {
  const one = await xlsxFile([sheet([['a', '2024-01-12', 3, 40]])])
  expect(Buffer.from(await xlsxFile([sheet([['a', '2024-01-12', 3, 40]])]))).toEqual(
    Buffer.from(one),
  )
})

it('holds no formula, no link and nothing that runs', async () => {
  const parts = unzipSync(await xlsxFile([sheet([['=1+1', null, null, null]])]))
  const texts = Object.values(parts).map((part) => Buffer.from(part).toString('utf8'))
  expect(texts.join('')).not.toMatch(/<f>|<hyperlink|externalLink|vbaProject|DDE/i)
  expect(Object.keys(parts).filter((name) => !/\.(xml|rels)$/.test(name))).toEqual([])
})

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('the column at %d is %s', (position, letters) => {
  expect(columnLetters(position)).toBe(letters)
})
