import { WorkError } from '../diagnostics/failures.ts'
import { why } from '../diagnostics/problem.ts'
import type { Files } from '../host/host.ts'

/**
 * Replaces the text of a file atomically. Throws a WorkError if the file has changed since it was read,
 * or cannot be written.
 */
export async function replaceFile(
  file: string,
  { before, after }: { readonly before: string; readonly after: string },
  files: Pick<Files, 'read' | 'write'>,
): Promise<void> {
  const now = files.read(file, Math.max(before.length, after.length) * MOST_BYTES)
  if (!('text' in now) || now.text !== before) {
    throw new WorkError(
      `\`${file}\` has changed since it was read and was not overwritten: run this again`,
    )
  }
  const { problem } = await files.write(file, after)
  if (problem) throw new WorkError(`\`${file}\` cannot be written: ${why(problem)}`)
}

/** Bytes of a UTF-16 code unit in UTF-8, at most. */
const MOST_BYTES = 4
