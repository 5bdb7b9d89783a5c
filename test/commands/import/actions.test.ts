import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const TODAY = ['--today', '2024-03-05']
const PLAN = record(
  `areasForImprovement: [{ id: I1, text: Supervision }]
actions:
  # promised to the board
  - { id: A1, title: Audit of strategy discussions, owner: QA lead, answers: [P1], due: 2024-03-31 }
  - id: A2
    title: >-
      Weekly
      supervision
    due: 2024-12-01
    expected: 2024-12-10
    progress:
      - { on: 2024-02-16, note: "Tool agreed", percent: 40, by: Head }
    extensions:
      - { to: 2024-12-20, on: 2024-02-20, by: Board, reason: No auditor }
  - { id: A3, title: Training, due: 2024-02-01, done: 2024-01-30, evidence: papers/a3.pdf }
  - { id: A4, title: Post, due: 2024-04-30, blocked: Not funded }
  - { id: A5, title: Old, due: 2024-04-30, closed: { on: 2024-02-01, reason: Replaced } }
`,
  { published: 'received: 2024-01-05' },
)
const FILES = { 'plans/a.yaml': PLAN, 'papers/a3.pdf': '', 'papers/new.pdf': '' }

/** A sheet of actions as CSV: names of columns, and rows of cells. */
const csv = (...rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
type More = {
  args?: readonly string[]
  answers?: readonly string[]
  files?: Record<string, string>
}
async function bringIn(text: string, { args = [], answers, files = FILES }: More = {}) {
  const run = await plandue(['import', 'in.csv', ...TODAY, ...args], {
    files: { ...files, 'in.csv': text },
    ...(answers ? { answers } : {}),
  })
  return { ...run, plan: String(run.files.get('plans/a.yaml')) }
}
const asJson = async (text: string, more: More = {}) => {
  const run = await bringIn(text, { ...more, args: [...(more.args ?? []), '-f', 'json'] })
  return { ...run, json: JSON.parse(run.out) }
}
/** What comes of one cell of the row of an action. */
async function cellOf(item: string, column: string, value: string, more: More = {}) {
  const { json, plan, exitCode } = await asJson(csv(['item', column], [item, value]), more)
  return { cells: json.rows[0].cells, row: json.rows[0], plan, exitCode }
}
/** The lines of the plan that are new. */
const added = (plan: string) => {
  const old = PLAN.split('\n')
  return plan.split('\n').filter((line) => !old.includes(line))
}

describe('a cell that is filled in', () => {
  it.each([
    ['A1', 'done', '01/03/2024', 'due: 2024-03-31, done: 2024-03-01 }', 'a British day'],
    ['A1', 'done', '12/01/2024', 'due: 2024-03-31, done: 2024-01-12 }', 'the day stands first'],
    ['A1', 'done', '1 Mar 2024', 'due: 2024-03-31, done: 2024-03-01 }', 'so an export shows it'],
    [
      'A1',
      'percent',
      '40%',
      'progress: [{ on: 2024-03-05, percent: 40 }] }',
      'the note is of today',
    ],
    ['A1', 'percent', '0.4', 'progress: [{ on: 2024-03-05, percent: 40 }] }', 'so it is stored'],
    ['A1', 'percent', '40', 'progress: [{ on: 2024-03-05, percent: 40 }] }', 'so some write it'],
    [
      'A1',
      'note',
      'All read',
      'progress: [{ on: 2024-03-05, note: All read }] }',
      'it is an entry',
    ],
    [
      'A1',
      'evidence',
      'papers/new.pdf',
      'evidence: papers/new.pdf }',
      'it can come before the day',
    ],
    [
      'A1',
      'evidence',
      'https://x.uk/a',
      'evidence: https://x.uk/a }',
      'an address may lead anywhere',
    ],
    ['A1', 'expected', '10/04/2024', 'expected: 2024-04-10 }', 'it is the forecast of the owner'],
    ['A1', 'blocked by', 'No auditor', 'blocked: No auditor }', 'it stands in the way'],
    ['A4', 'owner', 'Head', 'title: Post, owner: Head, due', 'nobody was'],
    ['A2', 'percent', '60%', '      - { on: 2024-03-05, percent: 60 }', 'it is more than before'],
  ])(
    'of %s under %s with %j is written as `%s`, because %s',
    async (item, column, value, line, _because) => {
      const { cells, plan, exitCode } = await cellOf(`a#${item}`, column, value)
      expect(cells).toMatchObject([{ label: column, outcome: 'added', record: null, why: null }])
      expect(added(plan).join('\n')).toContain(line)
      expect(added(plan)).toHaveLength(1)
      expect(exitCode).toBe(0)
    },
  )

  it.each([
    ['A1', 'owner', 'Head', 'owner: Head,', 'somebody else was named'],
    ['A3', 'done', '31/01/2024', 'done: 2024-01-31', 'it was done on another day'],
    ['A3', 'evidence', 'papers/new.pdf', 'evidence: papers/new.pdf', 'something else shows it'],
    ['A2', 'expected', '15/12/2024', 'expected: 2024-12-15', 'it was expected earlier'],
    ['A4', 'blocked by', 'No post', 'blocked: No post', 'something else was in the way'],
    ['A2', 'percent', '20%', '- { on: 2024-03-05, percent: 20 }', 'it was further'],
  ])(
    'of %s under %s with %j changes the record with --update alone, because %s',
    async (...row) => {
      const [item, column, value, line] = row
      const before = await cellOf(`a#${item}`, column, value)
      expect(before.cells).toMatchObject([{ outcome: 'pending', record: expect.any(String) }])
      expect(before.plan).toBe(PLAN)
      expect(before.exitCode).toBe(1)
      const after = await cellOf(`a#${item}`, column, value, { args: ['--update'] })
      expect(after.cells).toMatchObject([{ outcome: 'changed' }])
      expect(added(after.plan).join('\n')).toContain(line)
      expect(after.exitCode).toBe(0)
    },
  )

  it.each([
    ['A1', 'owner', 'QA  lead', 'blanks are lost in a sheet'],
    ['A2', 'note', 'Tool agreed', 'it is recorded already'],
    ['A2', 'percent', '40%', 'nothing has changed since'],
    ['A2', 'due', '20/12/2024', 'it is the due date'],
    ['A2', 'due', '01/12/2024', 'the sheet is older than the extension'],
    ['A2', 'due', '20/12/24', 'a spreadsheet shows two digits of the year'],
    ['A2', 'due', '01-Dec-24', 'it does so with a month as a word too'],
    ['A2', 'expected', '10/12/24', 'it is expected then'],
    ['A3', 'done', 'yes', 'the record has the day'],
    ['A2', 'action', 'Weekly supervision', 'it is folded in the record'],
    ['A5', 'closed', '01/02/2024', 'the record says so'],
    ['A1', 'status', 'overdue', 'it follows from the days'],
    ['A1', 'blocked by', 'No', 'nothing stands in its way'],
    ['A1', 'blocked by', 'n/a', 'so people leave a cell empty'],
    ['A4', 'blocked by', 'tbc', 'it takes nothing back'],
    ['A1', 'note', '-', 'there is no news'],
    ['A1', 'note', '–', 'a word processor makes such a dash'],
    ['A1', 'note', 'None', 'capitals make no difference'],
    ['A1', 'evidence', 'N/A', 'nothing shows it yet'],
    ['A1', 'owner', 'TBC', 'somebody is named, and nobody else'],
    ['A1', 'done', 'No', 'it is not done in the record either'],
    ['A1', 'expected', 'tbc', 'nobody knows yet'],
    ['A1', 'percent', 'nil', 'it is no number'],
  ])(
    'of %s under %s with %j asks for nothing, because %s',
    async (item, column, value, _because) => {
      const { row, plan, exitCode } = await cellOf(`a#${item}`, column, value)
      expect(row).toMatchObject({ outcome: 'unchanged', cells: [], why: null })
      expect(plan).toBe(PLAN)
      expect(exitCode).toBe(0)
    },
  )

  it.each([
    ['A1', 'done', 'yes', 'write the day on which it was done'],
    [
      'A1',
      'done',
      '45231',
      'the number by which a spreadsheet stores a date: did you mean 2023-11-01?',
    ],
    ['A1', 'done', '31/02/2024', 'the calendar has no such day'],
    [
      'A1',
      'done',
      '06/03/2024',
      'is in the future: today is Tuesday 5 March 2024: correct the cell, or the record in plans/a.yaml:',
    ],
    ['A2', 'due', '21/12/24', 'its year has two digits, and Saturday 21 December 2024 is in the'],
    [
      'A1',
      'expected',
      '10/04/24',
      'its year has two digits, and Wednesday 10 April 2024 is in the',
    ],
    ['A1', 'done', '#REF!', 'it is `#REF!`'],
    ['A1', 'note', '#N/A', 'an error of the spreadsheet'],
    ['A1', 'note', 'a\u202eb', 'has control or invisible characters'],
    ['A1', 'note', 'x'.repeat(10_001), 'has 10001 characters'],
    ['A1', 'percent', 'half', 'write one, such as 40%'],
    ['A1', 'percent', '140', 'not a whole number from 0 to 100'],
    ['A1', 'percent', '1', 'it can mean 1% or all of it: write 1% or 100%'],
    ['A1', 'evidence', 'papers/none.pdf', 'add the file first'],
    ['A1', 'evidence', '../secret', 'leads out of the repository'],
    ['A1', 'status', 'Done', 'write the day on which it was done under done'],
    [
      'A4',
      'blocked by',
      'None',
      'it is `None`, but `Not funded` in the record: if that no longer holds, use `plandue unblock a#A4`',
    ],
    [
      'A3',
      'done',
      'no',
      'it is `no`, but `Tuesday 30 January 2024` in the record: if that no longer holds, delete it there by hand',
    ],
    ['A1', 'closed', '01/03/2024', 'by `plandue close a#A1 --reason …`'],
    [
      'A1',
      'due',
      '30/04/2024',
      'to move it, write under moved by who agreed, and under reason for move why',
    ],
    ['A3', 'expected', '10/04/2024', 'it was done on Tuesday 30 January 2024'],
    ['A5', 'done', '01/03/2024', 'it was closed on Thursday 1 February 2024'],
  ])('of %s under %s with %j is refused: `%s`', async (item, column, value, why) => {
    const { cells, plan, exitCode } = await cellOf(`a#${item}`, column, value, {
      args: ['--update'],
    })
    expect(cells).toMatchObject([{ outcome: 'refused', why: expect.stringContaining(why) }])
    expect(plan).toBe(PLAN)
    expect(exitCode).toBe(1)
  })
})

describe('a due date', () => {
  const moved = (due: string, by: string, reason: string, item = 'a#A1') =>
    csv(['item', 'due', 'moved by', 'reason for move'], [item, due, by, reason])

  it('is moved by an extension, and what was promised stays', async () => {
    const { json } = await asJson(moved('30/04/2024', 'Board', 'No auditor'))
    expect(json.rows[0].cells).toMatchObject([
      { outcome: 'pending', record: '2024-03-31', sheet: '2024-04-30' },
    ])
    const { plan } = await bringIn(moved('30/04/2024', 'Board', 'No auditor'), {
      args: ['--update'],
    })
    expect(added(plan)).toEqual([
      expect.stringContaining(
        'due: 2024-03-31, extensions: [{ to: 2024-04-30, on: 2024-03-05, by: Board, reason: No auditor }] }',
      ),
    ])
  })

  it.each([
    [
      '31/01/2025',
      'Board',
      'No auditor',
      'a#A2',
      'write under moved by',
      'they are those of the last move',
    ],
    ['30/04/2024', '', 'No auditor', 'a#A1', 'write under moved by', 'nobody agreed'],
    ['20/03/2024', 'Board', 'Sooner', 'a#A1', 'it is already due as late as', 'it is earlier'],
  ])(
    'of %s, by %j because of %j, for %s is refused: %s, because %s',
    async (due, by, reason, item, why, _because) => {
      const { json } = await asJson(moved(due, by, reason, item), { args: ['--update'] })
      expect(json.rows[0].cells).toMatchObject([
        { outcome: 'refused', why: expect.stringContaining(why) },
      ])
    },
  )
})

describe('a row', () => {
  it.each([
    ['a#A9', 'there is no `a#A9`: did you mean `a#A1`?'],
    ['A9', 'there is no `A9`'],
    ['b#A1', 'there is no record `b`'],
    ['broken#A1', 'its record plans/broken.yaml has errors: correct them first'],
    ['A8', '`A8` is an action of 2 records: write one of `c#A8`, `d#A8`'],
  ])('about %s is refused: %s', async (item, why) => {
    const one = record('actions: [{ id: A8, title: T, due: 2024-04-01 }]')
    const files = {
      ...FILES,
      'plans/broken.yaml': 'authority: [',
      'plans/c.yaml': one,
      'plans/d.yaml': one,
    }
    const { json } = await asJson(csv(['item', 'owner'], [item, 'x']), { files })
    expect(json.rows[0]).toMatchObject({ outcome: 'refused', why: expect.stringContaining(why) })
  })

  it.each([
    ['A4', 'one record alone has it'],
    ['a#a4', 'capitals make no difference'],
  ])('may call it %s, because %s', async (item, _because) => {
    const { plan } = await bringIn(csv(['item', 'owner'], [item, 'Head']))
    expect(plan).toContain('title: Post, owner: Head')
  })

  it('is refused where an action has two of them, and both are named', async () => {
    const { json, plan } = await asJson(
      csv(['item', 'owner'], ['a#A4', 'x'], ['a#A2', 'Ada'], ['A4', 'z']),
    )
    expect(json.rows.map(({ why }: { why: string }) => why)).toEqual([
      'it has another row, 4: leave one of them in the sheet',
      null,
      'it has another row, 2: leave one of them in the sheet',
    ])
    expect(added(plan)).toEqual(['    owner: Ada'])
  })

  it.each([
    [['a#A4', 'Ada', 'x'], ['a#A4', 'Ada', 'y'], 'nothing reads the other column'],
    [['a#A4', 'Ada', ''], ['a#A4', ' Ada ', ''], 'blanks make no difference'],
    [['a#A9', 'Ada', ''], ['a#A9', 'Ada', ''], 'one word of what is wrong will do'],
  ])('%j and once more %j are one row, because %s', async (first, second, _because) => {
    const head = ['item', 'owner', 'other']
    const twice = await asJson(csv(head, first, second))
    const once = await asJson(csv(head, first, ['', '', 'y']))
    expect(twice.json.summary).toEqual(once.json.summary)
    expect(twice.plan).toBe(once.plan)
  })

  it('of a new action that the sheet has twice adds one', async () => {
    const row = ['a', 'Once', '30/06/2024']
    const { json, plan } = await asJson(csv(['item', 'action', 'due'], row, row))
    expect(json.summary.rows).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 0 })
    const later = csv(['item', 'action', 'due'], ['a', 'Once', '30/06/24'])
    const again = await asJson(later, { files: { ...FILES, 'plans/a.yaml': plan } })
    expect(again.json.rows).toMatchObject([{ item: 'a#A6', outcome: 'unchanged' }])
  })

  it('is refused where it has the title of another action: some columns were sorted alone', async () => {
    const { json, plan } = await asJson(csv(['item', 'action', 'owner'], ['a#A4', 'Training', 'x']))
    expect(json.rows[0].why).toContain('action is `Training`, but `Post` in the record')
    expect(plan).toBe(PLAN)
  })

  it.each([
    ['item,note,owner\na#A4,Post filled, at last,Ada\n', 'a text with a comma in it'],
    ['item;note\na#A4;Post filled; at last\n', 'one with a semicolon, where that separates'],
  ])(
    'of %j is refused: nobody knows which field is which, because of %s',
    async (text, _because) => {
      const { json, plan, exitCode } = await asJson(text)
      expect(json.rows[0]).toMatchObject({
        outcome: 'refused',
        why: expect.stringMatching(/^it has \d fields, but the header has \d: a text with a comma/),
      })
      expect(plan).toBe(PLAN)
      expect(exitCode).toBe(1)
    },
  )

  it('may end in separators alone, as some spreadsheets write them', async () => {
    const { plan } = await bringIn('item,owner\na#A4,Ada,, \n')
    expect(added(plan)).toEqual([expect.stringContaining('title: Post, owner: Ada')])
  })

  it('without anything in it is passed over', async () => {
    const { json } = await asJson(csv(['item', 'owner', 'other'], ['', '', 'x'], ['a#A4', '', '']))
    expect(json.rows).toHaveLength(1)
  })

  it('of a stage is left alone, and a note on one is refused', async () => {
    const { json } = await asJson(csv(['item', 'note'], ['a#draft', ''], ['a#final', 'Half done']))
    expect(json.rows.map(({ cells }: { cells: unknown[] }) => cells.length)).toEqual([0, 1])
    expect(json.rows[1].cells[0].why).toContain('`plandue submit`')
  })
})

describe('a new action', () => {
  const HEAD = ['item', 'action', 'owner', 'area', 'due', 'done', 'percent', 'note']

  it('gets the next id, and is found again the next time', async () => {
    const sheet = csv(
      HEAD,
      ['a', 'A thing', 'Me', 'P1, I1', '30/06/2024', '', '10%', 'Begun'],
      ['a#', 'Another', '', '', '01/07/2024', '', '', ''],
    )
    const { plan, json } = await asJson(sheet)
    expect(
      json.rows.map(({ item, outcome }: { item: string; outcome: string }) => [item, outcome]),
    ).toEqual([
      ['a#A6', 'new'],
      ['a#A7', 'new'],
    ])
    expect(added(plan).join('\n')).toContain('id: A6')
    const check = await plandue(['check', ...TODAY, '-f', 'json', '--all'], {
      files: { ...FILES, 'plans/a.yaml': plan },
    })
    expect(JSON.parse(check.out).items).toContainEqual(
      expect.objectContaining({
        id: 'a#A6',
        title: 'A thing',
        owner: 'Me',
        due: '2024-06-30',
        percent: 10,
      }),
    )
    const again = await bringIn(sheet, { files: { ...FILES, 'plans/a.yaml': plan } })
    expect(again.out).toContain('Nothing to change: all of it is recorded already.')
    expect(again.plan).toBe(plan)
    expect(again.exitCode).toBe(0)
  })

  it.each([
    [
      ['a', '', 'Me', '', '30/06/2024', '', '', ''],
      'it is empty: a new action needs what is promised',
    ],
    [['a', 'T', 'Me', '', '', '', '', ''], 'it is empty: a new action needs the day'],
    [
      ['a', 'T', 'Me', 'P7', '30/06/2024', '', '', ''],
      'there is no area `P7` in the record: did you mean `P1`?',
    ],
    [['a', 'T', 'Me', '', '30/06/2024', '07/03/2024', '', ''], 'is in the future'],
    [
      ['', 'T', 'Me', '', '30/06/2024', '', '', ''],
      'item is empty: write the id of the action there or, for a new one, that of its record',
    ],
  ])('of %j is refused: %s', async (row, why) => {
    const { json, plan, exitCode } = await asJson(csv(HEAD, row))
    expect(JSON.stringify(json.rows[0])).toContain(why)
    expect(json.rows[0].outcome).toBe('refused')
    expect(plan).toBe(PLAN)
    expect(exitCode).toBe(1)
  })
})

it('a new action with two rows is refused, and so is one with evidence that is not there', async () => {
  const sheet = csv(
    ['item', 'action', 'due', 'evidence'],
    ['a', 'Twice', '30/06/2024', ''],
    ['a', 'twice', '30/06/2024', ''],
    ['a', 'Twice', '30/09/2024', ''],
    ['a', 'Once', '30/06/2024', 'papers/none.pdf'],
    ['a', 'Sound', '30/06/2024', 'papers/new.pdf'],
  )
  const { json, plan } = await asJson(sheet)
  expect(json.summary.rows).toEqual({ new: 2, changed: 0, unchanged: 0, refused: 3 })
  expect(json.rows[0].why).toBe('it has another row, 3: leave one of them in the sheet')
  expect(json.rows[3].cells[0].why).toContain('add the file first')
  expect(plan).toContain('evidence: papers/new.pdf')
})

describe('dates that can be read in two ways', () => {
  it.each([
    [['a#A1', '12/01/2024', '31/03/2024'], 1, 'the other day is British'],
    [['a#A1', '12/01/2024', '03/31/2024'], 0, 'the other can have the month alone first'],
    [['a#A2', '02/01/2024', '12/20/2024'], 0, 'so can this'],
  ])('%j: %d cells count, because %s', async (row, count, _because) => {
    const { json } = await asJson(csv(['item', 'done', 'due'], row))
    expect(json.summary.cells.added).toBe(count)
  })

  it('are refused where the record shows that the month stands first', async () => {
    const plan = PLAN.replace('- { to: 2024-12-20', '- { to: 2024-12-10')
    const sheet = csv(
      ['item', 'done', 'due'],
      ['a#A1', '02/01/2024', '2024-03-31'],
      ['a#A2', '', '12/10/2024'],
    )
    const { json } = await asJson(sheet, { files: { ...FILES, 'plans/a.yaml': plan } })
    expect(json.rows[0].cells[0].why).toContain('another date in this sheet has the month first')
    expect(json.summary.cells).toMatchObject({ added: 0, refused: 2 })
  })
})

describe('what the record says already', () => {
  const CHANGE = csv(['item', 'owner', 'note'], ['a#A1', 'Head', 'Begun'])

  it('is changed where somebody at the terminal agrees', async () => {
    const { plan, err, exitCode } = await bringIn(CHANGE, { answers: ['yes'] })
    expect(err).toContain('a#A1: owner is QA lead in the record, Head in the sheet')
    expect(err).toContain('Make this change? [no]')
    expect(added(plan)).toEqual([expect.stringContaining('owner: Head')])
    expect(exitCode).toBe(0)
  })

  it.each([['no'], ['']])('stays with the answer %j, and the rest is written', async (answer) => {
    const { plan, out, exitCode } = await bringIn(CHANGE, { answers: [answer] })
    expect(plan).toContain('owner: QA lead')
    expect(plan).toContain('note: Begun')
    expect(out).toContain('Not changed: these change what is recorded, which --update does (1)')
    expect(exitCode).toBe(1)
  })

  it('is not asked about with --dry-run, which writes nothing', async () => {
    const { plan, out } = await bringIn(CHANGE, { answers: [], args: ['--dry-run'] })
    expect(out).toContain('Nothing was written (--dry-run): 1 record would be')
    expect(plan).toBe(PLAN)
  })
})

it('says of how many rows something is refused, as a row can have several such cells', async () => {
  const { out } = await bringIn(csv(['item', 'done', 'percent'], ['a#A1', 'yes', 'half'], ['a#A9']))
  expect(out).toContain('Refused (3 in 2 rows)')
  expect(out).toContain(
    '2 rows: 0 new, 0 changed, 1 unchanged, 1 refused; something is refused in 2',
  )
})

it.each([
  [['item', 'done on'], ['the column done on'], 'somebody gave it another name'],
  [['item', 'Done', 'done'], ['the column done'], 'of two that mean the same the first counts'],
  [['item', 'note', ''], ['the column C, which has no name'], 'somebody wrote beside the table'],
  [['item', 'last note', 'times moved'], [], 'an export has them, for information'],
])('with columns %j says that it does not read %j, because %s', async (head, unread, _because) => {
  const row = head.map((_, at) => (at === head.length - 1 ? '1 Mar 2024' : ''))
  const sheet = csv(head, ['a#A1', ...row.slice(1)])
  const { out } = await bringIn(sheet)
  expect(out.match(/(?<=Not read: ).*/g) ?? []).toEqual(unread)
  const { json } = await asJson(sheet)
  expect(json.unreadColumns).toHaveLength(unread.length)
  const all = 'Nothing to change: all of it is recorded already.'
  expect(out).toContain(unread[0] ? 'Nothing to change in the columns that are read.' : all)
})

it('names no column in which nothing stands', async () => {
  expect((await bringIn(csv(['item', 'RAG'], ['a#A1', ' ']))).out).not.toContain('Not read')
})

it('says what it has done in words, with quiet only what needs somebody', async () => {
  const sheet = csv(['item', 'done', 'owner'], ['a#A1', '1 Mar 2024', 'Head'], ['a#A2', 'yes', ''])
  const { out } = await bringIn(sheet)
  expect(out).toBe(`Actions of in.csv, as at Tuesday 5 March 2024

Refused (1)
line 3: a#A2: done: it is \`yes\`: write the day on which it was done

Not changed: these change what is recorded, which --update does (1)
line 2: a#A1: owner is QA lead in the record, Head in the sheet

Added (1)
line 2: a#A1: done: 1 Mar 2024

2 rows: 0 new, 1 changed, 1 unchanged, 0 refused; something is refused in 1

Written: 1 record
`)
  const quiet = await bringIn(sheet, { args: ['-q'] })
  expect(quiet.out).not.toContain('Added')
  expect(quiet.out).toContain('Refused')
})

describe('a tracker of somebody else', () => {
  const MAPPING = `id: our-tracker
title: The tracker of the quality team
record: a
actions: { item: Ref, done: Completed on, note: [Update, Comment], owner: Lead }
nothing: [n/a]
dates: [MM/DD/YYYY]
`
  const world = { ...FILES, 'ours.yaml': MAPPING }
  const args = ['--mapping', 'ours.yaml']

  it('is read by a mapping, with its dates and without the id of the record', async () => {
    const sheet = csv(
      ['Ref', 'Completed on', 'Comment', 'Lead'],
      ['A1', '02/01/2024', 'All read', 'n/a'],
    )
    const { plan, exitCode } = await bringIn(sheet, { files: world, args })
    expect(added(plan)[0]).toContain(
      'done: 2024-02-01, progress: [{ on: 2024-03-05, note: All read }] }',
    )
    expect(exitCode).toBe(0)
  })

  it.each([
    ['', '', 'they mean nothing unless it says otherwise'],
    ['nothing: []', 'note: TBC', 'it says that nothing does'],
    ['nothing: [tbd]', 'note: TBC', 'it names another word'],
  ])('with %j takes `TBC` for %j, because %s', async (line, entry, _because) => {
    const files = { ...world, 'ours.yaml': MAPPING.replace('nothing: [n/a]', line) }
    const { plan } = await bringIn(csv(['Ref', 'Comment'], ['A1', 'TBC']), { files, args })
    expect(
      added(plan)
        .join()
        .match(/note: TBC/)?.[0] ?? '',
    ).toBe(entry)
  })

  it.each([
    [MAPPING, ['Nummer'], 'the file has no column `Ref`'],
    [MAPPING.replace('item: Ref, ', ''), ['Ref'], '`actions` has no `item`'],
    [MAPPING.replace('Lead }', 'Lead, dune: X }'), ['Ref'], 'dune'],
  ])('is refused with %j and columns %j: %s', async (mapping, head, why) => {
    const { exitCode, err } = await bringIn(csv(head, ['A1']), {
      files: { ...FILES, 'ours.yaml': mapping },
      args,
    })
    expect(exitCode).toBe(2)
    expect(err).toContain(why)
  })
})

it.each([
  [
    ['--into', 'plans/north'],
    'item,owner\na#A1,x\n',
    '--into is for records, and this file has actions',
  ],
  [
    ['--keep-open'],
    'item,owner\na#A1,x\n',
    '--keep-open is for records, and this file has actions',
  ],
  [
    ['--update'],
    'record,authority,framework,published,received,visitedFrom,visitedTo\na,A,sif,,,,\n',
    '--update is for actions, and this file has records',
  ],
])('%j of a file that begins with %j is refused: %s', async (args, text, why) => {
  const { exitCode, err } = await bringIn(text, { args })
  expect(exitCode).toBe(2)
  expect(err).toContain(why)
})
