import { describe, expect, it } from 'vitest'
import { insidePath, spelledAsOnDisk, withSlashes } from '../../src/host/path-gate.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const FILES = {
  'plans/north/kent.yaml': '',
  'Papers/Plan 1.pdf': '',
  '../Shared/plans/leeds.yaml': '',
  // As Windows has a second name for `Our action plans`.
  'OURACT~1': { link: 'Our action plans' },
  'Our action plans/hull.yaml': '',
}

const SPELLINGS: Record<string, [typed: string, inside: string, because: string][]> = {
  '/srv/council': [
    ['plans', 'plans', 'it is one already'],
    ['./plans/', 'plans', 'neither `.` nor a slash at the end names anything'],
    ['plans/../plans/north', 'plans/north', '`..` is taken out'],
    ['/srv/council/plans', 'plans', 'a whole path to what lies here is one from here'],
    ['/srv/council', '.', 'this folder'],
    [
      '/srv/council-2/plans',
      '/srv/council-2/plans',
      'a folder whose name begins the same is another',
    ],
    ['/srv/other', '/srv/other', 'a whole path elsewhere stays whole'],
    ['../other', '../other', 'a way up stays as it is'],
    ['plans/*.yaml', 'plans/*.yaml', 'a pattern is a path'],
    ['plans\\north', 'plans\\north', 'here a backslash is a character like others'],
    ['PLANS', 'PLANS', 'here names have one case'],
    ['C:/council', 'C:/council', 'here a colon is a character like others'],
    ['plans.', 'plans.', 'here a point is one'],
    ['//?/C:/plans', '/?/C:/plans', 'here two slashes are one'],
  ],
  'C:/Users/ada/council': [
    ['plans', 'plans', 'it is one already'],
    ['.\\plans', 'plans', 'backslashes part folders'],
    ['plans\\', 'plans', 'also at the end'],
    ['plans\\north\\kent.yaml', 'plans/north/kent.yaml', 'also further down'],
    ['PLANS\\North', 'plans/north', 'names are spelled as on the disk'],
    ['C:\\Users\\ada\\council\\plans', 'plans', 'a whole path to what lies here'],
    ['c:/users/ADA/council/plans', 'plans', 'the drive has any case too'],
    ['\\Users\\ada\\council\\plans', 'plans', 'from the root of this drive'],
    ['C:plans', 'plans', 'from the folder of this drive'],
    ['\\\\?\\C:\\Users\\ada\\council\\plans', 'plans', 'as programs write long paths'],
    ['C:\\Users\\ada\\other', 'C:/Users/ada/other', 'a whole path elsewhere stays whole'],
    ['..\\SHARED\\Plans', '../Shared/plans', 'a way up is spelled as on the disk too'],
    ['plans\\..\\..\\shared', '../Shared', 'also one that hides'],
    ['c:\\users\\ada\\shared\\PLANS', 'c:/users/ada/Shared/plans', 'and a whole path elsewhere'],
    ['C:', '.', 'the folder in which the drive is'],
    ['D:', 'D:', 'each drive has one of its own'],
    ['D:plans', 'D:plans', 'which Windows alone knows'],
    ['plans.', 'plans', 'Windows finds it with a point at its end'],
    ['plans \\north. .\\kent.yaml.', 'plans/north/kent.yaml', 'with blanks, and further down'],
    ['plans\\new.yaml. ', 'plans/new.yaml', 'and makes it without'],
    ['OURACT~1\\hull.yaml', 'Our action plans/hull.yaml', 'the short name of a folder'],
    ['OTHER~1', 'OTHER~1', 'no short name of any'],
    [
      '.\\Our action plans\\"',
      'Our action plans',
      'what shells make of a backslash before a quote',
    ],
    ['\\\\.\\C:\\Users\\ada\\council\\plans', 'plans', 'as programs write devices'],
    ['\\\\?\\Volume{1}\\plans', '//?/Volume{1}/plans', 'a drive without a letter is elsewhere'],
    ['D:\\plans', 'D:/plans', 'another drive'],
    ['..\\other', '../other', 'a way up'],
    ['\\\\server\\share\\plans', '//server/share/plans', 'a server'],
    ['plans\\*.yaml', 'plans/*.yaml', 'a pattern'],
    ['Plans\\new.yaml', 'plans/new.yaml', 'the folder of a file to be made is there'],
    ['C:\\Users\\ada\\council', '.', 'this folder'],
  ],
  '//server/share/council': [
    ['.\\plans', 'plans', 'a folder of a server'],
    ['\\\\SERVER\\Share\\council\\plans', 'plans', 'servers have any case'],
    ['\\\\?\\UNC\\server\\share\\council\\plans', 'plans', 'as programs write long paths'],
    ['\\\\server\\other\\plans', '//server/other/plans', 'what else the server shares'],
    ['\\council\\plans', 'plans', 'from the root of what is shared'],
    ['C:\\plans', 'C:/plans', 'a drive'],
  ],
}

/** Folders tell of no short names, though files are found by them. */
function hostIn(cwd: string) {
  const { host } = memoryHost({ cwd, files: FILES })
  const list: typeof host.list = (folder) => {
    const entries = host.list(folder)
    return 'problem' in entries ? entries : entries.filter(({ name }) => !name.includes('~'))
  }
  return { ...host, list }
}

describe('a path that somebody typed', () => {
  for (const [cwd, cases] of Object.entries(SPELLINGS)) {
    it.each(cases)(`in ${cwd}, %s is %s: %s`, (typed, inside) => {
      expect(insidePath(typed, hostIn(cwd))).toBe(inside)
    })
  }
})

it('names are spelled as the folders have them, and what is not there as it was written', () => {
  const { host } = memoryHost({ files: FILES })
  expect(spelledAsOnDisk('papers/plan 1.PDF', host)).toBe('Papers/Plan 1.pdf')
  expect(spelledAsOnDisk('papers/Plan 2.pdf', host)).toBe('Papers/Plan 2.pdf')
  expect(spelledAsOnDisk('../papers', host)).toBe('../papers')
})

it('a backslash parts folders on Windows alone', () => {
  expect(withSlashes('north\\kent#draft', 'C:/council')).toBe('north/kent#draft')
  expect(withSlashes('north\\kent#draft', '/srv/council')).toBe('north\\kent#draft')
})
