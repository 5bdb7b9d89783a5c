import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { misreadIn } from '../language/misread-text.ts'
import type { SourceText } from './source-text.ts'

/** A remark on the first word that was once read in another encoding. */
export function misreadRemark(source: SourceText): Diagnostic[] {
  const misread = misreadIn(source.text)
  if (!misread) return []
  const { index, found, meant } = misread
  const place = source.place(index, index + found.length)
  return [diagnose(place, 'misread-text', { found, meant })]
}

/**
 * What else than the grammar is wrong with a text that is no YAML: a merge left half done, lines that
 * end as YAML does not know, a blank that is none. `faults` are what the parser found.
 */
export function causeOf(source: SourceText, faults: readonly Diagnostic[]): Diagnostic | undefined {
  return loneReturn(source) ?? halfMerge(source) ?? oddBlankAt(source, faults)
}

function halfMerge(source: SourceText): Diagnostic | undefined {
  const conflict = /^<{7} /m.exec(source.text)
  if (!conflict) return undefined
  return diagnose(source.place(conflict.index, conflict.index + 7), 'yaml-syntax', {
    problem: 'a merge conflict is left in it',
    next: 'keep one of its two sides, and delete the lines that mark them',
  })
}

/** The first carriage return without a line feed, which the parser takes for a blank. */
export function loneReturn(source: SourceText): Diagnostic | undefined {
  const index = source.text.search(/\r(?!\n)/)
  if (index < 0) return undefined
  return diagnose(source.place(index), 'yaml-syntax', {
    problem: 'a carriage return alone ends a line, as on old Macs',
    next: 'save the file with the line ends of Unix (LF) or Windows (CRLF)',
  })
}

const BLANK = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]'

/** A blank other than that of the keyboard where the structure of a file hangs on it. */
const ODD_BLANK = new RegExp(`^ *(?:- +)*(?:-|[\\w-]+:)?(${BLANK})`, 'gm')

function oddBlankAt(source: SourceText, faults: readonly Diagnostic[]): Diagnostic | undefined {
  const lines = new Set(faults.map(({ line }) => line))
  for (const { index, 0: before, 1: blank = '' } of source.text.matchAll(ODD_BLANK)) {
    const place = source.place(index + before.length - 1)
    if (!lines.has(place.line)) continue
    return diagnose(place, 'yaml-syntax', { problem: `${nameOf(blank)} stands here`, next: PLAIN })
  }
  return undefined
}

const PLAIN = 'type a plain space in its place'

/** What to do about a text that should have been a key and its value. */
export function oddBlankHint(text: string): string | undefined {
  const blank = new RegExp(`:(${BLANK})`).exec(text)?.[1]
  return blank && `${nameOf(blank)} stands after the colon: ${PLAIN}`
}

function nameOf(blank: string): string {
  if (blank === '\u00a0') return 'a no-break space (U+00A0)'
  return `an unusual space (U+${blank.charCodeAt(0).toString(16).toUpperCase()})`
}
