import { basename } from 'node:path/posix'
import { CONFIG_NAMES, type Config, configSchema } from '../../config/config.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { readYaml } from '../../yaml/read.ts'
import type { CommonOptions } from '../kit/options.ts'

/** Workspace, and what is wrong with the configuration. */
export type WorkspaceAnyhow = {
  readonly workspace: Workspace
  readonly fault: UsageError | undefined
}

/**
 * The workspace of a command over all records, also where the configuration is faulty: then by what of
 * it is sound, or by none of it. Throws a UsageError where not even that will do, such as for a
 * configuration that was named and is not there.
 */
export function workspaceAnyhow(options: CommonOptions, host: Host): WorkspaceAnyhow {
  let fault: UsageError | undefined
  for (const retold of READINGS) {
    try {
      const workspace = openWorkspace(
        [],
        options,
        retold ? withConfig(retold, options, host) : host,
      )
      return { workspace, fault }
    } catch (failure) {
      if (!(failure instanceof UsageError)) throw failure
      fault ??= failure
    }
  }
  throw fault ?? new UsageError('the configuration cannot be used')
}

/** How a configuration is read: as it is, then its sound keys, the plainest of them, none. */
const READINGS: readonly (((config: Config) => object) | undefined)[] = [
  undefined,
  (config) => config,
  // JSON leaves out what is undefined.
  ({ records, timeZone, heartbeat }) => ({ records, timeZone, heartbeat }),
  () => ({}),
]

/** The same host, with a configuration of which only a part is told. */
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
