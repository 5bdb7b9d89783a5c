/** How a text is to be written: `json` where the things around it stand in double quotes. */
export type Writing = { readonly inFlow: boolean; readonly json: boolean }
export type Quotes = 'none' | 'single' | 'double'

/** A text as a YAML scalar on one line: without quotes where that is sure to mean the text. */
export function scalarText(text: string, { inFlow, json }: Writing, quotes: Quotes = 'none') {
  if (json || quotes === 'double' || ESCAPED.test(text)) return inDoubleQuotes(text)
  const isPlain = quotes === 'none' && isSafe(text) && !(inFlow && UNSAFE_IN_FLOW.test(text))
  return isPlain || isDate(text, quotes) ? text : `'${text.replaceAll("'", "''")}'`
}

/** A key on one line: those of a record need no quotes, also where YAML 1.1 has another word in mind. */
export function keyName(key: string, writing: Writing): string {
  return !writing.json && /^[A-Za-z][\w.-]*$/.test(key) ? key : scalarText(key, writing)
}

/** A date means itself without quotes in YAML 1.2; only text that happens to look like one is rare. */
function isDate(text: string, quotes: Quotes): boolean {
  return quotes === 'none' && /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function isSafe(text: string): boolean {
  return text.trim() === text && !UNSAFE.test(text) && !OTHER_THAN_TEXT.test(text)
}

/** What begins something else than text, or ends it: also for readers of YAML 1.1. */
const UNSAFE = /^$|^[-?:,[\]{}#&*!|>'"%@`=~]|^\.\.\.|:(?:[ \t]|$)|[ \t]#/

/** In braces and brackets, these end a text too. */
const UNSAFE_IN_FLOW = /[,[\]{}]/

/** What some reader of YAML takes for a number, a truth value, nothing, or a time. */
const OTHER_THAN_TEXT =
  /^(?:[-+.]?\d[\d_.,:eExXoOa-fA-FTtZz+ -]*|[-+]?\.(?:inf|nan)|null|true|false|yes|no|on|off|y|n|<<)$/i

/** Characters that a line cannot show: line breaks, control characters, marks of direction. */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

const EACH_ESCAPED = new RegExp(ESCAPED, 'g')

/** JSON leaves some of the characters as they are. Its escapes are those of YAML. */
function inDoubleQuotes(text: string): string {
  return JSON.stringify(text).replace(
    EACH_ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
