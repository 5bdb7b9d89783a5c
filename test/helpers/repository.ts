import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Host } from '../../src/host/host.ts'
import { run } from '../../src/main.ts'
import { nodeFiles } from '../../src/node/files.ts'
import { git } from '../../src/node/git.ts'
import { memoryHost, type World } from './memory-host.ts'

// Nobody's own configuration decides what these tests see.
process.env['GIT_CONFIG_GLOBAL'] = '/dev/null'
process.env['GIT_CONFIG_SYSTEM'] = '/dev/null'

const START = process.cwd()
const IDENTITY = ['-c', 'user.name=Officer', '-c', 'user.email=officer@example.org']

/** Files to write, by their paths; null deletes one. */
export type Writes = Record<string, string | null>

/** A clone in a folder of its own, with a history that a test writes. */
export function repository(folder = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-git-'))) {
  const runGit = (args: readonly string[], day = '2024-01-01') => {
    const date = `${day}T12:00:00Z`
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
    const { status, stdout, stderr } = spawnSync('git', [...IDENTITY, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout.trim()
  }
  const write = (files: Writes) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path)
      if (text === null) {
        rmSync(file)
        continue
      }
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }
  return {
    folder,
    git: runGit,
    write,
    init: () => runGit(['init', '-q', '-b', 'main']),
    /** Writes files and commits all that there is, at noon of a day. */
    commit(day: string, files: Writes = {}) {
      write(files)
      runGit(['add', '-A'])
      runGit(['commit', '-q', '--allow-empty', '-m', 'x'], day)
      return runGit(['rev-parse', 'HEAD'])
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

export type Repository = ReturnType<typeof repository>

/** The real files and the real git in a folder, in a world of which the rest is memory. */
export function hostIn(folder: string, world: World = {}) {
  process.chdir(folder)
  const { host, seen } = memoryHost(world)
  const real: Host = { ...host, ...nodeFiles(), readInput: host.readInput, git: async () => git }
  return { host: real, seen, leave: () => process.chdir(START) }
}

/** Runs plandue in a folder, and tells all that came of it. */
export async function plandueIn(folder: string, args: string[], world: World = {}) {
  const { host, seen, leave } = hostIn(folder, world)
  try {
    return { exitCode: await run(args, host), ...seen }
  } finally {
    leave()
  }
}
