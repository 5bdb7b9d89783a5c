import { expect, it } from 'vitest'
import { type Flag, holderIsAlive } from '../../src/node/lock.ts'

const LINUX = { process: 7, started: '4711', place: 'boot-ns', machine: 'desk', random: 'x' }
const WINDOWS = { ...LINUX, started: 'unknown', place: 'unknown' }

type Facts = { startOf?: string; isRunning?: boolean; isFresh?: boolean }

const CASES: [isAlive: boolean, because: string, flag: Flag, here: Partial<Flag>, facts: Facts][] =
  [
    [true, 'it started when the flag says', LINUX, LINUX, { startOf: '4711' }],
    [false, 'another process has its number now', LINUX, LINUX, { startOf: '9' }],
    [false, 'it has ended', LINUX, LINUX, { startOf: 'gone', isFresh: true }],
    [true, 'another machine gave a sign of life', LINUX, { place: 'other' }, { isFresh: true }],
    [false, 'another machine has been silent', LINUX, { place: 'other' }, { isFresh: false }],
    [true, 'Windows knows its number', WINDOWS, WINDOWS, { isRunning: true, isFresh: true }],
    [false, 'Windows knows no such number', WINDOWS, WINDOWS, { isRunning: false, isFresh: true }],
    [false, 'another has its number, and it is silent', WINDOWS, WINDOWS, { isRunning: true }],
    [true, 'another Windows cannot be asked', WINDOWS, { machine: 'x' }, { isFresh: true }],
  ]

it.each(CASES)('the holder of a lock is alive: %s, since %s', (isAlive, _, flag, here, facts) => {
  const { startOf = 'gone', isRunning = false, isFresh = false } = facts
  const processes = {
    ...flag,
    ...here,
    startOf: () => startOf,
    isRunning: () => isRunning,
    isFresh: () => isFresh,
  }
  expect(holderIsAlive(flag, processes)).toBe(isAlive)
})
