import { WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { whileRecordsLocked } from '../../workspace/records-lock.ts'
import { replaceFile } from '../../workspace/replace-file.ts'
import type { ImportFile } from './files.ts'

/**
 * Writes records while no other run may. Throws a WorkError at the first failure; new records never
 * overwrite a file.
 */
export async function writeFiles(
  files: readonly ImportFile[],
  folder: string,
  host: Host,
): Promise<void> {
  if (files.length > 0) await whileRecordsLocked(folder, host, () => writeAll(files, host))
}

async function writeAll(files: readonly ImportFile[], host: Host): Promise<void> {
  for (const [index, file] of files.entries()) {
    host.progress(index, files.length)
    const obstacle = await whyNotWritten(file, host)
    if (obstacle === undefined) continue
    host.progress(files.length, files.length)
    const done = index === 0 ? 'nothing was written' : `${index} of ${files.length} were written`
    throw new WorkError(`${obstacle}; ${done}`)
  }
  host.progress(files.length, files.length)
}

async function whyNotWritten(
  { file, text, before }: ImportFile,
  host: Host,
): Promise<string | undefined> {
  if (before === null) {
    const { problem } = await host.add(file, text)
    return problem && `\`${file}\` cannot be written: ${why(problem)}`
  }
  try {
    await replaceFile(file, { before, after: text }, host)
    return undefined
  } catch (failure) {
    if (failure instanceof WorkError) return failure.message
    throw failure
  }
}
