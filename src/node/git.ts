import { spawnSync } from 'node:child_process'
import type { Git } from '../host/host.ts'

/** A list of a million paths, or the records that a change touches, is no longer than this. */
const MOST_BYTES = 512 * 1_048_576

/** A configuration cannot make git run other programs, or write its answers otherwise. */
const PLAIN = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'log.showRoot=true',
  'diff.relative=false',
  'diff.ignoreSubmodules=all',
  'blame.ignoreRevsFile=',
].flatMap((setting) => ['-c', setting])

/** Git asks nobody, fetches nothing, locks nothing, and speaks English. */
const ALONE = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
}

/** The real git program. */
export const git: Git = (args, input = '') => {
  const { error, status, stdout, stderr } = spawnSync(
    'git',
    ['--no-pager', '--literal-pathspecs', ...PLAIN, ...args],
    { input, env: { ...process.env, ...ALONE }, maxBuffer: MOST_BYTES, windowsHide: true },
  )
  if (error && 'code' in error && error.code === 'ENOBUFS') return { failure: 'tooMuch', why: '' }
  if (error) return { failure: 'noGit', why: error.message }
  return status === 0 ? { out: stdout } : { failure: 'failed', why: stderr.toString().trim() }
}
