/**
 * Characters that act instead of being shown: control characters (with the escape that opens a
 * terminal's commands), marks that turn the direction of text, invisible ones, separators of lines.
 */
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/**
 * A text of a record as one line that does nothing but be read: no command to a terminal, no turned
 * or hidden words. White space becomes one blank. What a CI runner would take for a command to
 * itself (`::error::`, `##[add-mask]`) is broken up.
 */
export function printable(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(ACTING, '\uFFFD')
    .replace(/::/g, ': :')
    .replace(/##\[/g, '## [')
}

/** A text cut to a width in characters, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text
}
