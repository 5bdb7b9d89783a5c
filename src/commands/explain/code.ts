import { UsageError } from '../../diagnostics/failures.ts'
import type { CodeText } from '../../guide/codes.ts'
import type { Host } from '../../host/host.ts'
import { formatsOf } from '../../page/formats.ts'
import type { Page } from '../../page/page.ts'
import { isRecord } from '../../workspace/targets.ts'
import { openWorkspace, type WorkspaceOptions } from '../../workspace/workspace.ts'

/** A diagnostic or a reason, with what the manual says of it. */
export type ExplainedCode = CodeText & { readonly page: Page }

/**
 * The code that a word is; undefined where it is none, or is the id of a record: records go first. It
 * needs no records, and none of the settings, which a diagnostic may be about.
 */
export async function codeNamed(
  word: string,
  options: WorkspaceOptions,
  host: Host,
): Promise<ExplainedCode | undefined> {
  if (!CODE.test(word)) return undefined
  const { codeText, pageOf } = await import('../../guide/index.ts')
  const known = codeText(word)
  if (!known || (await isTaken(word, options, host))) return undefined
  return { ...known, page: pageOf(known.text) }
}

/** A code, also as it stands in a message: `error not-a-date:`. */
const CODE = /^(?:(?:error|warning|note) +)?[a-z]+(?:[-_][a-z]+)*:?$/i

/** Of a word that may be a mistyped code: all that there are. */
export async function codesFor(word: string): Promise<readonly string[]> {
  if (!CODE.test(word)) return []
  const { codeTexts } = await import('../../guide/index.ts')
  return codeTexts.map(({ code }) => code)
}

async function isTaken(word: string, options: WorkspaceOptions, host: Host): Promise<boolean> {
  try {
    return await isRecord(word, openWorkspace([], options, host), host)
  } catch (failure) {
    if (failure instanceof UsageError) return false
    throw failure
  }
}

/** The formats of `explain CODE`. */
export const codeReports = formatsOf<ExplainedCode>(
  ({ page }) => page,
  ({ code, kind, text }) => ({ code, kind, text }),
)
