import { afterEach, beforeEach, expect, it } from 'vitest'
import { git } from '../../src/node/git.ts'
import { plandueIn, type Repository, repository } from '../helpers/repository.ts'

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
})
afterEach(() => repo.remove())

const SENT =
  'authority: A\nframework: sif\nreceived: 2024-01-12\nplan: { final: { submitted: 2024-01-22, evidence: x.pdf } }\n'

it('tells where git fails, in its own words, and where there is none', () => {
  expect(git(['no-such-command'])).toMatchObject({
    failure: 'failed',
    why: expect.stringContaining('no-such-command'),
  })
  const path = process.env['PATH']
  process.env['PATH'] = repo.folder
  try {
    expect(git(['version'])).toMatchObject({ failure: 'noGit' })
  } finally {
    process.env['PATH'] = path
  }
})

it('is said to be missing where a command needs it, and not missed elsewhere', async () => {
  repo.commit('2024-01-01', { 'plans/a.yaml': SENT, 'x.pdf': '' })
  const path = process.env['PATH']
  process.env['PATH'] = repo.folder
  try {
    const { err, exitCode } = await plandueIn(repo.folder, ['diff'])
    expect(err).toBe('plandue: this needs the program git, which is not to be found\n')
    expect(exitCode).toBe(2)
    expect((await plandueIn(repo.folder, ['check'])).exitCode).toBe(0)
  } finally {
    process.env['PATH'] = path
  }
})

it('needs a first commit to compare with', async () => {
  repo.write({ 'plans/a.yaml': SENT, 'x.pdf': '' })
  const { err, exitCode } = await plandueIn(repo.folder, ['diff'])
  expect(err).toContain('there is no commit yet to compare with: commit something first')
  expect(exitCode).toBe(2)
})
