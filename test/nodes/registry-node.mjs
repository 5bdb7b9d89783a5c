// Programs of Node that the registry of npm has, for this machine and for others.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The last of each supported line that the registry has. */
export const NODE_VERSIONS = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' }

/** What the registry calls this machine, such as `linux-x64`. */
export const HERE = `${process.platform.replace('win32', 'win')}-${process.arch}`

/** The program of a version for a machine, kept beside the other things that tools keep of a checkout. */
export function registryNode(root, version, machine = HERE) {
  const folder = join(root, 'node_modules/.cache/node', `${machine}-${version}`)
  const node = join(folder, 'package/bin', machine.startsWith('win') ? 'node.exe' : 'node')
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true })
    const packed = ['pack', '--silent', '--pack-destination', folder, `node-${machine}@${version}`]
    const name = execFileSync('npm', packed, { encoding: 'utf8' }).trim()
    execFileSync('tar', ['xzf', join(folder, name), '-C', folder])
  }
  return node
}
