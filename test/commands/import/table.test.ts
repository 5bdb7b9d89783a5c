import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/commands/import/rows/table.ts'

const rows = (...rows: [number, string, string][]) =>
  rows.map(([line, ...cells]) => ({ line, cells }))

describe('readTable', () => {
  it.each([
    ['a,b\n1,2\n', rows([2, '1', '2']), 'it is plain'],
    ['\uFEFFa,b\r\n1,2\r\n', rows([2, '1', '2']), 'spreadsheets mark the beginning'],
    ['a;b\n1,5;2\n', rows([2, '1,5', '2']), 'there are semicolons between its fields'],
    ['a\tb\n1\t2', rows([2, '1', '2']), 'there are tabs between its fields'],
    ['a,b\n"x, y","say ""hi"""\n', rows([2, 'x, y', 'say "hi"']), 'quotes hold a field together'],
    ['a,b\n"x\ny",2\n3,4\n', rows([2, 'x\ny', '2'], [4, '3', '4']), 'a field can have two lines'],
    ['a,b\n\n\n1,2\n', rows([4, '1', '2']), 'empty lines are no rows'],
    ["a,b\n'=1+1,'tis\n", rows([2, '=1+1', "'tis"]), 'an export keeps formulas from acting'],
    ['a,b\n', [], 'there are no rows'],
    ['a,b\r\n1,2\r\n,\r\n , \r\n', rows([2, '1', '2']), 'rows of commas alone are blank'],
    [',,\na,b\n1,2\n', rows([3, '1', '2']), 'so is one above the names'],
    ['sep=;\r\na;b\r\n1,5;2\r\n', rows([3, '1,5', '2']), 'Excel is told the separator so'],
    ['\uFEFFsep=,\r\na,b\r\n1,2', rows([3, '1', '2']), 'the mark can stand before it'],
    ['"sep=\t"\na\tb\n1\t2', rows([3, '1', '2']), 'some programs quote it'],
    [
      'a,b\r\n1,2\n3,4\n"x\ny",5\r\n6,7',
      rows([2, '1', '2'], [3, '3', '4'], [4, 'x\ny', '5'], [6, '6', '7']),
      'rows were added by another program',
    ],
    ['a,b\n1,2\r\n3,4\r\n', rows([2, '1', '2'], [3, '3', '4']), 'likewise'],
    ['a,b\r1,2\r3,4\r', rows([2, '1', '2'], [3, '3', '4']), 'an old program ends lines so'],
    ['sep=|\na|b\n1|2', rows([3, '1', '2']), 'no other line could tell this one'],
  ])('reads %j, because $2', async (text, expected, _because) => {
    expect(await readTable(text)).toEqual({ sheet: null, columns: ['a', 'b'], rows: expected })
  })

  it.each([
    ['', 1, 'empty', 'nothing is in it'],
    ['a,a\n', 1, 'two columns are called `a`', 'nobody can tell them apart'],
    ['a,b\n1,2\n"3,4\n5,6\n', 3, 'never closed', 'the quote is opened on line 3'],
    ['a,b\n1,2\n3,x"y\n', 3, 'in the middle', 'a quote is no text there'],
    ['a,b\n1,"x"y\n', 2, 'continues after its closing quote', 'the quote was not doubled'],
  ])('refuses %j on line %d: %s, because %s', async (text, line, why, _because) => {
    expect(await readTable(text)).toEqual({ line, why: expect.stringContaining(why) })
  })
})
