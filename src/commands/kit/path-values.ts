import type { Command } from 'commander'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { insidePath } from '../../host/path-gate.ts'
import { namesStream } from '../../host/paths.ts'

/** Which arguments and values of options are paths, by the names that the help gives them. */
export const PATH_VALUES: Readonly<Record<string, 'file' | 'folder'>> = {
  paths: 'file',
  file: 'file',
  folder: 'folder',
}

/** The paths that the user gave to a command pass the gate before anything is done with them. */
export function takePaths(command: Command, host: Host): void {
  const { processedArgs } = command
  if (command.getOptionValue('output') === '-') command.setOptionValue('output', undefined)
  const pathFor = (path: unknown): unknown => {
    if (Array.isArray(path)) return path.map(pathFor)
    return typeof path === 'string' && path !== '-' ? pathOfFile(path, host) : path
  }
  for (const [index, argument] of command.registeredArguments.entries()) {
    if (argument.name() in PATH_VALUES) processedArgs[index] = pathFor(processedArgs[index])
  }
  for (const option of command.options) {
    const key = option.attributeName()
    const value: unknown = command.getOptionValue(key)
    if (valueName(option.flags) in PATH_VALUES) command.setOptionValue(key, pathFor(value))
    if (Array.isArray(value) && option.flags.endsWith('[=file]>')) {
      const outputs = value.map((one) => ({ ...one, file: pathFor(one.file) }))
      command.setOptionValue(key, outputs)
    }
  }
}

function pathOfFile(path: string, host: Host): string {
  const inside = insidePath(path, host)
  if (!namesStream(inside, host.cwd)) return inside
  throw new UsageError(`\`${path}\` cannot be a file: Windows has no file names with \`:\``)
}

/** What the help calls the value of an option, such as `file`; empty for one without. */
export function valueName(flags: string): string {
  return /<(\w+)>$/.exec(flags)?.[1] ?? ''
}
