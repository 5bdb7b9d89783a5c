import { basename } from 'node:path/posix'
import { CONFIG_NAMES, type Config, configSchema } from '../../config/config.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { readYaml } from '../../yaml/read.ts'
import type { CommonOptions } from '../kit/options.ts'

export type WorkspaceAnyhow = {
  readonly workspace: Workspace
  readonly fault: UsageError | undefined
}

/**
 * The workspace of a command over all records. Of a faulty configuration the valid keys are used, or none.
 * Throws a UsageError where that fails too, as for a `--config` file that does not exist.
 */
export function workspaceAnyhow(options: CommonOptions, host: Host): WorkspaceAnyhow {
  let fault: UsageError | undefined
  for (const fallback of READINGS) {
    try {
      const workspace = openWorkspace(
        [],
        options,
        fallback ? withConfig(fallback, options, host) : host,
      )
      return { workspace, fault }
    } catch (failure) {
      if (!(failure instanceof UsageError)) throw failure
      fault ??= failure
    }
  }
  throw fault ?? new UsageError('the configuration cannot be used')
}

/** Tried in turn: the configuration as it is, its valid keys, the most basic of them, none. */
const READINGS: readonly (((config: Config) => object) | undefined)[] = [
  undefined,
  (config) => config,
  // JSON leaves out what is undefined.
  ({ records, timeZone, heartbeat }) => ({ records, timeZone, heartbeat }),
  () => ({}),
]

/** A host that shows only a part of the configuration. */
function withConfig(part: (config: Config) => object, { config }: CommonOptions, host: Host): Host {
  const isConfig = (path: string) =>
    config === undefined ? CONFIG_NAMES.includes(basename(path)) : path === config
  const read: Host['read'] = (path, limit) => {
    const content = host.read(path, limit)
    if (!isConfig(path)) return content
    const { value } =
      'problem' in content
        ? { value: undefined }
        : readYaml<Config>(content.text, path, configSchema)
    return { text: JSON.stringify(part(value ?? {})) }
  }
  return { ...host, read }
}
