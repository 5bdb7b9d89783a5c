import changes from './codes/changes.md'
import diagnostics from './codes/diagnostics.md'
import reasons from './codes/reasons.md'

/** What a diagnostic, a reason or a finding in a change means, in Markdown: what is meant, an example, the way out. */
export type CodeText = {
  readonly code: string
  readonly kind: 'diagnostic' | 'reason' | 'change'
  /** Begins with a heading. */
  readonly text: string
}

/** Every code with its text, as the files have them. */
export const codeTexts: readonly CodeText[] = [
  ...sections(diagnostics, 'diagnostic'),
  ...sections(reasons, 'reason'),
  ...sections(changes, 'change'),
]

/** A file has an introduction, and then a section for each code. */
function sections(file: string, kind: CodeText['kind']): CodeText[] {
  const [, ...parts] = file.split(/^## /m)
  return parts.map((part) => {
    const [code = ''] = part.split('\n', 1)
    return { code, kind, text: `## ${part}` }
  })
}

/** The text of a code, as a message may write it; else of the first that differs by case and hyphens alone. */
export function codeText(word: string): CodeText | undefined {
  return (
    codeTexts.find(({ code }) => code === word) ??
    codeTexts.find(({ code }) => plain(code) === plain(word))
  )
}

function plain(word: string): string {
  return word.toLowerCase().replace(/^(error|warning|note) |[-_ ]|:$/g, '')
}
