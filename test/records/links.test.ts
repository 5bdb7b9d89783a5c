import { describe, expect, it } from 'vitest'
import { type Link, linkFaults, linkOf } from '../../src/records/links.ts'
import { plandue, shippedPlans } from '../helpers/plandue.ts'
import { readCase } from './case.ts'

const place = (file: string) => ({ file, line: 4, column: 10, width: 1 })

/** Links written as `id follows other`, each with its date and its authority. */
function links(...all: readonly (readonly [link: string, date: string, authority?: string])[]) {
  return all.map(([link, date, authority = 'A']): Link => {
    const [id = '', follows] = link.split(' follows ')
    return { id, authority, date, follows: follows ? { id: follows, place: place(id) } : null }
  })
}

const said = (all: readonly Link[]) => linkFaults(all).map(({ file, code }) => `${file}: ${code}`)

describe('what a record follows', () => {
  it.each<[string, string[], Link[]]>([
    ['it is earlier', [], links(['a', '2022-03-25'], ['b follows a', '2024-01-12'])],
    ['it is of the same day', [], links(['a', '2024-01-12'], ['b follows a', '2024-01-12'])],
    ['it was not read', [], links(['b follows a', '2024-01-12'])],
    [
      'it is a day later',
      ['b: follows-later'],
      links(['a', '2024-01-13'], ['b follows a', '2024-01-12']),
    ],
    ['its month has earlier days', [], links(['a', '2024-01'], ['b follows a', '2024-01-12'])],
    [
      'no day of its month is earlier',
      ['b: follows-later'],
      links(['a', '2024-02'], ['b follows a', '2024-01-12']),
    ],
    [
      'it is later than each day of the month of b',
      ['b: follows-later'],
      links(['a', '2024-01-12'], ['b follows a', '2023-12']),
    ],
    [
      'it is of B, and b of A',
      ['b: follows-other-authority'],
      links(['a', '2022-03-25', 'B'], ['b follows a', '2024-01-12']),
    ],
    [
      'it is later, and of B',
      ['b: follows-other-authority', 'b: follows-later'],
      links(['a', '2025-03-25', 'B'], ['b follows a', '2024-01-12']),
    ],
    ['a record is not before itself', ['a: follows-itself'], links(['a follows a', '2022-03-25'])],
  ])('%s: %j', (_because, expected, all) => {
    expect(said(all)).toEqual(expected)
  })
})

describe('a circle', () => {
  it.each<[string, string, string, Link[]]>([
    [
      'the earlier one follows the later',
      'a',
      '`a`, `b`, `a`',
      links(['a follows b', '2022-03-25'], ['b follows a', '2024-01-12']),
    ],
    [
      'the earliest follows the latest',
      'a',
      '`a`, `c`, `b`, `a`',
      links(
        ['b follows a', '2022-03-25'],
        ['c follows b', '2023-03-25'],
        ['a follows c', '2021-03-25'],
      ),
    ],
    [
      'none is later, so the first to be read has it',
      'a',
      '`a`, `b`, `a`',
      links(['a follows b', '2022-03-25'], ['b follows a', '2022-03-25']),
    ],
    [
      'what leads into a circle is no part of it',
      'a',
      '`a`, `b`, `a`',
      links(
        ['z follows a', '2025-03-25'],
        ['a follows b', '2022-03-25'],
        ['b follows a', '2024-01-12'],
      ),
    ],
  ])('is said once, since %s: at %s, %s', (_because, file, ids, all) => {
    expect(linkFaults(all)).toMatchObject([
      { file, severity: 'warning', code: 'follows-circle', message: expect.stringContaining(ids) },
    ])
  })

  it('still says where it leads to another authority', () => {
    const all = links(['a follows b', '2022-03-25'], ['b follows a', '2024-01-12', 'B'])
    expect(said(all)).toEqual([
      'a: follows-circle',
      'a: follows-other-authority',
      'b: follows-other-authority',
    ])
  })

  it('is found wherever it lies, and however long it is', () => {
    const count = 2000
    const ring = Array.from({ length: count }, (_, number): [string, string] => [
      `r${number} follows r${(number + count - 1) % count}`,
      '2024-01-12',
    ])
    expect(said(links(...ring))).toEqual(['r0: follows-circle'])
  })
})

describe('the day of a record', () => {
  it.each([
    [
      'visited: 2023-11\npublished: 2024-01-12\nreceived: 2024-01-05',
      '2024-01-12',
      'the report is out',
    ],
    ['visited: 2023-11-20\nreceived: 2024-01-05', '2024-01-05', 'only its receipt is known'],
    ['visited: { from: 2024-07-30, to: 2024-07-31 }', '2024-07-30', 'no report is known'],
    ['visited: 2023-11', '2023-11', 'only the month of the visit is known'],
  ])('%j: %s, because %s', (dates, date, _because) => {
    const text = `authority: A\nframework: sif\n${dates}\n`
    expect(linkOf(readCase(text))).toEqual({ id: 'r', authority: 'A', date, follows: null })
  })

  it('is nothing where the record cannot be trusted', () => {
    expect(linkOf(readCase('authority: A\nframework: sif\npublished: soon\n'))).toBeUndefined()
  })
})

describe('plandue', () => {
  const of = (published: string, follows: string) =>
    `authority: A\nframework: sif\npublished: ${published}\nfollows: ${follows}\nplan: { final: { submitted: ${published} } }\n`
  const files = { 'plans/a.yaml': of('2022-03-25', 'b'), 'plans/b.yaml': of('2024-01-12', 'a') }

  it.each(['check', 'timeline'])(
    '%s warns of a link where it stands, and is none the worse',
    async (command) => {
      const { exitCode, err } = await plandue([command], { files })
      expect(exitCode).toBe(0)
      expect(
        err,
      ).toBe(`plans/a.yaml:4:10: warning follows-circle: the records follow each other in a circle: \`a\`, \`b\`, \`a\`
    4 | follows: b
      |          ^
       hint: delete \`follows\` in the earliest of them, or name one that is earlier still

`)
    },
  )

  it.each(['check', 'timeline'])('%s is silent where a comment says why', async (command) => {
    const comment = '# plandue-ignore-next-line follows-circle -- the ids were given by others\n'
    const ignored = {
      ...files,
      'plans/a.yaml': files['plans/a.yaml'].replace('follows', `${comment}follows`),
    }
    expect((await plandue([command], { files: ignored })).err).not.toContain('follows-circle')
  })

  it.each(['check', 'timeline'])('%s has nothing to say of the shipped plans', async (command) => {
    const world = { files: shippedPlans(), today: '2026-11-21' }
    expect(await plandue([command], world)).toMatchObject({
      exitCode: 0,
      err: expect.not.stringContaining('warning'),
    })
  })
})
