/**
 * One word of a command that somebody may copy from a hint. In double quotes sh, cmd and PowerShell
 * take it alike; a text in which one of them would find something to expand gets the single quotes of
 * sh, since no spelling suits all three.
 */
export function commandWord(text: string): string {
  if (/^[\p{L}\p{N}_./@+-][\p{L}\p{N}_./@+#:=-]*$/u.test(text)) return text
  return /["$`\\!%]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`
}
