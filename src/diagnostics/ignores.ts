import { type Diagnostic, diagnose, isError, type Place } from './diagnostic.ts'
import { messages } from './messages.ts'

/** A comment that wants a remark on the next line of a file ignored. */
export type Ignore = {
  /** Where the comment stands. */
  readonly place: Place
  /** The line that it speaks of: the next one that is no comment. */
  readonly line: number
  readonly code: string
  readonly reason: string
  /** Whether the file has days still to come, on which there may be something to ignore. */
  readonly isEarly: boolean
}

/**
 * The diagnostics that are left when warnings and notes are ignored as the comments say, with what is
 * wrong with the comments themselves, and how many were ignored. An error cannot be ignored.
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  ignores: readonly Ignore[],
): { readonly shown: readonly Diagnostic[]; readonly ignored: number } {
  if (ignores.length === 0) return { shown: diagnostics, ignored: 0 }
  const sound = ignores.filter((ignore) => faultIn(ignore) === undefined)
  const meant = new Map(sound.map((ignore) => [keyOf(ignore), ignore]))
  const used = new Set<Ignore | undefined>()
  const shown = diagnostics.filter((diagnostic) => {
    const ignore = isError(diagnostic)
      ? undefined
      : meant.get(keyOf({ ...diagnostic, place: diagnostic }))
    used.add(ignore)
    return ignore === undefined
  })
  return {
    shown: [
      ...shown,
      ...ignores.flatMap((ignore) => faultIn(ignore) ?? []),
      ...sound.filter((ignore) => !ignore.isEarly && !used.has(ignore)).map(unused),
    ],
    ignored: diagnostics.length - shown.length,
  }
}

function keyOf({ place, line, code }: Pick<Ignore, 'line' | 'code'> & { place: { file: string } }) {
  return JSON.stringify([place.file, line, code])
}

/** What is wrong with a comment that cannot be followed. */
function faultIn({ place, code, reason }: Ignore): Diagnostic | undefined {
  const known = Object.keys(messages)
  if (code === '' || reason === '') return diagnose(place, 'ignore-malformed', {})
  if (!known.includes(code)) {
    return diagnose(place, 'unknown-reference', { id: code, what: 'diagnostic', known })
  }
  const isOfError = Object.entries(messages).some(
    ([name, { severity }]) => name === code && severity === 'error',
  )
  return isOfError ? diagnose(place, 'ignore-error', { code }) : undefined
}

function unused({ place, code, line }: Ignore): Diagnostic {
  return diagnose(place, 'ignore-unused', { code, line })
}
