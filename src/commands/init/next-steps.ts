import { basename, join } from 'node:path/posix'
import type { Host } from '../../host/host.ts'
import { commandWord } from '../../terminal/command-word.ts'
import type { InitAnswer, InitFile } from './page.ts'
import { scaffold } from './scaffold/index.ts'

/** The day on which the example has an item at risk, and others on track. */
const EXAMPLE_DAY = '2024-06-25'

/** The files in which `OWNER` stands. */
const OWNED: ReadonlySet<string> = new Set(
  Object.values(scaffold).flatMap(({ path, text }) => (text.includes('OWNER') ? [path] : [])),
)

/** What to do when the files are there. */
export function nextSteps(
  root: string,
  files: readonly InitFile[],
  host: Host,
): InitAnswer['next'] {
  const made = files.flatMap(({ path, outcome }) => (outcome === 'left' ? [] : [path]))
  const owned = made.filter((path) => OWNED.has(path))
  const isInGit = !('problem' in host.look(join(root, '.git')))
  return [
    ...(root === '.' ? [] : [[`cd ${commandWord(root)}`, ''] as const]),
    ...(isInGit ? [] : [['git init', 'unless it is in a repository already'] as const]),
    ['plandue check', 'reports on the records; all of the example is finished today'],
    ...(made.some((path) => basename(path) === basename(scaffold.example.path))
      ? [
          [
            `plandue check --today ${EXAMPLE_DAY}`,
            'shows the example alive: its draft is at risk, the rest on track',
          ] as const,
        ]
      : []),
    ...(made.includes(scaffold.githubPages.path)
      ? [
          [
            'GitHub Actions',
            'is to be the source of Pages, in the settings of the repository on GitHub; everybody can open the page, even of a private repository, unless on GitHub Enterprise Cloud',
          ] as const,
        ]
      : []),
    ['plandue new', 'starts your first record; then delete the example'],
    ...(owned.length > 0
      ? [
          [
            'OWNER',
            `is a placeholder in ${owned.join(', ')}: replace it with the owner of your copy of plandue`,
          ] as const,
        ]
      : []),
  ]
}
