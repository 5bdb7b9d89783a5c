import { basename, join } from 'node:path/posix'
import type { Host } from '../../host/host.ts'
import { commandWord } from '../../terminal/command-word.ts'
import type { InitAnswer, InitFile } from './page.ts'
import { scaffold } from './scaffold/index.ts'

/** The day on which the example has an item at risk, and others on track. */
const EXAMPLE_DAY = '2024-06-25'

/** What stands in files of the scaffold for something that only their owner knows, and what that is. */
const PLACEHOLDERS = [
  ['OWNER', 'the owner of your copy of plandue'],
  ['https://example.org', 'the server that has this copy'],
] as const

/** What to do when the files are there. */
export function nextSteps(
  root: string,
  files: readonly InitFile[],
  host: Host,
): InitAnswer['next'] {
  const made = files.flatMap(({ path, outcome }) => (outcome === 'left' ? [] : [path]))
  const example = files.find(({ path }) => basename(path) === basename(scaffold.example.path))
  const hasExample = example !== undefined && isThere(example, root, host)
  const isInGit = !('problem' in host.look(join(root, '.git')))
  return [
    ...(root === '.' ? [] : [[`cd ${commandWord(root)}`, ''] as const]),
    ...(isInGit ? [] : [['git init', 'unless it is in a repository already'] as const]),
    [
      'plandue check',
      `reports on the records${hasExample ? '; all of the example is finished today' : ''}`,
    ],
    ...(hasExample
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
    [
      'plandue new',
      hasExample ? 'starts your first record; then delete the example' : 'starts a record',
    ],
    ...PLACEHOLDERS.flatMap(([placeholder, meant]) => placeholderStep(placeholder, meant, made)),
  ]
}

/** Whether a file was written or is to be, or lies there from before. */
function isThere({ path, outcome }: InitFile, root: string, host: Host): boolean {
  return outcome !== 'left' || 'kind' in host.look(join(root, path))
}

/** Where a placeholder stands in files that were made; nothing where in none of them. */
function placeholderStep(
  placeholder: string,
  meant: string,
  made: readonly string[],
): InitAnswer['next'] {
  const having = Object.values(scaffold).filter(({ text }) => text.includes(placeholder))
  const paths = made.filter((path) => having.some((file) => file.path === path))
  if (paths.length === 0) return []
  return [
    [placeholder, `is a placeholder in ${paths.join(', ')}: replace it with ${meant}`] as const,
  ]
}
