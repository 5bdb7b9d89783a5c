import { expect, it } from 'vitest'
import { absolutePath, isWithin, pathFrom } from '../../src/host/paths.ts'

const WAYS: [from: string, to: string, cwd: string, way: string, because: string][] = [
  ['.', 'plans', '/srv', 'plans', 'both from the working directory'],
  ['plans', 'plans', '/srv', '', 'the same'],
  ['plans/north', 'schema.json', '/srv', '../../schema.json', 'up first'],
  ['/srv/a', '/srv/ab', '/', '../ab', 'a name that begins like another is another'],
  ['/srv/A', '/srv/a', '/', '../a', 'another name, but on Windows'],
  ['C:/srv/A', 'c:/SRV/a/x', 'C:/', 'x', 'the same name on Windows'],
  ['C:/srv', 'D:/srv', 'C:/srv', 'D:/srv', 'no way leads from drive to drive'],
  ['//s/one', 'C:/x', 'C:/', 'C:/x', 'nor from a server to a drive'],
  ['//s/one/a', '//S/ONE/a/b', 'C:/', 'b', 'on one server'],
]

it.each(WAYS)('from %s to %s in %s it is %j: %s', (from, to, cwd, way) => {
  expect(pathFrom(from, to, cwd)).toBe(way)
})

const WHOLE: [path: string, cwd: string, whole: string][] = [
  ['../x', '/srv/a', '/srv/x'],
  ['x/', 'C:/srv', 'C:/srv/x'],
  ['../../../x', 'C:/srv', 'C:/x'],
  ['/x', 'C:/srv', 'C:/x'],
  ['..', '//server/share/a', '//server/share'],
  ['../../../..', '//server/share/a', '//server/share'],
  ['C:/x/../y', '/srv', 'C:/y'],
]

it.each(WHOLE)('%s in %s is %s', (path, cwd, whole) => {
  expect(absolutePath(path, cwd)).toBe(whole)
})

it('a folder holds what is below it, and on Windows in any case', () => {
  expect(isWithin('/srv/a/b', '/srv/a')).toBe(true)
  expect(isWithin('/srv/ab', '/srv/a')).toBe(false)
  expect(isWithin('/srv/A/b', '/srv/a')).toBe(false)
  expect(isWithin('C:/srv/A/b', 'c:/SRV/a')).toBe(true)
  expect(isWithin('//S/share/x', '//s/Share')).toBe(true)
})
