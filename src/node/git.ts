import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import type { Git, GitOutput } from '../host/host.ts'
import { findProgram } from './find-program.ts'
import { gitFolderOf, topAbove } from './git-folder.ts'
import { tried } from './problems.ts'

/** A list of a million paths, or the records that a change touches, is no longer than this. */
const MOST_BYTES = 512 * 1_048_576

/** A configuration cannot make git run other programs, or write its answers otherwise. */
const PLAIN = [
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=',
  'core.excludesFile=',
  'log.showSignature=false',
  'log.showRoot=true',
  'diff.relative=false',
  'diff.ignoreSubmodules=all',
].flatMap((setting) => ['-c', setting])

/** Git asks nobody, fetches nothing, locks nothing, puts nothing in the place of a commit, and speaks English. */
const ALONE = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
}

/** Nor does it hear of the settings of whoever runs it. */
const WITHOUT_USER = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }

/** The git program, and the repository to which it is pinned. */
type Found = { readonly program: string; readonly folder: string; readonly top: string }

let known: { readonly asked: string; readonly answer: Found | GitOutput } | undefined

/**
 * The real git program, on the repository in which the working directory lies. Git is asked for that
 * once, so that it refuses a folder of another user and a bare repository, which a commit can hold as
 * ordinary files; from then on the folder is an argument, since git would look again each time.
 */
export const git: Git = (args, input = '') => {
  const from = process.cwd()
  const asked = `${from}\0${process.env['PATH']}`
  if (known?.asked !== asked) known = { asked, answer: find(from) }
  const { answer } = known
  if (!('program' in answer)) return answer
  const { program, folder, top } = answer
  const pinned = [`--git-dir=${folder}`, `--work-tree=${top}`]
  const env = { ...environment(isOfGit), ...ALONE, ...WITHOUT_USER }
  return run(program, [...pinned, ...args], input, env)
}

function find(from: string): Found | GitOutput {
  const top = topAbove(from)
  const program = findProgram('git', top ?? from)
  if (program === undefined) return { failure: 'noGit', why: '' }
  // Here the settings of the user count: with `safe.directory` they trust a folder of another one.
  const env = { ...environment((name) => LOCATIONS.has(name)), ...ALONE }
  const answer = run(program, ['rev-parse', '--absolute-git-dir'], '', env)
  if (!('out' in answer)) return answer
  const folder = new TextDecoder().decode(answer.out).replace(/\r?\n$/, '')
  const expected = top === undefined ? undefined : gitFolderOf(top)
  const real = tried(() => realpathSync(folder))
  if (top !== undefined && expected !== undefined && real === expected) {
    return { program, folder, top }
  }
  const why = `git takes \`${folder}\` for the repository, which is not the \`.git\` of a folder above`
  return { failure: 'failed', why }
}

function run(
  program: string,
  args: readonly string[],
  input: string,
  env: NodeJS.ProcessEnv,
): GitOutput {
  const { error, status, stdout, stderr } = spawnSync(
    program,
    ['--no-pager', '--literal-pathspecs', ...PLAIN, ...args],
    { input, env, maxBuffer: MOST_BYTES, windowsHide: true },
  )
  if (error && 'code' in error && error.code === 'ENOBUFS') return { failure: 'tooMuch', why: '' }
  if (error) return { failure: 'noGit', why: error.message }
  return status === 0 ? { out: stdout } : { failure: 'failed', why: stderr.toString().trim() }
}

/** Variables that would have git look for the repository elsewhere. */
const LOCATIONS: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_GRAFT_FILE',
  'GIT_SHALLOW_FILE',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
])

/** Where its own parts are is what git must still hear from its installation. */
function isOfGit(name: string): boolean {
  return name.startsWith('GIT_') && name !== 'GIT_EXEC_PATH'
}

function environment(isLeftOut: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isLeftOut(name)))
}
