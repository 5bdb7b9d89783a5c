import { describe, expect, it } from 'vitest'
import { endWithComments } from '../../../src/yaml/edit/comments.ts'
import { lineEnd } from '../../../src/yaml/edit/splice.ts'

describe('where a line ends', () => {
  it.each<[text: string, offset: number, end: number, because: string]>([
    ['a: b\nc: d\n', 0, 4, 'its line feed belongs to the break'],
    ['a: b\r\nc: d\r\n', 0, 4, 'so does a carriage return before it'],
    ['a: b\nc: d\n', 5, 4, 'the break before an offset belongs to its own line'],
    ['a: b\nc: d', 6, 9, 'the text may end without a break'],
    ['a: b\nc: d\r', 6, 10, 'a carriage return alone breaks no line'],
  ])('%j from %i: %i, because %s', (text, offset, end) => {
    expect(lineEnd(text, offset)).toBe(end)
  })

  it('is the end of a text that ends with a carriage return, comments and all', () => {
    expect(endWithComments('a: b # c\r', 4, 0)).toBe(9)
  })
})
