import { WorkError } from '../diagnostics/failures.ts'
import { why } from '../diagnostics/problem.ts'
import type { Files } from '../host/host.ts'

/**
 * Writes a new text in the place of the one that was read, at once or not at all. Throws a WorkError
 * if the file is no longer what it was, or cannot be written.
 */
export async function replaceFile(
  file: string,
  { before, after }: { readonly before: string; readonly after: string },
  files: Pick<Files, 'read' | 'write'>,
): Promise<void> {
  const now = files.read(file, Math.max(before.length, after.length) * MOST_BYTES)
  if (!('text' in now) || now.text !== before) {
    throw new WorkError(
      `\`${file}\` was changed by somebody else meanwhile, and was left as it is: run this again`,
    )
  }
  const { problem } = await files.write(file, after)
  if (problem) throw new WorkError(`\`${file}\` cannot be written: ${why(problem)}`)
}

/** Of a character in UTF-8. */
const MOST_BYTES = 4
