import { expect, it } from 'vitest'
import { patiently } from '../../src/node/patience.ts'

const failing = (code: string, times: number) => {
  let left = times
  return async () => {
    if (left-- > 0) throw Object.assign(new Error(code), { code })
  }
}

/** What comes of work that fails so often, and how long it was waited for it, in milliseconds. */
async function outcome(code: string, times: number, isWindows: boolean) {
  let waited = 0
  const wait = async (milliseconds: number) => {
    waited += milliseconds
  }
  const { problem } = await patiently(failing(code, times), { isWindows, wait })
  return { problem, waited }
}

it.each([
  ['EBUSY', 3, true, 300, 'a scanner lets go of it'],
  ['EPERM', 20, true, 2000, 'Windows says so of a file that is open'],
  ['EACCES', 1, true, 100, 'and so'],
  ['EBUSY', 2, false, 200, 'a file system of a network says so'],
])('%s, %i times, Windows: %s, is waited out for %i ms: %s', async (code, times, isWindows, ms) => {
  expect(await outcome(code, times, isWindows)).toEqual({ problem: undefined, waited: ms })
})

it('after two seconds it says that another program has the file open', async () => {
  const { problem, waited } = await outcome('EBUSY', 99, true)
  expect(waited).toBe(2000)
  expect(problem).toEqual({ kind: 'other', why: expect.stringContaining('such as Excel') })
})

it('a right that is missing does not come by waiting', async () => {
  expect(await outcome('EACCES', 99, false)).toEqual({ problem: { kind: 'denied' }, waited: 0 })
  expect(await outcome('ENOSPC', 99, true)).toMatchObject({ waited: 0 })
})
