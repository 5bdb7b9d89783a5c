import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const files = {
  'plans/leeds.yaml': record('actions:\n  - { id: A1, title: Audit, due: 2024-03-31 }\n'),
  'plans/lewes.yaml': 'x: [',
  'plans/two\nlines.yaml': record(),
}

describe('plandue complete', () => {
  it.each([
    [['items'], 'leeds\nlewes\n', 'faulty records have ids; no id is two lines'],
    [['items', 'lee'], 'leeds\n', 'how it begins'],
    [['items', 'leeds#'], 'leeds#draft\nleeds#final\nleeds#A1\n', 'the items of one record'],
    [['items', 'lewes#'], '', 'a faulty record has none'],
    [['items', 'york#'], '', 'there is no such record'],
    [['frameworks', 'ilacs-f'], 'ilacs-focused-visit\n', 'a framework'],
  ])('%j: %j, %s', async (args, out) => {
    const result = await plandue(['complete', ...args], { files })
    expect(result).toMatchObject({ exitCode: 0, err: '' })
    expect(result.out.split('\n').sort()).toEqual(out.split('\n').sort())
  })

  it.each([
    ['no folder of records', {}],
    ['a faulty configuration', { ...files, 'plandue.yaml': 'records: [' }],
  ])('is silent with %s', async (_what, world) => {
    expect(await plandue(['complete', 'items', 'l'], { files: world })).toMatchObject({
      exitCode: 0,
      out: '',
      err: '',
    })
  })

  it('is for shells, not for people', async () => {
    expect((await plandue(['--help'])).out).not.toMatch(/^ {2}complete /m)
  })
})
