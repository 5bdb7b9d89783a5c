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

  it.each([
    ['expl', 'explain', 'a command'],
    ['', 'check', 'any command, where nothing is typed yet'],
    ['calendar\nupd', 'update', 'a command of a command'],
    ['check\n--fail', '--fail-on', 'an option'],
    ['check\n--fail-on\nat', 'at-risk', 'a choice of an option'],
    ['check\n--fail-on=at', '--fail-on=at-risk', 'the same in one word'],
    ['check\n-f\nsar', 'sarif', 'a format'],
    ['check\n--base\nHEAD\n--sta', '--status', 'an option after the value of another'],
    ['frameworks\nest', 'estyn', 'the id of a framework'],
    ['explain\nlee', 'leeds', 'the id of a record'],
    ['explain\nleeds#d', 'leeds#draft', 'the id of an item'],
    ['schema\nfr', 'framework', 'a choice of an argument'],
  ])('words: %j can become %s, %s', async (typed, word) => {
    const { out, err } = await plandue(['complete', 'words'], {
      files,
      env: { PLANDUE_WORDS: typed },
    })
    const found = out.split('\n').map((line) => line.split('\t')[0])
    expect(found).toContain(word)
    const last = typed.split('\n').at(-1) ?? ''
    expect(found.filter((one) => !one?.startsWith(last))).toEqual(last === '' ? [] : [''])
    expect(err).toBe('')
  })

  it('words: what is said of a command or an option comes with it', async () => {
    const env = { PLANDUE_WORDS: 'calendar\ndif' }
    const { out } = await plandue(['complete', 'words'], { env })
    expect(out).toBe(
      'diff\tshow which open items another list of bank holidays would move, and why\n',
    )
  })

  it.each([
    ['check\n-c\nle', 'a file: the shell looks for it'],
    ['due\n20', 'a text'],
    ['extend\nleeds#draft\n--reason\nle', 'the text of an option'],
  ])('words: nothing for %j, %s', async (typed) => {
    const result = await plandue(['complete', 'words'], { files, env: { PLANDUE_WORDS: typed } })
    expect(result).toMatchObject({ exitCode: 0, out: '', err: '' })
  })

  it('is for shells, not for people', async () => {
    expect((await plandue(['--help'])).out).not.toMatch(/^ {2}complete /m)
  })
})
