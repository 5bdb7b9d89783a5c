import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type CsvCell, csv } from '../../src/page/csv.ts'

const columns = ['name', 'value']
const parsed = async (...rows: (readonly CsvCell[])[]) =>
  parse(await csv(columns, rows), { columns: true, record_delimiter: '\r\n' })

describe('csv', () => {
  it('ends each line with CRLF, the one with the names first', async () => {
    expect(await csv(columns, [['a', 1]])).toBe('name,value\r\na,1\r\n')
  })

  it('has its names even where there is no row', async () => {
    expect(await csv(columns, [])).toBe('name,value\r\n')
  })

  it.each<[CsvCell, string, string]>([
    ['Leeds', 'Leeds', 'a plain text needs nothing'],
    ['Bournemouth, Christchurch and Poole', 'Bournemouth, Christchurch and Poole', 'it is quoted'],
    ['the "front door"', 'the "front door"', 'quotes are doubled'],
    ['Ynys Môn', 'Ynys Môn', 'it is UTF-8'],
    ['two\r\nlines', 'two lines', 'a field is one line'],
    [-3, '-3', 'a number is no formula'],
    [0.5, '0.5', 'a number has a point'],
    [0, '0', 'nought is a number'],
    [null, '', 'there is nothing to say'],
    [true, 'true', 'a truth is a word'],
    [false, 'false', 'so is a falsehood'],
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")', 'a spreadsheet would follow it'],
    ['+1', "'+1", 'a spreadsheet would count it'],
    ['-1+cmd|x', "'-1+cmd|x", 'a text that starts so is a formula'],
    ['@SUM(A1)', "'@SUM(A1)", 'some spreadsheets start formulas so'],
    ['＝1', "'＝1", 'a full-width sign is taken for the plain one'],
    ['\u001b[31mred', '\uFFFD[31mred', 'a terminal would obey it'],
  ])('of %j is read back as %j, because %s', async (cell, expected, _because) => {
    expect(await parsed(['a', cell])).toEqual([{ name: 'a', value: expected }])
    expect(await parsed([cell, 1])).toEqual([{ name: expected, value: '1' }])
  })
})
