/** A text as one word of bash, zsh or fish, in which nothing acts: each of them takes single quotes literally. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A text as a word of zsh's `_describe`: what comes before a colon is the word, what follows describes it. */
export function described(word: string, description: string): string {
  return shellQuoted(`${word.replaceAll(':', '\\:')}:${description}`)
}

/** The program's words for a kind of id, which a script asks it for. */
export const DYNAMIC: Readonly<Record<string, string>> = {
  framework: 'frameworks',
  item: 'items',
}
