import { describe, expect, it } from 'vitest'
import { pathInRepository, repositoryBoundary } from '../../src/host/repository-boundary.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const { host } = memoryHost({
  files: {
    'a/papers/x.pdf': '',
    'a/out': { link: '../../elsewhere' },
    'a/git': { link: '.git' },
    'a/.git/config': '',
    'a/nowhere': { link: 'gone' },
    'a/inside': { link: 'papers' },
    'b/x': '',
  },
})

const CASES: [string, boolean, string][] = [
  ['a/papers/x.pdf', true, 'it lies there'],
  ['a/papers/new/x', true, 'it could be made there'],
  ['a', true, 'it is the repository'],
  ['/repository/a/papers', true, 'a full path may lead there as well'],
  ['a/inside/x.pdf', true, 'the link stays inside'],
  ['a/../b/x', false, 'it leads up'],
  ['b/x', false, 'it lies beside it'],
  ['a/..\\b', false, 'a backslash leads up on Windows'],
  ['/etc/passwd', false, 'it lies anywhere'],
  ['a/out/x', false, 'the link leads out'],
  ['a/nowhere', false, 'a file made there would be elsewhere'],
  ['a/.git/config', false, 'it is of git'],
  ['a/.git', false, 'in a worktree it is a file'],
  ['a/git/config', false, 'the link leads to git'],
  ['a/papers/.git/x', false, 'git could be asked there as well'],
]

describe('the boundary of a repository', () => {
  it.each(CASES)('%s is inside: %s, because %s', (path, expected, _because) => {
    expect(repositoryBoundary('a', host)(path)).toBe(expected)
  })

  it('is the same however the repository is named', () => {
    const found = CASES.map(([path]) => repositoryBoundary('/repository/a/', host)(path))
    expect(found).toEqual(CASES.map(([, expected]) => expected))
  })

  it('has no streams of files on Windows, by which what is in them has a second name', () => {
    const cwd = 'C:/council'
    const isInside = repositoryBoundary('.', memoryHost({ cwd, files: { 'x.yaml': '' } }).host)
    expect(isInside('x.yaml')).toBe(true)
    expect(isInside('C:/council/new.yaml')).toBe(true)
    expect(isInside('x.yaml::$DATA')).toBe(false)
    expect(isInside('new:stream.yaml')).toBe(false)
  })

  it('looks at nothing outside', () => {
    const looked: string[] = []
    const look = (path: string) => {
      looked.push(path)
      return host.look(path)
    }
    for (const path of ['a/out/x/y', '../x', 'a/.git/x']) {
      repositoryBoundary('a', { ...host, look })(path)
    }
    expect(looked.filter((path) => !/^a$|\/a$|\/a\/out$/.test(path))).toEqual([])
  })
})

it.each([
  ['.git', 'it is the folder'],
  ['.GIT/hooks/x', 'macOS and Windows know no case'],
  ['.git. /x', 'Windows drops what it ends with'],
  ['x/.git/y', 'a repository below is one as well'],
  ['GIT~1/config', 'Windows has a short name for it'],
  ['.git::$INDEX_ALLOCATION/x', 'a stream of a folder is the folder'],
  ['.g\u200cit/x', 'macOS passes over the character'],
  ['x\\.git\\y', 'a backslash divides as well'],
  ['C:/x', 'it is another drive'],
  ['a\0b', 'no file has it'],
])('%j is no path in a repository, because %s', (path, _because) => {
  expect(pathInRepository(path)).toBeUndefined()
})

it.each(['.gitignore', '.github/workflows/x.yml', 'x.git', 'git~x', 'digit/x'])(
  '%s is a path as any other',
  (path) => expect(pathInRepository(path)).toBe(path),
)
