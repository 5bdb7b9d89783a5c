import { describe, expect, it } from 'vitest'
import { commentsIn, endWithComments } from '../../../src/yaml/edit/comments.ts'
import { isSameList } from '../../../src/yaml/edit/edited.ts'
import { lineBreakAt, lineEnd, lineStart, spliced } from '../../../src/yaml/edit/splice.ts'

describe('where a line ends', () => {
  it.each<[text: string, offset: number, end: number, because: string]>([
    ['a: b\nc: d\n', 0, 4, 'its line feed belongs to the break'],
    ['a: b\r\nc: d\r\n', 0, 4, 'so does a carriage return before it'],
    ['a: b\nc: d\n', 5, 4, 'the break before an offset belongs to its own line'],
    ['a: b\nc: d', 6, 9, 'the text may end without a break'],
    ['\na: b', 0, 0, 'the first line may be blank'],
    ['a: b\nc: d\r', 6, 10, 'a carriage return alone breaks no line'],
  ])('%j from %i: %i, because %s', (text, offset, end) => {
    expect(lineEnd(text, offset)).toBe(end)
  })

  it('is the end of a text that ends with a carriage return, comments and all', () => {
    expect(endWithComments('a: b # c\r', 4, 0)).toBe(9)
  })
})

describe('where a line begins', () => {
  it.each([
    ['a\nb\n', 0, 0],
    ['a\nb\n', 1, 0],
    ['a\nb\n', 2, 2],
    ['a\nb\n', 3, 2],
  ])('%j from %i: %i', (text, offset, start) => {
    expect(lineStart(text, offset)).toBe(start)
  })
})

describe('the line break at an offset', () => {
  it.each([
    ['a\nb\r\n', 1, '\n', 'it is there'],
    ['a\r\nb\n', 1, '\r\n', 'so is one of Windows'],
    ['a\r\nb', 4, '\r\n', 'the text ends without one, and has this one elsewhere'],
    ['a\nb', 3, '\n', 'likewise'],
    ['a\nb\r\nc', 6, '\n', 'of several the first counts'],
    ['a\r\nb\nc', 4, '\n', 'it is there, though the first is another'],
    ['a\r\nb\nc', 3, '\r\n', 'a character stands between it and the next'],
    ['a', 1, '\n', 'the text has none at all'],
  ])('%j at %i is %j, because %s', (text, offset, lineBreak) => {
    expect(lineBreakAt(text, offset)).toBe(lineBreak)
  })
})

describe('splices', () => {
  it('are made in the order of their places, whatever their own', () => {
    const both = [
      { start: 4, end: 5, text: 'X' },
      { start: 0, end: 0, text: 'Y' },
      { start: 1, end: 3, text: '' },
    ]
    expect(spliced('abcdef', both)).toBe('YadXf')
    expect(spliced('abc', [])).toBe('abc')
  })
})

describe('the comments after the end of something', () => {
  it.each([
    ['a: 1 # of a\n', 0, 12, 'that of its line is its own'],
    ['a: 1\n# next\nb: 2\n', 0, 5, 'one that is not further in belongs to what is below'],
    ['a: 1\n  # of a\nb: 2\n', 0, 14, 'one that is further in belongs to it'],
    ['a: 1\n\n  # of a\nb: 2\n', 0, 15, 'blank lines between make no difference'],
    ['a: 1\n  # of a\n\n  # of a too\nb: 2\n', 0, 28, 'nor between two of them'],
    ['a: 1\n\nb: 2\n', 0, 5, 'blank lines alone belong to nobody'],
    ['a: 1\n# next\n  # of a\nb: 2\n', 0, 5, 'after one of another there is none of its own'],
    ['a: 1\n  # of a\n# next\n', 0, 14, 'nor are all that follow'],
    ['a: 1\r\n  # of a\r\nb: 2\r\n', 0, 16, 'lines may end as on Windows'],
  ])('%j, with %i blanks before it: up to %i, because %s', (text, indent, end) => {
    expect(endWithComments(text, 4, indent)).toBe(end)
  })
})

describe('the comments of a text', () => {
  it.each<[string, string[], string]>([
    ['a: 1 # one  \n# two\nb: 2\n', ['# one', '# two'], 'blanks at their ends say nothing'],
    ['a: "# none" # one\n', ['# one'], 'the first stands in quotes'],
    ['a#b: 1\n', [], 'no blank is before it'],
    ['--- |\n# text\n', [], 'it is a line of a text'],
  ])('%j: %j, because %s', (text, comments, _because) => {
    expect(commentsIn(text)).toEqual(comments)
  })
})

describe('two lists of texts', () => {
  it.each([
    [[], [], true],
    [['a', 'b'], ['a', 'b'], true],
    [['a', 'b'], ['b', 'a'], false],
    [['a'], ['a', 'b'], false],
    [['a', 'b'], ['a'], false],
  ])('%j and %j are the same: %s', (a, b, expected) => {
    expect(isSameList(a, b)).toBe(expected)
  })
})
