import { describe, expect, it } from 'vitest'
import { element, xml, xmlLines, xmlOfLines } from '../../src/page/xml.ts'
import { parseXml } from '../helpers/xml.ts'

describe('a document of XML', () => {
  it('has elements in elements, with attributes and texts', () => {
    const inner = [element('b', {}, 'text'), element('c', { d: 1 })]
    expect(xml(element('a', { name: 'x' }, inner))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<a name="x">
  <b>text</b>
  <c d="1"/>
</a>
`)
  })

  it('is the same from its elements in lines', () => {
    const inner = [element('b', { d: '<' }, [element('c', {})]), element('c', {}, 'text')]
    const root = element('a', { name: '"' }, inner)
    const lines = inner.map((one) => xmlLines(one, '  '))
    expect([...xmlOfLines(root, lines)].join('')).toBe(xml(root))
  })

  it.each([
    ['a < b & "c" > \'d\'', 'a < b & "c" > \'d\'', 'it is escaped'],
    [']]>', ']]>', 'it would end what XML calls a section'],
    ['&amp;', '&amp;', 'it is to read as it is written'],
    ['nul \u0000 escape \u001b', 'nul \uFFFD escape \uFFFD', 'XML 1.0 cannot have them'],
    ['\ud800 \ufffe \uffff', '\uFFFD \uFFFD \uFFFD', 'they are no characters'],
    ['\u{1F600} Môn', '\u{1F600} Môn', 'these are'],
    ['one\r\ntwo', 'one\ntwo', 'XML has line ends of one kind'],
    ['x'.repeat(5000), `${'x'.repeat(3999)}…`, 'nobody reads more'],
  ])('%j is read back as %j, because %s', (text, expected, _because) => {
    expect(parseXml(xml(element('a', {}, text))).text).toBe(expected)
    const { attributes } = parseXml(xml(element('a', { b: text })))
    expect(attributes['b']).toBe(expected.replace('\n', ' '))
  })
})

it('writes a character the same whether or not the text beside it has something to escape', () => {
  const written = (text: string) => xml(element('a', {}, text))
  for (let unit = 0; unit <= 0xffff; unit++) {
    const text = `a${String.fromCharCode(unit)}b`
    expect(written(text).replace('</a>', '&amp;</a>')).toBe(written(`${text}&`))
  }
})
