import { describe, expect, it } from 'vitest'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const PLAN = record(`plan:
  draft:
    submitted: 2024-01-22 # by email
actions:
  - { id: A1, title: Audits, due: 2024-03-28 }
  - { id: A2, title: Training, due: 2024-02-01, done: 2024-01-30, evidence: a.pdf }
`)
const GOVERNANCE = `governance:
  final:
    - { id: board, title: Improvement board, workingDaysBefore: 15 }
`
const files = {
  'plans/a.yaml': PLAN,
  'plans/b.yaml': record('plan: { final: { extensions: [{ to: 2024-05-07 }] } }\n'),
  'plandue.yaml': GOVERNANCE,
  'a.pdf': '',
  'b.pdf': '',
  'papers/a: b.pdf': '',
}

function edit(line: string, world: Parameters<typeof plandue>[1] = {}) {
  const args = line.match(/"[^"]*"|\S+/g) ?? []
  return plandue(
    args.map((arg) => arg.replaceAll('"', '')),
    { files, ...world },
  )
}
const textIn = ({ files }: Awaited<ReturnType<typeof edit>>) => files.get('plans/a.yaml')

describe('a command that changes a record', () => {
  it('writes its line, and tells what that does', async () => {
    const done = await edit('submit a#final --on 2024-02-02')
    expect(done).toMatchObject({ exitCode: 0, err: '' })
    expect(textIn(done)).toBe(
      PLAN.replace('email\n', 'email\n  final:\n    submitted: 2024-02-02\n'),
    )
    expect(done.out).toBe(`Written: plans/a.yaml
   9 +   final:
  10 +     submitted: 2024-02-02

Shropshire Council: Final action plan
Status: on track → met, 55 working days early
Item: a#final

Next to fall due in this record: Audits (A1), on Thursday 28 March 2024, 38 working days left.
`)
  })

  it.each([
    ['2024-03-29', 'Status: on track → at risk', 'that is a day after it is due'],
    ['2024-03-28', 'No change of due date or status', 'that is the day on which it is due'],
  ])('expected on %s: %s, because %s', async (day, status) => {
    const { out } = await edit(`expect a#A1 --on ${day}`, { today: '2024-02-05' })
    expect(out).toContain(status)
  })

  it('says that an item will be late though its status stays as it was', async () => {
    const late =
      'Because: expected on Tuesday 2 April 2024, after it is due on Thursday 28 March 2024'
    const soon = { today: '2024-03-26' }
    const { out, files: now } = await edit('expect a#A1 --on 2024-04-02', soon)
    expect(out).toContain(
      `Status: at risk, 2 working days left\nBecause: due soon: 2 working days left\n${late}\n`,
    )
    const further = {
      ...soon,
      files: { ...files, 'plans/a.yaml': String(now.get('plans/a.yaml')) },
    }
    expect((await edit('expect a#A1 --on 2024-04-03', further)).out).toContain('Wednesday 3 April')
    expect((await edit('submit a#final --on 2024-03-26', further)).out).not.toContain(late)
  })

  it.each<[string, string, string]>([
    ['submit a#final', '    submitted: 2024-02-05', 'today is the usual day'],
    ['submit a#final --today 2024-02-02', '    submitted: 2024-02-02', 'today is as at'],
    [
      'submit a#final --evidence "papers/a: b.pdf"',
      "    evidence: 'papers/a: b.pdf'",
      'in quotes if need be',
    ],
    [
      'submit a#final --evidence https://example.org/a',
      '    evidence: https://example.org/a',
      'an address will do',
    ],
    ['submit plans/a.yaml#fin --on 2024-02-02', '    submitted: 2024-02-02', 'a path will do'],
    [
      'done a#A1 --on 2024-02-01 --evidence b.pdf',
      '  - { id: A1, title: Audits, due: 2024-03-28, done: 2024-02-01, evidence: b.pdf }',
      'braces stay braces',
    ],
    [
      'extend a#final --to 2024-05-07 --by Ofsted --reason "A, b"',
      "      - { to: 2024-05-07, on: 2024-02-05, by: Ofsted, reason: 'A, b' }",
      'it was granted today',
    ],
    ['close a#final --reason "Not demanded"', '      reason: Not demanded', 'with the reason'],
    [
      'close a#A1 --reason "No use" --on 2024-02-01',
      '  - { id: A1, title: Audits, due: 2024-03-28, closed: { on: 2024-02-01, reason: No use } }',
      'an action is withdrawn the same way',
    ],
    [
      'expect a#A1 --on 2024-03-01',
      '  - { id: A1, title: Audits, due: 2024-03-28, expected: 2024-03-01 }',
      'actions too',
    ],
    ['receive a --on 2024-01-05', 'received: 2024-01-05', 'a record needs no item'],
    [
      'waive a#A1 --rule overdue --reason Ill --approved-by Director --until 2024-06-30',
      '  - { item: A1, rule: overdue, reason: Ill, approvedBy: Director, until: 2024-06-30 }',
      'the item is named without its record',
    ],
    ['step a#final board --on 2024-02-01', '        done: 2024-02-01', 'a step is taken'],
    ['step a#final board --planned 2024-03-28', '        planned: 2024-03-28', 'or planned'],
  ])('%s writes %j, because %s', async (line, expected, _because) => {
    const done = await edit(line)
    expect(done).toMatchObject({ exitCode: 0, err: '' })
    expect(String(textIn(done)).split('\n')).toContain(expected)
    const lines = String(textIn(done)).split('\n')
    const kept = PLAN.split('\n').filter((one) => lines.includes(one))
    expect(kept.length).toBeGreaterThanOrEqual(PLAN.split('\n').length - 1)
  })

  it.each([
    'submit a#final --on 2024-02-02',
    'done a#A1 --on 2024-02-01',
    'extend a#final --to 2024-05-07 --by Ofsted --reason b',
    'close a#final --reason b',
    'close a#A1 --reason b',
    'expect a#final --on 2024-04-01',
    'receive a --on 2024-01-05',
    'waive a#A1 --rule overdue --reason Ill --approved-by D --until 2024-06-30',
    'step a#final board --on 2024-02-01',
  ])('changes nothing the second time: %s', async (line) => {
    const first = await edit(line)
    const text = String(textIn(first))
    const again = await edit(line, { files: { ...files, 'plans/a.yaml': text } })
    expect(again).toMatchObject({
      exitCode: 0,
      out: 'Nothing to change: plans/a.yaml says so already.\n',
    })
    expect(textIn(again)).toBe(text)
  })
})

describe('a change that goes back on the record', () => {
  it.each([
    ['close a#A2 --reason b', 'it was done on Tuesday 30 January 2024'],
    ['done a#A3', 'it was closed on Thursday 1 February 2024'],
  ])('is refused also with --force where the record would be invalid: %s', async (line, why) => {
    const text = `${PLAN}  - { id: A3, title: Leaflet, due: 2024-03-28, closed: { on: 2024-02-01, reason: No use } }\n`
    const world = { files: { ...files, 'plans/a.yaml': text } }
    expect(await edit(line, world)).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining(why),
    })
    const forced = await edit(`${line} --force`, world)
    expect(forced).toMatchObject({ exitCode: 1, err: expect.stringContaining('done-and-closed') })
    expect(textIn(forced)).toBe(text)
  })

  it.each<[string, string, string]>([
    [
      'submit a#draft --on 2024-01-23',
      'it was submitted on Monday 22 January 2024; .* edit plans/a.yaml:8,',
      'two days cannot both be right',
    ],
    [
      'submit a#final --on 2024-02-06',
      'Tuesday 6 February 2024 is in the future',
      'nobody knows yet',
    ],
    ['submit a#final --on 2023-10-31', 'the visit was in 2023-11', 'nothing answers what was not'],
    [
      'submit a#final --on 2024-01-04',
      'the report was received on Friday 5 January 2024',
      'nothing answers what was not read',
    ],
    ['done a#A2 --on 2024-01-31', 'it was done on Tuesday 30 January 2024', 'likewise'],
    [
      'done a#A2 --on 2024-01-30 --evidence b.pdf',
      'it already has other evidence',
      'the old would be lost',
    ],
    ['done a#A1 --on 2024-02-06', 'in the future', 'likewise'],
    [
      'extend a#final --to 2024-04-16 --by O --reason b',
      'it is already due as late as Tuesday 16 April 2024',
      'that is no extension',
    ],
    [
      'extend b#final --to 2024-05-06 --by O --reason b',
      'that would change nothing: it is extended to Tuesday 7 May 2024',
      'the latest date counts',
    ],
    [
      'extend a#draft --to 2024-04-16 --by O --reason b',
      'it was submitted',
      'nothing is left to extend',
    ],
    ['close a#draft --reason b', 'it was submitted', 'what was sent is not closed'],
    ['expect a#A3 --on 2024-03-01', 'it was closed', 'nobody is to do it any more'],
    ['expect a#draft --on 2024-03-01', 'it was submitted', 'nobody expects what is there'],
    [
      'expect a#final --on 2024-02-01',
      'Thursday 1 February 2024 is in the past',
      'an expectation looks ahead',
    ],
    [
      'receive a --on 2024-01-08',
      'the report was received on Friday 5 January 2024',
      'the clock started then',
    ],
    [
      'waive a#A2 --rule overdue --reason b --approved-by D --until 2024-06-30',
      'there is nothing to waive',
      'it is done',
    ],
    [
      'waive a#A1 --rule overdue --reason b --approved-by D --until 2024-02-04',
      'is in the past',
      'it would have ended',
    ],
    ['step a#final board --on 2024-02-06', 'in the future', 'it was not taken yet'],
    ['step a#final board --planned 2024-02-02', 'is in the past', 'it cannot be planned any more'],
  ])('%s: refused, %j, because %s', async (line, message, _because) => {
    const text = `${PLAN.replace('published', 'visited: 2023-11\nreceived: 2024-01-05\npublished')}  - { id: A3, title: Leaflet, due: 2024-03-28, closed: { on: 2024-02-01, reason: No use } }
`
    const world = { files: { ...files, 'plans/a.yaml': text } }
    const edited = message.replace(/:8,/, ':10,')
    const refused = await edit(line, world)
    expect(refused).toMatchObject({ exitCode: 1, out: '', err: expect.stringMatching(edited) })
    expect(refused.err).toMatch(/^plandue: nothing was changed in .* or add --force\n$/)
    expect(textIn(refused)).toBe(text)
    const forced = await edit(`${line} --force`, world)
    expect(forced).toMatchObject({ exitCode: 0 })
    expect(forced.out).toMatch(/^Written: /)
  })

  it('is refused with all that is against it, and where that stands', async () => {
    const words = ({ err }: { err: string }) => err.replaceAll('\n', ' ').trim()
    expect(words(await edit('submit a#draft --on 2024-02-06'))).toBe(
      'plandue: nothing was changed in `a#draft`: it was submitted on Monday 22 January 2024; Tuesday 6 February 2024 is in the future: today is Monday 5 February 2024; to change it all the same, edit plans/a.yaml:8, or add --force',
    )
    const received = { files: { 'plans/a.yaml': `${PLAN}received: 2024-01-05\n` } }
    expect(words(await edit('receive a --on 2024-01-08', received))).toBe(
      'plandue: nothing was changed in `a`: the report was received on Friday 5 January 2024; to change it all the same, edit plans/a.yaml:12, or add --force',
    )
  })

  it.each<[string, string, string]>([
    [
      'submit a#A1',
      '`a#A1` is an action, and submit is for a stage: use `plandue done`',
      'an action is done',
    ],
    [
      'done a#final',
      '`a#final` is a stage, and done is for an action: use `plandue submit`',
      'a stage is submitted',
    ],
    ['submit a', 'name an item of `a`: use one of `a#draft`, `a#final`', 'a record has several'],
    ['submit final', 'name its record too, as in `RECORD#final`', 'every record has one'],
    ['submit 2024-01-12', '`2024-01-12` is a date: name an item', 'dates are explained'],
    ['submit c#final', 'there is no record `c`', 'there are only `a` and `b`'],
    ['submit a#fnial', 'did you mean `final`?', 'it is near'],
    [
      'submit a#report',
      'write `stages: { ilacs-focused-visit: [report] }` in plandue.yaml',
      'it is optional, and nobody asked for it',
    ],
    [
      'submit a#report',
      'for this one, write what is known of it under `plan`, such as `report: { stated: ',
      'the record can ask for it too',
    ],
    ['receive a#final', 'receive is for a record', 'a report is received once'],
    ['extend a#final --to 2024-05-07', '--by is required', 'who says so?'],
    ['expect a#final', '--on is required', 'today would be no forecast'],
    ['close a#final --reason " "', 'Expected a text.', 'a blank is no reason'],
    [
      'waive a#A1 --rule overdu --reason b --approved-by D --until 2024-06-30',
      'Did you mean `overdue`?',
      'it is near',
    ],
    ['step a#final bord', 'did you mean `board`?', 'it is near'],
    [
      'step a#draft board',
      'there is no step `board` of `draft`: define its steps under `governance` in plandue.yaml',
      'only the final plan has steps',
    ],
    ['submit a#final --on 12/01/2024', 'Did you mean 2024-01-12?', 'it is British'],
  ])('%s: a wrong command line, %j, because %s', async (line, message, _because) => {
    const refused = await edit(line)
    expect(refused).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(message) })
    expect(textIn(refused)).toBe(PLAN)
  })
})

describe('an optional stage', () => {
  it.each([
    ['the configuration', { 'plandue.yaml': 'stages: { ilacs-focused-visit: [report] }\n' }, ''],
    ['the record', {}, 'plan:\n  report: { stated: 2024-02-23 }\n'],
  ])('is submitted like others where %s asks for it', async (_what, settings, plan) => {
    const world = { files: { ...files, ...settings, 'plans/a.yaml': record(plan) } }
    expect(textIn(await edit('submit a#report', world))).toContain('submitted: 2024-02-05')
  })
})

describe('evidence that is not in the repository', () => {
  it.each(['nix.pdf', '../a.pdf'])(
    'is not written into a record unless forced: %s',
    async (path) => {
      const line = `submit a#final --on 2024-02-02 --evidence ${path}`
      const refused = await edit(line)
      expect(refused).toMatchObject({ exitCode: 1, out: '' })
      expect(refused.err).toContain('nothing was changed: add the evidence file first')
      expect(textIn(refused)).toBe(PLAN)
      expect(textIn(await edit(`${line} --force`))).toContain(`    evidence: ${path}\n`)
    },
  )

  it('is no reason to refuse another change', async () => {
    const { 'a.pdf': _gone, ...others } = files
    expect(await edit('submit a#final', { files: others })).toMatchObject({ exitCode: 0 })
  })
})

describe('what a change tells', () => {
  it('shows with --dry-run a diff, and writes nothing', async () => {
    const dry = await edit('receive a --on 2024-01-05 --dry-run')
    expect(dry).toMatchObject({ exitCode: 0, err: '' })
    expect(textIn(dry)).toBe(PLAN)
    expect(dry.out).toBe(`Not written (--dry-run): plans/a.yaml
--- a/plans/a.yaml
+++ b/plans/a.yaml
@@ -1,6 +1,7 @@
 authority: Shropshire Council
 framework: ilacs-focused-visit
 published: 2024-01-12
+received: 2024-01-05
 areasForPriorityAction:
   - { id: P1, text: Timeliness of strategy discussions }
 plan:

Shropshire Council: Draft action plan
Status: met, 9 working days early
Due: Friday 9 February 2024 → Friday 2 February 2024
Item: a#draft

Shropshire Council: Final action plan
Status: on track, 49 working days left
Due: Tuesday 23 April 2024 → Tuesday 16 April 2024
Item: a#final

Next to fall due in this record: Audits (A1), on Thursday 28 March 2024, 38 working days left.
`)
  })

  it('tells programs the lines and the items', async () => {
    const { out } = await edit('expect a#final --on 2024-04-30 -f json')
    expect(JSON.parse(out)).toMatchObject({
      today: '2024-02-05',
      complete: true,
      file: 'plans/a.yaml',
      outcome: 'written',
      changed: true,
      removed: [],
      added: [
        { line: 9, text: '  final:' },
        { line: 10, text: '    expected: 2024-04-30' },
      ],
      items: [
        {
          id: 'a#final',
          before: { due: '2024-04-23', status: 'onTrack', reasons: [] },
          after: { due: '2024-04-23', status: 'atRisk', reasons: ['forecastLate'] },
        },
      ],
    })
  })

  it.each([
    ['-q', 'Status', 'only the lines are the result'],
    ['--dry-run -q', 'Status', 'only the diff is'],
  ])('is brief with %s: no %s, because %s', async (options, word, _because) => {
    const { out } = await edit(`receive a --on 2024-01-05 ${options}`)
    expect(out).toContain('received: 2024-01-05')
    expect(out).not.toContain(word)
  })

  it('says more with -v', async () => {
    const line = 'extend a#final --to 2024-05-07 --by Ofsted --reason b'
    expect((await edit(line)).out).not.toContain('Because: extended from')
    expect((await edit(`${line} -v`)).out).toContain('Because: extended from Tuesday 23 April 2024')
  })

  it('says why an item is at risk now, and that one is waived', async () => {
    const late = await edit('expect a#A1 --on 2024-04-30')
    expect(late.out).toContain('Because: expected on Tuesday 30 April 2024, after it is due')
    const waive = 'waive a#A1 --rule forecastLate --reason b --approved-by D --until 2024-06-30'
    const text = String(textIn(late))
    const waived = await edit(waive, { files: { ...files, 'plans/a.yaml': text } })
    expect(waived.out).toContain('Status: at risk → at risk (waived), 38 working days left')
  })

  it('says that no status changes', async () => {
    const { out } = await edit('expect a#final --on 2024-04-01')
    expect(out).toContain('No change of due date or status as at Monday 5 February 2024.\n')
  })

  it('colours the lines of a terminal, and writes to a file', async () => {
    const coloured = await edit('expect a#final --on 2024-04-01', { columns: 80, colours: 1 })
    expect(coloured.out).toContain('\u001b[32m   9 +   final:\u001b[39m')
    const written = await edit('expect a#final --on 2024-04-01 -o out.txt')
    expect(written.files.get('out.txt')).toContain('Written: plans/a.yaml\n')
  })

  it('lets no text of a record act', async () => {
    const text = PLAN.replace('by email', 'x\u009b31m ##[error] \u202e')
    const world = { files: { ...files, 'plans/a.yaml': text } }
    const { out } = await edit('submit a#final --dry-run', world)
    expect(out).toContain('# x\uFFFD31m ## [error]')
    expect(out).not.toMatch(/[\u009b\u202e]|##\[/)
  })
})

describe('a record that is not sound', () => {
  it('is changed where it is, and said to be incomplete', async () => {
    const text = PLAN.replace('due: 2024-03-28', 'due: soon')
    const done = await edit('done a#A2 --on 2024-01-29 --force', {
      files: { ...files, 'plans/a.yaml': text },
    })
    expect(textIn(done)).toBe(text.replace('done: 2024-01-30', 'done: 2024-01-29'))
    expect(done.exitCode).toBe(1)
    expect(done.out).toMatch(/^Incomplete: 1 file with errors/)
  })

  it.each([
    ['authority: [\n', 'error yaml-syntax'],
    ['authority: A\nframework: nix\npublished: 2024-01-12\n', 'error unknown-framework'],
    ['authority: A\n---\nframework: sif\n', 'error several-documents'],
  ])('is left as it is: %j, %s', async (text, message) => {
    const refused = await edit('submit a#final', { files: { 'plans/a.yaml': text } })
    expect(refused).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining(message) })
    expect(refused.err).toContain('nothing was changed: fix the errors first')
    expect(textIn(refused)).toBe(text)
  })

  it('is left as it is where an alias leads into itself', async () => {
    const text = `${PLAN}x-all: &all [*all]\n`
    const refused = await edit('submit a#final', { files: { 'plans/a.yaml': text } })
    expect(refused).toMatchObject({ exitCode: 1, err: expect.stringContaining('error too-deep') })
    expect(textIn(refused)).toBe(text)
  })

  it('is left as it is where the change would show elsewhere, and the line is named', async () => {
    const text = `${record()}plan: { final: &a { stated: 2024-04-23 } }\nx-a: *a\n`
    const refused = await edit('submit a#final', { files: { 'plans/a.yaml': text } })
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.err).toContain('repeated by `*a`; make the change by hand in plans/a.yaml:7')
  })
})

describe('all shipped plans', () => {
  const plans = shippedPlans()

  it.each(
    Object.keys(plans).flatMap((file) =>
      [
        'submit ITEM --on 2026-06-01',
        'extend ITEM --to 2030-01-07 --by Ofsted --reason "A: b"',
        'close ITEM --reason "A: b"',
        'expect ITEM --on 2027-01-04',
        'receive RECORD --on 2026-06-01',
        'waive ITEM --rule overdue --reason "A: b" --approved-by D --until 2027-01-04',
      ].map((line) => [file, line] as const),
    ),
  )('%s take %s', async (file, line) => {
    const id = file.replace(/^plans\/|\.yaml$/g, '')
    const command = line.replace('ITEM', `${id}#final`).replace('RECORD', id)
    const world = { files: plans, today: '2026-11-21' }
    const { exitCode, err, files } = await edit(`${command} --force --dry-run -q`, world)
    expect({ exitCode, err: err.replace(/^[^\n]*warning[\s\S]*/, '') }).toEqual({
      exitCode: 0,
      err: '',
    })
    expect(Object.fromEntries(files)).toEqual(plans)
  })
})
