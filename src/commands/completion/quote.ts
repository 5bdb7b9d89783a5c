/** One literal word of bash, zsh or fish, in single quotes. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** An entry of zsh's `_describe`: word, colon, description. */
export function described(word: string, description: string): string {
  return shellQuoted(`${word.replaceAll(':', '\\:')}:${description}`)
}

/** The arguments of `plandue complete` by kind of id. */
export const DYNAMIC: Readonly<Record<string, 'frameworks' | 'items'>> = {
  framework: 'frameworks',
  item: 'items',
}
