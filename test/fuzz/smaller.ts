import type { Case } from './kind.ts'

/** Tries of one fault, each of which runs the case, and in milliseconds how long they may take. */
const MOST_TRIES = 400
const PATIENCE = 30_000

/** The case without those files, arguments and lines that it does not need to be what it is. */
export async function smaller(one: Case, isStill: (one: Case) => Promise<boolean>): Promise<Case> {
  let best = one
  let tries = 0
  const end = Date.now() + PATIENCE
  const attempt = async (next: Case) => {
    if (tries++ >= MOST_TRIES || Date.now() > end || !(await isStill(next))) return false
    best = next
    return true
  }
  for (const path of Object.keys(best.files)) {
    const { [path]: _, ...files } = best.files
    await attempt({ ...best, files })
  }
  for (let at = best.args.length - 1; at > 0; at--) {
    await attempt({ ...best, args: best.args.toSpliced(at, 1) })
  }
  for (const path of Object.keys(best.files)) await withoutLines(path, () => best, attempt)
  return best
}

/** Takes out lines of a file, in ever smaller pieces. */
async function withoutLines(
  path: string,
  best: () => Case,
  attempt: (next: Case) => Promise<boolean>,
): Promise<void> {
  const lines = () => (best().files[path] ?? '').split(/(?<=\n)/)
  for (let size = Math.ceil(lines().length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < lines().length; ) {
      const text = lines().toSpliced(at, size).join('')
      const isSmaller = await attempt({ ...best(), files: { ...best().files, [path]: text } })
      if (!isSmaller) at += size
    }
  }
}
