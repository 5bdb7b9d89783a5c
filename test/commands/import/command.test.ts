import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'

/** As published by the ILACS scrape tool (MIT), with inspectors' names blanked; facts from Ofsted's reports. */
const history = readFileSync(new URL('./ofsted-inspections-to-2023.csv', import.meta.url), 'utf8')
const [head = '', ...lines] = history.trimEnd().split(/\r?\n/)

const TODAY = ['--today', '2026-11-21']
const HEAD =
  'local_authority,publication_date,inspection_framework,inspection_start_date,inspection_end_date,inspection_link,overall_effectiveness_grade'
const LEEDS = 'leeds,09/05/22,short,21/03/2022,25/03/2022,https://example.org/1,outstanding'

type Files = Record<string, string>
type Run = Awaited<ReturnType<typeof plandue>>

function bringIn(csv: string, files: Files = {}, args: string[] = []) {
  return plandue(['import', 'data.csv', ...TODAY, ...args], {
    files: { 'data.csv': csv, ...files },
  })
}
const rows = (...all: string[]) => [HEAD, ...all, ''].join('\n')
const shape = ({ out }: Run) => JSON.parse(out)
const asJson = async (csv: string, files: Files = {}, args: string[] = []) =>
  shape(await bringIn(csv, files, [...args, '-f', 'json']))
function filesOf({ files }: Run): Files {
  return Object.fromEntries([...files].map(([path, text]) => [path, String(text)]))
}
const records = (run: Run) => Object.keys(filesOf(run)).filter((path) => path.startsWith('plans/'))

describe('the 374 rows of the ILACS history', () => {
  let first: Run
  beforeAll(async () => {
    first = await bringIn(history, {}, ['-f', 'json'])
  })

  it('become records, or are told with the reason, and none is lost', () => {
    const { summary, complete } = shape(first)
    expect(complete).toBe(true)
    expect(summary).toEqual({
      rows: 374,
      new: 357,
      filled: 0,
      unchanged: 0,
      duplicate: 0,
      passedOver: 8,
      refused: 9,
      differences: 0,
      unreadCells: 0,
      closedStages: 357,
      filesToWrite: 357,
    })
    expect(records(first)).toHaveLength(357)
    expect(first.exitCode).toBe(1)
  })

  it('are refused only where nobody can tell the framework', () => {
    const refused = shape(first).rows.filter(
      ({ outcome }: { outcome: string }) => outcome === 'refused',
    )
    expect(refused.map(({ line, why }: { line: number; why: string }) => [line, why])).toEqual(
      [75, 128, 188, 210, 245, 263, 328, 331, 344].map((line) => [
        line,
        expect.stringContaining('inspection_framework is empty'),
      ]),
    )
  })

  it('give records that a check finds sound, with nobody overdue', async () => {
    const { exitCode, out, err } = await plandue(['check', ...TODAY, '-f', 'json'], {
      files: filesOf(first),
    })
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [],
      summary: { records: 357, items: 357, closed: 357 },
    })
  })

  it('change nothing when they are brought in again', async () => {
    const again = await bringIn(history, filesOf(first), ['-f', 'json'])
    expect(shape(again).summary).toMatchObject({ new: 0, unchanged: 357, filesToWrite: 0 })
    expect(filesOf(again)).toEqual(filesOf(first))
  })

  it('give the same records in any order, and with other columns around', async () => {
    const turned = lines.toReversed().map((line) => `x,${line},y`)
    const { files } = await bringIn([`id,${head},note`, ...turned].join('\r\n'))
    const { 'data.csv': _, ...expected } = filesOf(first)
    expect(Object.fromEntries(files)).toMatchObject(expected)
  })

  it('agree with the shipped records, which stay as they are', async () => {
    const run = await bringIn(history, shippedPlans(), ['-f', 'json'])
    expect(shape(run).summary).toMatchObject({ new: 349, unchanged: 8, differences: 0 })
    expect(filesOf(run)).toMatchObject(shippedPlans())
    expect(records(run)).not.toContain('plans/bournemouth-christchurch-and-poole-2022.yaml')
    // The spelling of a record that exists goes first.
    expect(run.files.get('plans/nottinghamshire-2015.yaml')).toContain(
      'authority: Nottinghamshire County Council\n',
    )
  })

  it.each([
    ['surrey-2015', 'published: 2015-06-03', 'it is the first of two in one year'],
    ['surrey-2015-08', 'published: 2015-08-03', 'it is the second'],
    ['kingston-upon-hull-2019', 'authority: Kingston upon Hull Council', 'it is a file name'],
    ['doncaster-2018', 'framework: sif', 'the visit was in 2017, before ILACS began'],
    ['wiltshire-2019', 'framework: ilacs-standard # the data set says only', 'the visit was long'],
    ['norfolk-2015', '# The data set does not have the days of the visit.', 'they are not there'],
    [
      'nottingham-2019',
      'helpAndProtection: requires improvement\n',
      'a word too many stands there',
    ],
    ['birmingham-2023', 'careLeavers: good', 'it is a judgement of its own since 2023'],
    ['birmingham-2019', 'inCare: requires improvement # one judgement for', 'before, it was one'],
  ])('give %s a line `%s`, because %s', (id, line, _because) => {
    expect(first.files.get(`plans/${id}.yaml`)).toContain(line)
  })

  it('are written like this', () => {
    expect(first.files.get('plans/bath-and-north-east-somerset-2022.yaml')).toBe(
      `# yaml-language-server: $schema=../.plandue/record.schema.json
authority: Bath and North East Somerset Council
framework: ilacs-short
visited: { from: 2022-02-28, to: 2022-03-04 }
published: 2022-04-19
source: https://files.ofsted.gov.uk/v1/file/50181505
judgements:
  overall: good
  leaders: good
  helpAndProtection: good
  inCare: good # one judgement for children in care and care leavers
plan:
  final:
    closed:
      on: 2022-07-29 # the due day, counted from publication
      reason: No public source tells when the statement was sent.
notes: >-
  From a public table of Ofsted's reports, which reads them by program and tells a standard from a short
  inspection by the length of the visit: https://github.com/data-to-insight/ofsted-ilacs-scrape-tool
`,
    )
  })
})

describe('what an import makes of a row', () => {
  it.each([
    [LEEDS, 'ilacs-short', 'it says so'],
    [LEEDS.replace('short', 'Short Inspection'), 'ilacs-short', 'spelling makes no difference'],
    [LEEDS.replace('short', 'ILACS-Standard'), 'ilacs-standard', 'likewise'],
    [LEEDS.replace('short', 'focused visit'), 'ilacs-focused-visit', 'a newer list can have them'],
    [LEEDS.replace('short', 'JTAI'), 'jtai', 'likewise'],
    [LEEDS.replace('09/05/22', '2022-05-09'), 'ilacs-short', 'days can have the standard form'],
    ['leeds,23/03/15,,,,,', 'sif', 'there was nothing else in 2015'],
    ['leeds,19/01/18,standard,06/11/2017,10/11/2017,,', 'sif', 'ILACS began in 2018'],
  ])('of %s is %s, because %s', async (row, framework, _because) => {
    const { rows: all } = await asJson(rows(row))
    expect(all).toMatchObject([{ outcome: 'new', framework }])
  })

  it.each([
    ['york,31/02/22,short,,,,', 'the calendar has no such day', null, 'February is short'],
    ['york,11/19/21,short,,,,', 'no such day', '2021-11-19', 'the month stands first'],
    ['york,19/11/27,short,,,,', 'in the future', null, 'two digits are never in the future'],
    ['york,nonsense,short,,,,', 'not a date like', null, 'it is none'],
    ['york,,short,,,,', 'neither a visit date', null, 'nothing can be counted'],
    ['york,09/05/22,short,25/03/2022,21/03/2022,,', 'ends on', null, 'a visit has an order'],
    [
      'york,09/05/22,odd,,,,',
      'no rule of the mapping matches this row',
      null,
      'the kind is not known',
    ],
    [',09/05/22,short,,,,', 'local_authority is empty', null, 'it is of nobody'],
    ['york,09/05/22,short', 'it has 3 fields', null, 'the row is broken'],
    [
      'le\u202Eeds,09/05/22,short,,,,',
      'control or invisible characters',
      null,
      'it turns what is read',
    ],
    ['a\u0000b,09/05/22,short,,,,', 'control or invisible characters', null, 'it is no text'],
    ['…,09/05/22,short,,,,', 'no id can be derived', null, 'nothing is left of the name'],
    [`${'x'.repeat(300)},09/05/22,short,,,,`, '300 characters', null, 'it is no name'],
  ])('%s is refused: %s, meaning %s, because %s', async (row, why, likely, _because) => {
    const run = await bringIn(rows(LEEDS.replace('09/05', '19/05'), row), {}, ['-f', 'json'])
    expect(run.exitCode).toBe(1)
    expect(shape(run).rows[1]).toMatchObject({
      line: 3,
      outcome: 'refused',
      why: expect.stringContaining(why),
      likely,
    })
    expect(records(run)).toEqual(['plans/leeds-2022.yaml'])
  })

  it('takes no day that could have the month first, where another one has', async () => {
    const { rows: all } = await asJson(
      rows('leeds,03/04/21,short,,,,', 'york,11/19/21,short,,,,', 'hull,25/05/21,short,,,,'),
    )
    expect(all).toMatchObject([
      { outcome: 'refused', why: expect.stringContaining('so this one is ambiguous') },
      { outcome: 'refused', likely: '2021-11-19' },
      { outcome: 'new' },
    ])
  })

  it.each([
    '../../etc/passwd',
    '..\\..\\windows',
    '/etc/passwd',
    'CON',
    '~root',
    '$(rm -rf)',
    '-rf',
    'a/../../b',
    '.git',
  ])('stays in the folder of records whatever the name: %s', async (name) => {
    const run = await bringIn(rows(LEEDS.replace('leeds', name)))
    expect(run.exitCode).toBe(0)
    expect(records(run)).toHaveLength(1)
    expect(records(run)[0]).toMatch(/^plans\/[a-z0-9-]+-2022\.yaml$/)
    expect([...run.files.keys()].filter((path) => !path.startsWith('plans/')).sort()).toEqual([
      '.plandue/record.schema.json',
      'data.csv',
    ])
  })

  it.each([
    ['"- a: b # c"', '- a: b # c'],
    ['"{x}, [y]"', '{x}, [y]'],
    ['!tag', '!tag'],
    ['&anchor', '&anchor'],
    ['yes', 'yes'],
    ['2019-05-01', '2019-05-01'],
  ])('quotes a source %s so that it is read as it is', async (cell, source) => {
    const run = await bringIn(rows(LEEDS.replace('https://example.org/1', cell)))
    const check = await plandue(['export', '-f', 'json'], { files: filesOf(run) })
    expect(JSON.parse(check.out).records[0]).toMatchObject({ source })
  })

  it('leaves out a judgement that it does not know, and says so', async () => {
    const run = await bringIn(rows(LEEDS.replace('outstanding', 'superb')))
    expect(run.exitCode).toBe(0)
    expect(run.out).toContain(
      'Remarks (1)\nline 2: leeds-2022: overall_effectiveness_grade is `superb`, which the mapping does not know\n',
    )
  })

  it('tells of letters that were read in another encoding, in new records and in those that exist', async () => {
    const remark = '`GÃ¢r` looks like `Gâr`, once read in another encoding than UTF-8'
    const csv = rows('Cyngor Gwynfryn GÃ¢r,09/05/22,short,,,,', LEEDS.replace('1,', '1?GÃ¢r,'))
    const ours = 'authority: Leeds Council\nframework: ilacs-short\npublished: 2022-05-09\n'
    const { rows: all } = await asJson(csv, { 'plans/ours.yaml': ours })
    expect(all).toMatchObject([
      { outcome: 'new', remarks: [remark] },
      { outcome: 'filled', remarks: [remark.replaceAll('`G', '`https://example.org/1?G')] },
    ])
  })

  it('tells when days are in an odd order', async () => {
    const { rows: all } = await asJson(rows('leeds,09/05/22,short,21/06/2022,25/06/2022,,'))
    expect(all).toMatchObject([{ outcome: 'new', remarks: ['`published` is before `visited`'] }])
  })
})

describe('rows for one inspection', () => {
  it('are merged: a later one fills what the first lacks, and a difference is told', async () => {
    const bare = 'leeds,09/05/22,short,,,,good'
    const run = await bringIn(rows(LEEDS.replace('outstanding', ''), bare, LEEDS), {}, [
      '-f',
      'json',
    ])
    expect(shape(run)).toMatchObject({
      summary: { rows: 3, new: 1, duplicate: 2, differences: 1 },
      rows: [
        { outcome: 'new' },
        { outcome: 'duplicate', sameAsLine: 2, added: ['judgements.overall'] },
        {
          outcome: 'duplicate',
          differences: [{ key: 'judgements.overall', record: 'good', file: 'outstanding' }],
        },
      ],
    })
    expect(run.files.get('plans/leeds-2022.yaml')).toContain('  overall: good\n')
  })

  it('are told apart by their days', async () => {
    const other = LEEDS.replaceAll('/22', '/22').replace('09/05', '10/10').replace('/1,', '/2,')
    const run = await bringIn(
      rows(other.replace('21/03', '01/08').replace('25/03', '05/08'), LEEDS),
    )
    expect(records(run).sort()).toEqual(['plans/leeds-2022-10.yaml', 'plans/leeds-2022.yaml'])
    expect(run.files.get('plans/leeds-2022.yaml')).toContain('published: 2022-05-09')
  })
})

describe('a record that exists', () => {
  const own = `# ours
authority: Leeds City Council   # in full
framework: ilacs-short
published: 2022-05-09
judgements:
  leaders: good  # as we read it
`
  it('gets what it lacks, and keeps every byte of what it has', async () => {
    const run = await bringIn(rows(LEEDS), { 'plans/ours.yaml': own }, ['-f', 'json'])
    expect(run.exitCode).toBe(0)
    expect(shape(run).rows).toMatchObject([
      { outcome: 'filled', record: 'ours', added: ['visited', 'source', 'judgements.overall'] },
    ])
    expect(run.files.get('plans/ours.yaml')).toBe(`# ours
authority: Leeds City Council   # in full
framework: ilacs-short
visited:
  from: 2022-03-21
  to: 2022-03-25
published: 2022-05-09
source: https://example.org/1
judgements:
  leaders: good  # as we read it
  overall: outstanding
`)
  })

  it('is never changed where it says something else, which is told', async () => {
    const text = `${own}  overall: good\nvisited: 2022-03\nsource: https://example.org/1\n`
    const run = await bringIn(rows(LEEDS), { 'plans/ours.yaml': text })
    expect(run.files.get('plans/ours.yaml')).toBe(text)
    expect(run.out).toContain(`Differences between record and file (1)
line 2: ours: visited is 2022-03 in the record, 2022-03-21 to 2022-03-25 in the file
ours: judgements.overall is good in the record, outstanding in the file
`)
  })

  it('is found by its report also where the row cannot tell the framework', async () => {
    const row = 'leeds,09/05/22,,,,https://example.org/1,good'
    expect((await bringIn(rows(row))).exitCode).toBe(1)
    const { rows: all } = await asJson(rows(row), {
      'plans/ours.yaml': `${own}source: https://example.org/1\n`,
    })
    expect(all).toMatchObject([{ outcome: 'filled', record: 'ours' }])
  })

  it.each([
    ['soon', null, 'it is no date'],
    ['44701', '2022-05-20', 'a spreadsheet stores 20 May 2022 as that number'],
    ['05/20/22', '2022-05-20', 'the month stands first'],
  ])(
    'gets the rest of a row of which a cell cannot be read: %s',
    async (cell, likely, _because) => {
      const row = `leeds,09/05/22,short,${cell},25/03/2022,https://example.org/1,outstanding`
      const text = `${own}source: https://example.org/1\n`
      const run = await bringIn(rows(row), { 'plans/ours.yaml': text }, ['-f', 'json'])
      expect(run.exitCode).toBe(1)
      expect(shape(run)).toMatchObject({
        summary: { filled: 1, refused: 0, unreadCells: 1 },
        rows: [
          {
            outcome: 'filled',
            // Half a visit would be another one.
            added: ['judgements.overall'],
            unread: [
              { why: expect.stringContaining(`inspection_start_date is \`${cell}\``), likely },
            ],
          },
        ],
      })
    },
  )

  it('gets nothing of such a row where the row says something else', async () => {
    const row = 'leeds,09/05/22,short,soon,,https://example.org/1,good'
    const text = `${own}  overall: outstanding\nsource: https://example.org/1\n`
    const run = await bringIn(rows(row), { 'plans/ours.yaml': text }, ['-f', 'json'])
    expect(run.files.get('plans/ours.yaml')).toBe(text)
    expect(shape(run).rows).toMatchObject([
      { outcome: 'refused', why: expect.stringContaining('inspection_start_date is `soon`') },
    ])
  })

  it('says in words which cell was not read', async () => {
    const row = 'leeds,09/05/22,short,44701,,https://example.org/1,'
    const text = `${own}source: https://example.org/1\n`
    const { out } = await bringIn(rows(row), { 'plans/ours.yaml': text }, ['-q'])
    expect(out).toBe(
      'Cells not read (1)\nline 2: ours: inspection_start_date is `44701`: it is the number by which a spreadsheet stores a date: did you mean 2022-05-20?; the rest of the row agrees with the record\n',
    )
  })

  it('is not made a second time where it cannot be read', async () => {
    const run = await bringIn(rows(LEEDS), { 'plans/leeds-2022.yaml': 'authority: Leeds\n' })
    expect(run.exitCode).toBe(1)
    expect(run.out).toMatch(/^Incomplete: 1 file with errors, .*: plans\/leeds-2022.yaml\n/)
    expect(run.out).toContain('the record `leeds-2022` has errors')
    expect(records(run)).toEqual(['plans/leeds-2022.yaml'])
  })

  it('keeps its name for another inspection, whatever its capitals', async () => {
    const text = own.replace('Leeds City', 'Other')
    const run = await bringIn(rows(LEEDS), { 'plans/LEEDS-2022.yml': text })
    expect(records(run)).toEqual(['plans/LEEDS-2022.yml', 'plans/leeds-2022-05.yaml'])
  })
})

describe('the options of import', () => {
  it('--dry-run tells all, and writes nothing', async () => {
    const run = await bringIn(rows(LEEDS), {}, ['--dry-run'])
    expect(records(run)).toEqual([])
    expect(run.out).toBe(`Import of data.csv by ilacs-history, as at Saturday 21 November 2026

New (1)
leeds-2022: Monday 9 May 2022, ilacs-short

1 row: 1 new, 0 filled, 0 unchanged, 0 duplicates, 0 skipped, 0 refused

Not in the file: the column impact_of_leaders_grade
Not in the file: the column help_and_protection_grade
Not in the file: the column in_care_grade
Not in the file: the column care_leavers_grade
Closed: 1 stage past the due day with no known submission (see --keep-open)

Nothing was written (--dry-run): 1 record would be written in plans
`)
  })

  it('--keep-open leaves what is past to be overdue', async () => {
    const run = await bringIn(rows(LEEDS), {}, ['--keep-open'])
    expect(run.files.get('plans/leeds-2022.yaml')).not.toContain('closed')
    expect((await plandue(['check', ...TODAY], { files: filesOf(run) })).exitCode).toBe(1)
  })

  it('--today decides what is past', async () => {
    const run = await bringIn(rows(LEEDS), {}, ['--today', '2022-08-17'])
    expect(run.files.get('plans/leeds-2022.yaml')).not.toContain('closed')
    const later = await bringIn(rows(LEEDS), {}, ['--today', '2022-08-18'])
    expect(later.files.get('plans/leeds-2022.yaml')).toContain('on: 2022-08-17')
  })

  it('--into chooses a folder in that of the records', async () => {
    const run = await bringIn(rows(LEEDS), {}, ['--into', 'plans/ofsted'])
    expect(records(run)).toEqual(['plans/ofsted/leeds-2022.yaml'])
    expect(await bringIn(rows(LEEDS), filesOf(run))).toMatchObject({
      out: expect.stringContaining('1 unchanged'),
    })
  })

  it.each(['..', '/tmp', 'other', 'plans/../..', 'plans/a b'])(
    '--into refuses %s',
    async (folder) => {
      const run = await bringIn(rows(LEEDS), {}, ['--into', folder])
      expect(run).toMatchObject({
        exitCode: 2,
        err: expect.stringContaining('not a folder in `plans`'),
      })
    },
  )

  it('-q says only what needs somebody, -v all', async () => {
    const odd = 'york,31/02/22,short,,,,'
    expect((await bringIn(rows(LEEDS), {}, ['-q'])).out).toBe('')
    expect((await bringIn(rows(LEEDS, odd), {}, ['-q'])).out).toBe(
      'Refused (1)\nline 3: York Council: publication_date is `31/02/22`: the calendar has no such day\n',
    )
    expect((await bringIn(rows(LEEDS), {}, ['-v'])).out).toContain('New (1)\nleeds-2022: ')
  })

  it('--mapping takes a mapping of the user’s own', async () => {
    const mapping = `id: ours
title: Our list
columns: { authority: Council, published: Out on, title: [Topic, Theme] }
dates: [DD.MM.YYYY]
frameworks:
  - when: { column: Kind, is: [internal] }
    passOver: it is none of the inspectorate
  - when: {}
    framework: ilacs-focused-visit
submitted: { draft: Draft sent }
ids: ['{year}/{authority}-{framework}']
`
    const csv =
      'Theme;Council;Kind;Out on;Draft sent\nNeglect;Leeds;visit;12.01.2024;22.01.2024\nx;York;Internal;12.01.2024;\n'
    const run = await bringIn(csv, { 'ours.yaml': mapping }, ['--mapping', 'ours.yaml'])
    expect(run.out).toContain('1 row: it is none of the inspectorate (line 3)')
    expect(
      run.files.get('plans/2024/leeds-ilacs-focused-visit.yaml'),
    ).toBe(`# yaml-language-server: $schema=../../.plandue/record.schema.json
authority: Leeds
framework: ilacs-focused-visit
title: Neglect
published: 2024-01-12
plan:
  draft:
    submitted: 2024-01-22
`)
  })

  it.each(['received', 'sent', 'published', 'visitedFrom'])(
    'knows a record again of which it has only the day of `%s`',
    async (day) => {
      const mapping = `id: ours
title: Our list
columns: { authority: Council, ${day}: Day }
dates: [DD.MM.YYYY]
frameworks: [{ when: {}, framework: sif }]
ids: ['{authority}-{year}']
`
      const files = { 'ours.yaml': mapping }
      const args = ['--mapping', 'ours.yaml', '-f', 'json']
      const first = await bringIn('Council,Day\nLeeds,12.01.2024\n', files, args)
      const again = await bringIn('Council,Day\nLeeds,12.01.2024\n', filesOf(first), args)
      expect(shape(again).summary).toMatchObject({ new: 0, unchanged: 1 })
    },
  )

  it('takes at most 20,000 rows, and writes nothing of more', async () => {
    const many = `x,09/05/22,short,,,,\n`.repeat(20_001)
    const run = await bringIn(rows(many.trimEnd()))
    expect(run).toMatchObject({
      exitCode: 2,
      err: 'plandue: `data.csv` has more than 20,000 rows: import it in several files\n',
    })
    expect(records(run)).toEqual([])
  })

  it('says how far it has come, with records that are new and filled, and then with their files', async () => {
    const ours = 'authority: Leeds Council\nframework: ilacs-short\npublished: 2022-05-09\n'
    const csv = rows(LEEDS, 'york,11/09/21,short,,,,', 'hull,25/05/21,short,,,,')
    const whole = await bringIn(csv, { 'plans/ours.yaml': ours })
    const count = [0, 1, 2, 3]
    expect(whole.progress).toEqual([...count, ...count])
    const dry = await bringIn(csv, { 'plans/ours.yaml': ours }, ['--dry-run'])
    expect(dry.progress).toEqual(count)
  })

  it('reads standard input', async () => {
    const run = await plandue(['import', '-', ...TODAY], { input: rows(LEEDS) })
    expect(records(run)).toEqual(['plans/leeds-2022.yaml'])
  })

  it('writes the schema that new records name, where there is none', async () => {
    const run = await bringIn(rows(LEEDS))
    const schema = await plandue(['schema', 'record'])
    expect(run.files.get('.plandue/record.schema.json')).toBe(schema.out)
    expect((await bringIn(rows(LEEDS), {}, ['--dry-run'])).files.size).toBe(1)
    const nothingNew = await bringIn(rows(), filesOf(run))
    expect(filesOf(nothingNew)).toEqual(filesOf(run))
  })

  it('names the schema in the first line as the other records do', async () => {
    const other =
      '# yaml-language-server: $schema=../record.schema.json\nauthority: A\nframework: sif\npublished: 2015-01-01\n'
    const run = await bringIn(rows(LEEDS), { 'plans/a.yaml': other }, ['--into', 'plans/b'])
    expect(run.files.get('plans/b/leeds-2022.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/record\.schema\.json\n/,
    )
    expect(run.files.has('.plandue/record.schema.json')).toBe(false)
  })
})

describe('the last line of an import', () => {
  it.each([
    [rows(LEEDS), {}, 'Written: 1 record in plans', 'there is a new one'],
    [rows('leeds,31/02/22,short,,,,'), {}, 'Nothing was written.', 'nobody can use the row'],
    [rows(), {}, 'Nothing was written: all of it is recorded already.', 'there are no rows'],
  ])('%#: is `$2`, because $3', async (csv, files, line, _because) => {
    expect((await bringIn(csv, files)).out.trimEnd().split('\n').at(-1)).toBe(line)
  })
})

describe('what import cannot use', () => {
  it.each([
    ['a,b\n1,2\n', [], 'no built-in mapping fits these columns', 'nothing fits'],
    [
      rows(LEEDS).replace('publication_date', 'publicationdate_'),
      [],
      'no column `publication_date` (`publicationdate_`?), and ilacs-history needs it',
      'one column is missing',
    ],
    [rows(LEEDS), ['--mapping', 'ilacs-hist'], 'did you mean `ilacs-history`?', 'it is mistyped'],
    [rows(LEEDS), ['--mapping', 'nix.yaml'], 'there is no file `nix.yaml`', 'it is not there'],
    [`${rows(LEEDS)}"open,\n`, [], 'data.csv:3: invalid CSV', 'a quote is open'],
    ['', [], 'data.csv:1: invalid CSV: the file is empty', 'nothing is in it'],
  ])('%#: ends with 2 and `$2`, because $3', async (csv, args, message, _because) => {
    const run = await bringIn(csv, {}, args)
    expect(run).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(message) })
    expect(records(run)).toEqual([])
  })

  it('ends with 2 where there is no such file', async () => {
    const run = await plandue(['import', 'nix.csv'])
    expect(run).toMatchObject({ exitCode: 2, err: 'plandue: there is no file `nix.csv`\n' })
  })

  it('ends with 3 where it may not write', async () => {
    const files = { 'data.csv': rows(LEEDS), '/denied/plandue.yaml': '', '/denied/plans/x': '' }
    const run = await plandue(['import', 'data.csv', '-c', '/denied/plandue.yaml'], { files })
    expect(run).toMatchObject({
      exitCode: 3,
      err: expect.stringContaining('permission denied; nothing was written'),
    })
  })
})
