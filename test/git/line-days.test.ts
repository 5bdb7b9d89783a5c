import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lineDays } from '../../src/git/line-days.ts'
import { repositoryOf } from '../../src/git/repository.ts'
import { sameLines } from '../../src/git/same-lines.ts'
import { hostIn, type Repository, repository } from '../helpers/repository.ts'

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
  repo.commit('2024-01-10', { 'a.yaml': 'one\ntwo\n' })
  repo.commit('2024-01-20', { 'a.yaml': 'one\ntwo\nthree\n' })
})
afterEach(() => repo.remove())

async function days(lines = [1, 2, 3]) {
  const { host, leave } = hostIn(repo.folder)
  try {
    const found = lineDays(repositoryOf(await host.git()), 'a.yaml', lines, 'UTC', host)
    return Object.fromEntries(found)
  } finally {
    leave()
  }
}

const COMMITTED = { 1: '2024-01-10', 2: '2024-01-10', 3: '2024-01-20' }

it('a line has the day of the commit that brought it', async () => {
  expect(await days()).toEqual(COMMITTED)
})

it('a line that is not committed has none', async () => {
  repo.write({ 'a.yaml': 'new\none\nzwei\nthree\n' })
  expect(await days([1, 2, 3, 4])).toEqual({
    1: null,
    2: '2024-01-10',
    3: null,
    4: '2024-01-20',
  })
})

it('a checkout with CR LF has the same lines', async () => {
  const file = join(repo.folder, 'a.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'))
  expect(await days()).toEqual(COMMITTED)
})

it('nothing is said of a line where git fails, least of all that it came today', async () => {
  repo.git(['config', 'blame.ignoreRevsFile', '.git-blame-ignore-revs'])
  expect(await days()).toEqual({})
})

it.each([
  ['a\nb\nc', 'a\nb\nc', [1, 2, 3], 'nothing changed'],
  ['a\nb\nc', 'a\nx\nb\nc', [1, undefined, 2, 3], 'one came between'],
  ['a\nb\nc', 'a\nc', [1, 3], 'one went'],
  ['a\nb\nc', 'x\nc\nb\ny', [undefined, 3, 2, undefined], 'two changed their places'],
  ['a\na\nb', 'x\na\nb', [undefined, 2, 3], 'the end is compared first'],
  ['', 'a', [undefined], 'there was nothing'],
  ['a\na', 'a\na\na', [1, 2, undefined], 'one more is like the others'],
])('of %j, the lines of %j are %j, because %s', (before, after, expected, _because) => {
  const same = sameLines(before, after)
  expect(expected.map((_, index) => same(index + 1))).toEqual(expected)
})
