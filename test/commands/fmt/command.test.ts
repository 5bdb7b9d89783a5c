import { describe, expect, it } from 'vitest'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const ODD = 'framework: sif\nauthority: A # the council\nreceived: "2024-01-12"\n'
const USUAL = 'authority: A # the council\nframework: sif\nreceived: 2024-01-12\n'
const RISKY = '{ framework: sif, # which?\n  authority: A, received: 2024-01-12 }\n'
const files = { 'plans/a.yaml': record(), 'plans/b.yaml': ODD }

describe('plandue fmt', () => {
  it('writes the records that are not in their usual form, and no others', async () => {
    const { exitCode, out, err, files: after } = await plandue(['fmt'], { files })
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toBe(`Formatted
  plans/b.yaml

2 records: 1 formatted
`)
    expect(Object.fromEntries(after)).toEqual({ ...files, 'plans/b.yaml': USUAL })
  })

  it('finds nothing to do the second time', async () => {
    const done = { ...files, 'plans/b.yaml': USUAL }
    const { exitCode, out } = await plandue(['fmt'], { files: done })
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: '2 records, all formatted\n' })
  })

  it.each([
    [['--check'], 1, 'Not formatted; plandue fmt would change\n  plans/b.yaml\n'],
    [['--check', 'plans/a.yaml'], 0, '1 record, all formatted\n'],
    [['--check', '-q'], 1, 'plans/b.yaml\n'],
    [['--dry-run'], 0, '-received: "2024-01-12"\n'],
    [['--check', '-v'], 1, '-received: "2024-01-12"\n'],
    [['--dry-run', '-f', 'json', '--today', '2024-02-01'], 0, '"today": "2024-02-01"'],
  ])('%j exits with %i, tells %j, and writes nothing', async (args, exitCode, told) => {
    const result = await plandue(['fmt', ...args], { files })
    expect(result).toMatchObject({ exitCode, out: expect.stringContaining(told) })
    expect(Object.fromEntries(result.files)).toEqual(files)
  })

  it.each<[Record<string, string>, string, string]>([
    [{ '../.git/config': '' }, 'a/plans/b.yaml', 'the root of the repository is one above'],
    [{ '../../.git/config': '' }, 'a/repository/plans/b.yaml', 'it is two above'],
    [{}, 'a/plans/b.yaml', 'the settings stand for it where there is none'],
  ])('with %j names the file in a diff `%s`, because %s', async (git, path, _because) => {
    const world = { '../plandue.yaml': 'records: plans\n', '../plans/b.yaml': ODD, ...git }
    const { out } = await plandue(['fmt', '--dry-run'], { files: world, cwd: '/repository/sub' })
    expect(out).toContain(`\n--- ${path}\n`)
  })

  it('tells programs which records changed, and which were left', async () => {
    const { exitCode, out } = await plandue(['fmt', '-f', 'json'], {
      files: { ...files, 'plans/c.yaml': RISKY },
    })
    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      today: '2024-02-05',
      outcome: 'written',
      complete: true,
      records: 3,
      changed: ['plans/b.yaml'],
      left: [
        {
          file: 'plans/c.yaml',
          line: 1,
          because: 'a comment is in the way of putting the keys in order',
        },
      ],
    })
  })

  it('says why a record is left', async () => {
    const { exitCode, out } = await plandue(['fmt'], { files: { 'plans/c.yaml': RISKY } })
    expect(exitCode).toBe(1)
    expect(out).toContain('plans/c.yaml:1: a comment is in the way')
  })

  it('ends where a record ends with a carriage return alone, which is a part of its last value', async () => {
    const text = 'framework: sif\nreceived: 2024-01-12\nauthority: A\r'
    const { files: after } = await plandue(['fmt'], { files: { 'plans/a.yaml': text } })
    expect(after.get('plans/a.yaml')).toBe(text)
  })

  it('says which records it cannot read, and does the others', async () => {
    const result = await plandue(['fmt'], { files: { ...files, 'plans/c.yaml': 'a: [\n' } })
    expect(result.exitCode).toBe(1)
    expect(result.out).toMatch(/^Incomplete: not read because of errors: plans\/c\.yaml\n/)
    expect(result.err).toContain('plans/c.yaml:1:4: error yaml-syntax')
    expect(result.files.get('plans/b.yaml')).toBe(USUAL)
  })

  it('has nothing to do for the shipped plans', async () => {
    const { exitCode } = await plandue(['fmt', '--check'], { files: shippedPlans() })
    expect(exitCode).toBe(0)
  })

  it('ends with 3 where it may not write', async () => {
    const world = { files: { '/denied/b.yaml': ODD } }
    expect(await plandue(['fmt', '/denied/b.yaml'], world)).toMatchObject({
      exitCode: 3,
      err: expect.stringContaining('permission denied'),
    })
  })
})
