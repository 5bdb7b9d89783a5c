import { join } from 'node:path/posix'
import type { Command } from 'commander'
import { CONFIG_NAMES } from '../../config/config.ts'
import { loadSettings } from '../../config/settings.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Files, Host } from '../../host/host.ts'
import { absolutePath, isOfWindows, isWithin } from '../../host/paths.ts'
import { unportable } from '../../host/portable-name.ts'
import { pathInRepository } from '../../host/repository-boundary.ts'
import { remarkOnEnding } from './file-endings.ts'
import type { CommonOptions } from './options.ts'

/** What the options say of files to write: `--output`, and `--format` where it takes several. */
type ResultOptions = Omit<CommonOptions, 'format'> & {
  readonly format?: string | readonly { readonly format: string; readonly file?: string }[]
}

/** A file for a result, and the format in which it is written; undefined for the usual one. */
type ResultFile = { readonly file: string; readonly format: string | undefined }

/**
 * Throws a UsageError for a file that a result would replace although it is something else: what the
 * command reads, a record, the settings and what they name, or what git keeps for itself. Says so
 * where the ending of a file promises another format.
 */
export function mustOverwriteNothing(command: Command, host: Host): void {
  const options: ResultOptions = command.opts()
  mustHaveFiles(options)
  const results = resultFiles(options)
  if (results.length === 0) return
  const taken = takenFiles(options, command.args, host)
  const hasFormats = command.options.some((option) => option.attributeName() === 'format')
  for (const { file, format = 'plain' } of results) {
    const what = whatIsAt(file, taken, host)
    if (what) {
      throw new UsageError(`\`${file}\` is ${what}, and stays as it is: write the result elsewhere`)
    }
    if (hasFormats) remarkOnEnding(file, format, host)
  }
}

/** What is no text fits no terminal, and a shell on Windows breaks it on its way through a pipe. */
function mustHaveFiles({ output, format }: ResultOptions): void {
  const several = typeof format === 'object' ? format : [{ format }]
  const homeless = several.find(
    ({ format: name = '', ...one }) => BINARY.includes(name) && !('file' in one && one.file),
  )
  if (!homeless || output !== undefined) return
  const { format: name } = homeless
  throw new UsageError(
    `${name} is a file, not a text: name it, as in \`-f ${name} -o plans.${name}\``,
  )
}

const BINARY = ['docx', 'xlsx']

function resultFiles({ output, format }: ResultOptions): ResultFile[] {
  const several = typeof format === 'object' ? format : [{ format }]
  return several.flatMap(({ format: name, ...one }) => {
    const file = ('file' in one ? one.file : undefined) ?? output
    return file === undefined ? [] : [{ file, format: name }]
  })
}

/** What is not to be replaced: files and folders by what they are. */
type Taken = {
  readonly read: readonly string[]
  readonly settings: readonly string[]
  readonly ledger: string | undefined
  readonly heartbeat: string | undefined
  readonly records: string
}

function takenFiles({ config }: ResultOptions, args: readonly string[], files: Files): Taken {
  const read = args.filter((path) => {
    const looked = files.look(path)
    return 'kind' in looked && looked.kind === 'file'
  })
  try {
    const settings = loadSettings(config, files)
    const { file = '', heartbeat, records, reminders } = settings
    const ledger = reminders && join(file, '..', reminders.ledger)
    return { read, settings: settings.files, ledger, heartbeat, records }
  } catch (failure) {
    // Whoever needs the settings says what is wrong with them.
    if (!(failure instanceof UsageError)) throw failure
    return { read, settings: [], ledger: undefined, heartbeat: undefined, records: 'plans' }
  }
}

const RECORD_ENDING = /\.ya?ml$/i

function whatIsAt(file: string, taken: Taken, files: Files): string | undefined {
  if (isOfWindows(files.cwd) && unportable(file.slice(file.lastIndexOf('/') + 1))) {
    return 'no name of a file on Windows'
  }
  const at = placeOf(file, files)
  const isOne = (path: string | undefined) => path !== undefined && placeOf(path, files) === at
  const isConfig = CONFIG_NAMES.includes(at.slice(at.lastIndexOf('/') + 1).toLowerCase())
  if (isConfig || taken.settings.some(isOne)) return 'a file of the settings'
  if (isOne(taken.ledger)) return 'the ledger of the reminders'
  if (isOne(taken.heartbeat)) return 'the heartbeat'
  if (taken.read.some(isOne)) return 'read by this command'
  const isRecord = RECORD_ENDING.test(at) && isWithin(at, placeOf(taken.records, files))
  if (isRecord) return 'a record, or would be read as one'
  // From the root of the file system, since any repository may be meant.
  return pathInRepository(at.replace(/^([a-z]:)?\/+/i, '')) === undefined ? 'of git' : undefined
}

/** Where a file is, or would be made; absolute. */
function placeOf(path: string, files: Files): string {
  const looked = files.look(path)
  if ('realPath' in looked) return looked.realPath
  const parent = files.look(join(path, '..'))
  const name = path.slice(path.lastIndexOf('/') + 1)
  return 'realPath' in parent ? join(parent.realPath, name) : absolutePath(path, files.cwd)
}
