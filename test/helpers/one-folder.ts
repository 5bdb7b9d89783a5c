import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** All that the tests leave in the folder for temporary files goes when they end. */
export default function oneFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'plandue-tests-'))
  // Some tests are somebody else, who must get in.
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
