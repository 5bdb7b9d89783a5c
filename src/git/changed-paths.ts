import { entriesOf, mustAnswer, type Repository } from './repository.ts'

/**
 * The paths, from the top, that differ between a commit and the working tree: staged or not, deleted,
 * and those that git does not know yet unless they are ignored.
 */
export function changedPaths({ git, prefix }: Repository, commit: string): ReadonlySet<string> {
  const tracked = mustAnswer(git, [...DIFF, commit, '--'])
  // Without the way up, git lists only what lies below the working directory.
  const top = '../'.repeat(prefix.split('/').length - 1) || '.'
  const untracked = mustAnswer(git, [...UNTRACKED, top])
  return new Set([...entriesOf(tracked), ...entriesOf(untracked)])
}

const DIFF = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv']
const UNTRACKED = ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--']
