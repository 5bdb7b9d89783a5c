import { symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changedPaths } from '../../src/git/changed-paths.ts'
import { repositoryOf } from '../../src/git/repository.ts'
import { treeOf } from '../../src/git/tree.ts'
import { treeFiles } from '../../src/git/tree-files.ts'
import type { Files } from '../../src/host/host.ts'
import { hostIn, repository } from '../helpers/repository.ts'

const repo = repository()
const NAME = 'plans/a "ü"\n.yaml'
const LIMIT = 100

let commit = ''
beforeAll(() => {
  repo.init()
  repo.write({
    'plans/same.yaml': 'same\n',
    'plans/changed.yaml': 'old\n',
    [NAME]: 'odd\n',
    'plans/long.yaml': 'x'.repeat(LIMIT + 1),
    'gone/deep/x.yaml': 'gone\n',
    'sub/x': '',
  })
  symlinkSync('plans/changed.yaml', join(repo.folder, 'link.yaml'))
  symlinkSync('plans', join(repo.folder, 'folder'))
  symlinkSync('../secret', join(repo.folder, 'out'))
  symlinkSync(`../${basename(repo.folder)}/plans/changed.yaml`, join(repo.folder, 'again.yaml'))
  symlinkSync(join(repo.folder, 'plans'), join(repo.folder, 'absolute'))
  symlinkSync('nothing', join(repo.folder, 'dangling'))
  symlinkSync('loop', join(repo.folder, 'loop'))
  commit = repo.commit('2024-01-01')
  repo.write({
    'plans/changed.yaml': 'new\n',
    [NAME]: 'new\n',
    'gone/deep/x.yaml': null,
    'plans/later.yaml': 'later\n',
  })
})
afterAll(() => repo.remove())

/** What a look at the files of the commit says, from the top or from a folder below. */
async function inCommit<T>(look: (files: Files, from: (path: string) => string) => T, below = '') {
  const { host, leave } = hostIn(join(repo.folder, below))
  try {
    const repositoryHere = repositoryOf(await host.git())
    const tree = treeOf(repositoryHere, commit)
    const changed = changedPaths(repositoryHere, tree, host)
    const from = (path: string) => (below ? `../${path}` : path)
    return look(treeFiles(repositoryHere, tree, changed, host), from)
  } finally {
    leave()
  }
}

describe.each(['', 'sub'])('the files of a commit, seen from the folder %j', (below) => {
  it.each<[string, unknown, string]>([
    ['plans/same.yaml', { text: 'same\n' }, 'it is as it was'],
    ['plans/changed.yaml', { text: 'old\n' }, 'it was so'],
    [NAME, { text: 'odd\n' }, 'git takes any name'],
    ['gone/deep/x.yaml', { text: 'gone\n' }, 'it was there'],
    ['link.yaml', { text: 'old\n' }, 'a link leads to what was there'],
    ['folder/changed.yaml', { text: 'old\n' }, 'so does a link to a folder'],
    ['again.yaml', { text: 'old\n' }, 'it leads out of the folder and in again'],
    ['absolute/changed.yaml', { text: 'old\n' }, 'it leads in by a full path'],
    ['plans/later.yaml', { problem: { kind: 'missing' } }, 'it came later'],
    ['plans/long.yaml', { problem: { kind: 'tooLarge', bytes: 101, limit: 100 } }, 'it is long'],
    ['loop', { problem: { kind: 'loop' } }, 'it leads to itself'],
    ['dangling', { problem: { kind: 'dangling' } }, 'it leads nowhere'],
  ])('has in %j %j, because %s', async (path, expected, _because) => {
    expect(await inCommit((files, from) => files.read(from(path), LIMIT), below)).toEqual(expected)
  })

  it.each([
    ['plans', 'folder', 'plans'],
    ['folder', 'folder', 'plans'],
    ['gone/deep', 'folder', 'gone/deep'],
    ['link.yaml', 'file', 'plans/changed.yaml'],
    ['.git', 'folder', '.git'],
    ['out', 'other', '../secret'],
  ])('knows that %s is a %s, and where it really is', async (path, kind, realPath) => {
    expect(await inCommit((files, from) => files.look(from(path)), below)).toEqual({
      kind,
      realPath: join(repo.folder, realPath),
    })
  })

  it('lists what was in a folder, links as links', async () => {
    const names = await inCommit((files, from) => {
      const entries = files.list(from('plans'))
      return 'problem' in entries ? [] : entries.map(({ name }) => name)
    }, below)
    expect(names).toEqual(['a "ü"\n.yaml', 'changed.yaml', 'long.yaml', 'same.yaml'])
    const top = await inCommit((files, from) => files.list(from('.')), below)
    expect(top).toContainEqual({ name: 'out', kind: 'link' })
    expect(top).toContainEqual({ name: 'gone', kind: 'folder' })
  })

  it('cannot be written', async () => {
    const answer = await inCommit((files, from) => files.write(from('x'), ''), below)
    expect(answer).toEqual({ problem: { kind: 'denied' } })
  })
})

it('what changed is what is staged or not, gone, or new', async () => {
  const { host, leave } = hostIn(join(repo.folder, 'sub'))
  try {
    const here = repositoryOf(await host.git())
    const changed = changedPaths(here, treeOf(here, commit), host)
    expect([...changed].sort()).toEqual(
      [NAME, 'gone/deep/x.yaml', 'plans/changed.yaml', 'plans/later.yaml'].sort(),
    )
  } finally {
    leave()
  }
})
