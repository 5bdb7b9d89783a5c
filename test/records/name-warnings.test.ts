import { expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

const NAMES: [name: string, warning: string | undefined, because: string][] = [
  ['plans/leeds.yaml', undefined, 'it is a name everywhere'],
  ['plans/auxiliary.yaml', undefined, 'a device is a whole name'],
  ['plans/aux.yaml', 'Windows keeps `aux` for a device', 'with any ending'],
  ['plans/COM1/leeds.yaml', 'Windows keeps `COM1` for a device', 'a folder as well'],
  ['plans/a: b.yaml', 'Windows has no file names with `:`', 'a colon names a stream there'],
  ['plans/who?.yaml', 'Windows has no file names with `?`', 'a question mark is a pattern'],
  ['plans/north /leeds.yaml', 'Windows drops the end of `north `', 'a blank at the end is lost'],
]

it.each(NAMES)('%s is met with %j: %s', async (name, warning) => {
  const { err, exitCode } = await plandue(['check'], { files: { [name]: record() } })
  if (warning === undefined) expect(err).toBe('')
  else
    expect(err).toContain(
      `warning name-not-portable: has a name that not every system can hold: ${warning}`,
    )
  expect(exitCode).toBe(0)
})

it('two names that differ in capitals alone are a warning', async () => {
  const files = { 'plans/LEEDS.yaml': record(), 'plans/Leeds.yaml': record() }
  const { err, exitCode } = await plandue(['check'], { files })
  expect(err).toContain(
    'plans/Leeds.yaml:1:1: warning name-clash: has the name of `plans/LEEDS.yaml`',
  )
  expect(exitCode).toBe(0)
})

it('a result goes to no device of Windows, and a new record has no such name', async () => {
  const world = { files: { 'plans/leeds.yaml': record() }, cwd: 'C:/council' }
  const output = await plandue(['check', '-o', 'NUL'], world)
  expect(output.err).toContain('`NUL` is no name of a file on Windows')
  expect(output.exitCode).toBe(2)
  const args = ['--authority', 'A', '--framework', 'sif', '--received', '2024-01-12']
  const made = await plandue(['new', ...args, '--file', 'plans/aux.yaml'])
  expect(made.err).toContain('Windows keeps `aux.yaml` for a device')
  expect(made.exitCode).toBe(2)
})
