/**
 * Characters that act instead of being shown: control characters (with the escape that opens a
 * terminal's commands), marks that turn the direction of text, invisible ones, separators of lines.
 * With them what is no character at all: halves of a pair, which no encoding can write.
 */
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu

/**
 * A text of a record as one line that does nothing but be read: no command to a terminal, no turned
 * or hidden words. White space becomes one blank. What a CI runner would take for a command to
 * itself (`::error::`, `##[add-mask]`, `##vso[…]`) is broken up.
 */
export function printable(text: string): string {
  if (PLAIN.test(text) && !/ {2}|::|##/.test(text)) return text
  return withoutCommands(inert(text.replace(/[ \t\r\n]+/g, ' ')))
}

/** Most texts of a report: nothing in them acts, and one look is quicker than four. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027]*$/

/** A line of a file, likewise, with the blanks that it has. A line break at its end is left out. */
export function printableLine(line: string): string {
  return withoutCommands(inert(line.replace(/\r?\n?$/, '').replaceAll('\t', '    ')))
}

function withoutCommands(text: string): string {
  return withoutMarks(text.replace(/::/g, ': :'))
}

/**
 * Finished lines without what a CI runner would take for a command to itself: each part may be
 * harmless where the line that they make is not.
 */
export function withoutRunnerCommands(lines: string): string {
  const text = withoutMarks(lines)
  return text.includes('::') ? text.replace(/^([^\S\n]*):(?=:)/gm, '$1: ') : text
}

/**
 * The same without what Azure Pipelines and TeamCity look for anywhere in a line (`##[section]`,
 * `##vso[task.setvariable]`, `##teamcity[message]`): annotations for GitHub begin with `::`.
 */
export function withoutMarks(lines: string): string {
  // Few texts have the sign, and to look for it alone is quicker by far.
  return lines.includes('##') ? lines.replace(/##(?=[\w-]*\[)/g, '## ') : lines
}

/**
 * A text that may begin a line, so that it does not look like the first line of a diagnostic, which CI
 * runners and editors take from what they see: `plans/a.yaml:1:1: error`.
 */
export function withoutPlace(text: string): string {
  return text.replace(/:(?=\d+:\d+:)/g, ': ')
}

/** A text with a mark in place of each character that would act, and otherwise as it is: for paths. */
export function inert(text: string): string {
  return text.replace(ACTING, '\uFFFD')
}

/**
 * A text cut to a width in characters, with an ellipsis where something is missing. A character of
 * two halves is kept whole or left out.
 */
export function cut(text: string, width: number): string {
  if (text.length <= width) return text
  return `${text.slice(0, Math.max(0, width - 1)).replace(/[\ud800-\udbff]$/, '')}…`
}
