import type { GrantedExtension } from '../records/item-parts.ts'
import { unended } from './sentences.ts'

/** What an extension keeps to itself; nothing where it says by whom and why it was granted. */
export function missingIn({ by, reason }: Pick<GrantedExtension, 'by' | 'reason'>): string {
  return [by ? '' : 'by whom', reason ? '' : 'why'].filter(Boolean).join(' and ')
}

/** What an extension moves, with the words that justify it, or with what is missing. */
export function extensionWords(moved: string, extension: GrantedExtension): string {
  const missing = missingIn(extension)
  return missing
    ? `${moved}, but the extension does not say ${missing}`
    : `${moved} by ${extension.by}: ${unended(extension.reason ?? '')}`
}
