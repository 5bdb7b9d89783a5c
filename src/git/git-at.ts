import type { Git } from '../host/host.ts'

/** Git as it would answer if another commit were checked out: what comes after `--` are paths. */
export function gitAt(git: Git, commit: string): Git {
  return (args, input) => {
    const end = args.indexOf('--')
    const isWord = (index: number) => end < 0 || index < end
    const named = (word: string) => word.replace(/(^|\.\.)HEAD$/, (_, range) => `${range}${commit}`)
    return git(
      args.map((word, index) => (isWord(index) ? named(word) : word)),
      input,
    )
  }
}
