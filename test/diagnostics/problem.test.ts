import { describe, expect, it } from 'vitest'
import { diagnoseProblem, why } from '../../src/diagnostics/problem.ts'
import type { Problem } from '../../src/host/host.ts'

describe('what stands in the way of reading a file', () => {
  it.each<[Problem, string]>([
    [{ kind: 'missing' }, 'broken-link'],
    [{ kind: 'loop' }, 'link-loop'],
    [{ kind: 'notAFile' }, 'not-a-file'],
    [{ kind: 'denied' }, 'unreadable'],
    [{ kind: 'other', why: 'the disk is on fire' }, 'unreadable'],
    [{ kind: 'tooLarge', bytes: 2, limit: 1 }, 'too-large'],
    [{ kind: 'notUtf8', offset: 0 }, 'not-utf8'],
    [{ kind: 'notUtf8', offset: 0, isUtf16: true }, 'not-utf8'],
  ])('%j is an error: %s', (problem, code) => {
    const diagnostic = diagnoseProblem('plans/a.yaml', problem)
    expect(diagnostic).toMatchObject({
      file: 'plans/a.yaml',
      line: 1,
      column: 1,
      severity: 'error',
      code,
    })
  })

  it('has a next step that fits: more rights help against a denial only', () => {
    const hintOf = (problem: Problem) => diagnoseProblem('a.yaml', problem).hint
    expect(hintOf({ kind: 'denied' })).toBeDefined()
    expect(hintOf({ kind: 'other', why: 'the disk is on fire' })).toBeUndefined()
  })

  it('is told in the words of the system, where plandue has none', () => {
    expect(why({ kind: 'other', why: 'the disk is on fire' })).toBe('the disk is on fire')
  })
})

it('names UTF-16 and what writes UTF-8 in its place', () => {
  expect(diagnoseProblem('a.yaml', { kind: 'notUtf8', offset: 0, isUtf16: true })).toMatchObject({
    message: 'is UTF-16 text',
    hint: 'save the file again as UTF-8; PowerShell writes that with `-Encoding utf8`',
  })
  expect(why({ kind: 'notUtf8', offset: 0, isUtf16: true })).toBe('it is UTF-16 text')
})

it('takes a file whose name is not UTF-8 for no link', () => {
  expect(diagnoseProblem('plans/x\uFFFDy.yaml', { kind: 'missing' })).toMatchObject({
    code: 'unreadable',
    message: 'cannot be read: its name is not UTF-8',
    hint: 'rename it',
  })
})
