import { describe, expect, it } from 'vitest'
import { formats } from '../../../src/reports/index.ts'
import { plandue } from '../../helpers/plandue.ts'
import { plandueIn, repository } from '../../helpers/repository.ts'
import { checkAs } from '../../helpers/workbook.ts'

const WYNN = 'St Wynn’s Marsh\u00A0and West Fenland Council'
const record = (authority: string, owner: string) => `authority: ${authority}
framework: ilacs-focused-visit
received: 2024-01-12
areasForPriorityAction: [{ id: P1, text: x }, { id: P2, text: Thresholds for Children’s Services }]
actions:
  - { id: A1, title: Audits, owner: ${owner}, answers: [P1, P2], due: 2024-03-28 }
  - { id: A2, title: Training, answers: [P1], due: 2024-04-28 }
`
const files = {
  'plans/north/wynn.yaml': record(WYNN, 'QA lead'),
  'plans/south/gar.yaml': record('Cyngor Gwynfryn Gâr', 'Head of Service'),
}
const BROKEN = { 'plans/broken.yaml': 'autority: x\n' }
const TODAY = ['--today', '2024-05-01']
const check = (args: string[], more = {}) =>
  plandue(['check', ...args, ...TODAY], { files: { ...files, ...more } })
const idsOf = async (args: string[]) => {
  const { out } = await check([...args, '-f', 'json'])
  return JSON.parse(out).items.map(({ id }: { id: string }) => id)
}

describe('a name in a filter', () => {
  it.each<[string, string, number, string]>([
    ['--authority', "wynn's marsh", 4, 'of an apostrophe and of case there is more than one kind'],
    ['--authority', 'Wynns', 4, 'import leaves apostrophes out too'],
    ['--authority', 'marsh and west', 4, 'a no-break space is a blank'],
    ['--authority', 'gwynfryn ga\u0302r', 4, 'the letter is the same in two characters'],
    ['--owner', 'qa  Lead ', 1, 'blanks are blanks'],
  ])('%s %j means %i items, because %s', async (option, value, number, _because) => {
    expect(await idsOf([option, value])).toHaveLength(number)
  })

  it('is still another one with other letters', async () => {
    expect((await check(['--authority', 'Gwynfryn Gar'])).exitCode).toBe(2)
  })

  it.each(['authority', 'owner', 'area', 'framework', 'stage'])(
    'is never empty: --%s',
    async (option) => {
      expect(await check([`--${option}`, ' '])).toMatchObject({
        exitCode: 2,
        err: expect.stringContaining('Expected a text.'),
      })
    },
  )
})

describe('a filter by area', () => {
  const all = ['north/wynn#A1', 'north/wynn#A2', 'south/gar#A1', 'south/gar#A2']
  it.each<[string[], string[], string]>([
    [['P1'], all, 'that is its id in both records'],
    [['p2'], ['north/wynn#A1', 'south/gar#A1'], 'case makes no difference'],
    [['south/gar#P1'], ['south/gar#A1', 'south/gar#A2'], 'it is that of one record'],
    [['childrens services'], ['north/wynn#A1', 'south/gar#A1'], 'it is a part of the text'],
    [['P2', 'north/wynn#P1'], ['north/wynn#A1', 'north/wynn#A2', 'south/gar#A1'], 'any will do'],
  ])('%j means %j, because %s', async (values, ids, _because) => {
    expect((await idsOf(values.flatMap((value) => ['--area', value]))).sort()).toEqual(ids)
  })
})

describe('a filter that matches nothing', () => {
  const ROWS: readonly [string, RegExp][] = [
    [
      '--authority Gwynfrin',
      /there is no record of an authority `Gwynfrin`: did you mean `Gwynfryn`\?/,
    ],
    ['--authority Wynn --authority Leeds', /authority `Leeds`: use one of `St Wynn’s .*`, `Cyngor/],
    ['--owner nobody', /nothing has an owner `nobody`: use one of `QA lead`, `Head/],
    ['--area P9', /no action answers an area `P9`: did you mean `P1`\?/],
    ['--area thresolds', /no action answers an area `thresolds`: did you mean `Thresholds`\?/],
    ['--framework sif', /there is no record of the framework `sif`: use `ilacs-focused-visit`/],
    ['--owner QA --authority Cyngor', /no item passes all of the filters/],
    ['north/wynn', /folder `north\/wynn`: did you mean `plans\/north\/wynn\.yaml`\?$/m],
    ['north/wynn#A1', /: did you mean `plans\/north\/wynn\.yaml`\?$/m],
    ['plans/nroth', /there is no file or folder `plans\/nroth`: did you mean `plans\/north`\?/],
  ]

  it.each(ROWS)('is a mistake: %s', async (line, words) => {
    for (const command of ['check', 'stats', 'forecast', 'export']) {
      const run = await plandue([command, ...line.split(' '), ...TODAY], { files })
      expect(run, command).toMatchObject({ exitCode: 2, out: '' })
      expect(run.err, command).toMatch(words)
    }
  })

  it('may be one only because records cannot be read: the report is incomplete then', async () => {
    for (const command of ['check', 'stats', 'forecast', 'export']) {
      const run = await plandue([command, '--owner', 'nobody', ...TODAY], {
        files: { ...files, ...BROKEN },
      })
      expect(run.exitCode, command).toBe(1)
      expect(run.out, command).toMatch(/incomplete: 1 /i)
    }
  })

  it('is no clean change either while records cannot be read', async () => {
    const repo = repository()
    repo.init()
    repo.commit('2024-01-15', { ...files, ...BROKEN })
    const args = ['check', '--base', 'HEAD', ...TODAY]
    expect((await plandueIn(repo.folder, args)).exitCode).toBe(0)
    expect((await plandueIn(repo.folder, [...args, '--owner', 'nobody'])).exitCode).toBe(1)
    repo.remove()
  })
})

describe('the filters that are active', () => {
  const args = [
    '--authority',
    'WYNN’S',
    '--owner',
    'qa LEAD',
    '--area',
    'NORTH/wynn#p2',
    '--status',
    'overdue',
    'plans/north',
  ]

  it.each(Object.keys(formats))('are named by %s', async (format) => {
    const { out } = await checkAs(format, [...args, ...TODAY], { files })
    for (const value of ['WYNN’S', 'qa LEAD', 'NORTH/wynn#p2', 'overdue', 'plans/north'])
      expect(out).toContain(value)
    expect(out).toMatch(/[Oo]nly authority|"filters":/)
  })

  it.each([
    ['stats', 'plain'],
    ['stats', 'csv'],
    ['stats', 'json'],
    ['forecast', 'plain'],
    ['forecast', 'json'],
    ['export', 'plain'],
    ['export', 'json'],
  ])('are named by %s as %s', async (command, format) => {
    const { out } = await plandue([command, '--owner', 'qa LEAD', '-f', format, ...TODAY], {
      files,
    })
    expect(out).toContain('qa LEAD')
  })

  it.each<[string[], string, string]>([
    [[], '', 'there is none'],
    [['plans'], '', 'that is where all records are'],
    [['./plans/'], '', 'that is the same folder'],
    [['plans/north'], ', only plans/north', 'others are left out'],
    [['plans/north', '-'], ', only plans/north or <stdin>', 'one of them is read from there'],
    [['plans/north', 'plans/north'], ', only plans/north', 'it is given twice'],
    [
      ['--authority', 'Wynn', '--authority', 'Gwynfryn', '--stage', 'draft'],
      ', only authority Wynn or Gwynfryn, stage draft',
      'one or the other, and more',
    ],
  ])('for %j are named %j, because %s', async (args, words, _because) => {
    const { out } = await check([...args, '-f', 'plain'])
    expect(out).toContain(`as at Wednesday 1 May 2024${words}\n`)
  })
})
