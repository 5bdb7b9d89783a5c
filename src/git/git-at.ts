import type { Git } from '../host/host.ts'

/**
 * Git as it would answer about the history if another commit were checked out, in full: what comes
 * after `--` are paths. It says nothing of the index, which is that of what is checked out.
 */
export function gitAt(git: Git, commit: string): Git {
  return (args, input) => {
    if (args[0] === 'ls-files') return { out: new Uint8Array() }
    const end = args.indexOf('--')
    const isWord = (index: number) => end < 0 || index < end
    const named = (word: string) => word.replace(/(^|\.\.)HEAD$/, (_, range) => `${range}${commit}`)
    return git(
      args.map((word, index) => (isWord(index) ? named(word) : word)),
      input,
    )
  }
}
