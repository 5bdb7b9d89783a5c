import { describe, expect, it } from 'vitest'
import { nextId } from '../../../src/commands/edit/next-id.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const PLAN = record(`plan:
  draft:
    submitted: 2024-01-22 # by email
actions:
  - { id: A1, title: Audits, owner: QA lead, due: 2024-03-28 } # weekly
  - id: A2
    title: Training
    due: 2024-03-28
    blocked: No trainer # since January
    progress:
      - { on: 2024-01-29, percent: 20 }
  - { id: A3, title: Leaflet, due: 2024-02-01, done: 2024-01-30 }
`)
const files = {
  'plans/a.yaml': PLAN,
  'plans/b.yaml': record('actions: [{ id: A1, title: Audits, due: 2024-03-28 }]\n'),
}

type World = NonNullable<Parameters<typeof plandue>[1]>
function edit(line: string, world: World = {}) {
  const args = (line.match(/"[^"]*"|\S+/g) ?? []).map((arg) => arg.replaceAll('"', ''))
  return plandue(args, { files, ...world })
}
const textIn = ({ files }: Awaited<ReturnType<typeof edit>>) => String(files.get('plans/a.yaml'))

/** The lines of one text that the other has not. */
const linesBeside = (text = '', other = '') =>
  text.split('\n').filter((line) => !other.split('\n').includes(line))

describe('an edit of an action', () => {
  it.each<[string, string[], string[], string]>([
    [
      'extend a#A1 --to 2024-05-24 --by Board --reason "No auditor"',
      ['  - { id: A1, title: Audits, owner: QA lead, due: 2024-03-28 } # weekly'],
      [
        '  - { id: A1, title: Audits, owner: QA lead, due: 2024-03-28, extensions: [{ to: 2024-05-24, on: 2024-02-05, by: Board, reason: No auditor }] } # weekly',
      ],
      'the promise stays',
    ],
    [
      'block a#A1 --reason "No auditor: ill"',
      ['  - { id: A1, title: Audits, owner: QA lead, due: 2024-03-28 } # weekly'],
      [
        "  - { id: A1, title: Audits, owner: QA lead, due: 2024-03-28, blocked: 'No auditor: ill' } # weekly",
      ],
      'it is quoted where it must be',
    ],
    [
      'unblock a#A2 --by Head',
      ['    blocked: No trainer # since January'],
      [
        '    # since January',
        "      - { on: 2024-02-05, note: 'No longer blocked: No trainer', by: Head }",
      ],
      'the reason becomes a note, and its comment stays',
    ],
    [
      'note a#A2 "Trainer found" --percent 40 --by "Head of Service" --on 2024-02-02',
      [],
      ['      - { on: 2024-02-02, note: Trainer found, percent: 40, by: Head of Service }'],
      'it is added to the end',
    ],
    [
      'note a#A2 --percent 100',
      [],
      ['      - { on: 2024-02-05, percent: 100 }'],
      'a number will do',
    ],
    [
      'note a#final "First half written"',
      [],
      ['  final:', '      - { on: 2024-02-05, note: First half written }'],
      'a stage has progress too',
    ],
    [
      'assign a#A1 "Head of Service"',
      ['  - { id: A1, title: Audits, owner: QA lead, due: 2024-03-28 } # weekly'],
      ['  - { id: A1, title: Audits, owner: Head of Service, due: 2024-03-28 } # weekly'],
      'one owner takes the place of another',
    ],
    ['assign a#draft Head', [], ['    owner: Head'], 'a stage may have an owner'],
    [
      'action add a --title "Weekly: audits" --due 2024-06-28 --owner Head --answers P1',
      [],
      ["  - { id: A4, title: 'Weekly: audits', owner: Head, answers: [P1], due: 2024-06-28 }"],
      'it gets the next free id',
    ],
    [
      'action add a --title Audits --due 2024-06-28 --answers p1',
      [],
      ['  - { id: A4, title: Audits, answers: [P1], due: 2024-06-28 }'],
      'capitals of areas make no difference',
    ],
    [
      'action add a --title Audits --due 2024-06-28 --id QA-1',
      [],
      ['  - { id: QA-1, title: Audits, due: 2024-06-28 }'],
      'or the one that is named',
    ],
  ])('%s: takes %j away and adds %j, because %s', async (line, gone, come) => {
    const done = await edit(line)
    expect(done).toMatchObject({ exitCode: 0, err: '' })
    expect(linesBeside(PLAN, textIn(done))).toEqual(gone)
    expect(linesBeside(textIn(done), PLAN)).toEqual(come)
    const dry = await edit(`${line} --dry-run`)
    expect(textIn(dry)).toBe(PLAN)
    for (const added of come) expect(dry.out).toContain(`+${added}`)
  })

  it.each([
    'extend a#A1 --to 2024-05-24 --by Board --reason b',
    'block a#A1 --reason b',
    'unblock a#A2',
    'unblock a#A1',
    'note a#A2 b --percent 40',
    'assign a#A1 Head',
    'assign a#A1 "QA lead"',
  ])('changes nothing the second time: %s', async (line) => {
    const text = textIn(await edit(line))
    const again = await edit(line, { files: { ...files, 'plans/a.yaml': text } })
    expect(again.out).toBe('Nothing to change: plans/a.yaml says so already.\n')
    expect(textIn(again)).toBe(text)
  })

  it.each<[string, string, string]>([
    ['extend a#A3 --to 2024-05-24 --by O --reason b', 'it was done', 'nothing is left to extend'],
    [
      'extend a#A1 --to 2024-03-28 --by O --reason b',
      'it is already due as late as Thursday 28 March 2024',
      'that is no extension',
    ],
    ['block a#A2 --reason "No room"', 'it is blocked already: No trainer', 'that would be lost'],
    ['block a#A3 --reason b', 'it was done', 'nothing is in its way'],
    ['unblock a#A2 --on 2024-02-06', 'is in the future', 'nobody knows yet'],
    ['note a#A2 b --on 2024-02-06', 'is in the future', 'nobody knows yet'],
    [
      'action add a --title b --due 2024-06-28 --answers P9',
      'there is no area `P9` in the record',
      'it answers nothing',
    ],
    [
      'action add a --title Audits --due 2024-03-28',
      '`A1` is the same action',
      'it is in the record already',
    ],
  ])('%s: refused, %j, because %s', async (line, message) => {
    const refused = await edit(line)
    expect(refused).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining(message) })
    expect(textIn(refused)).toBe(PLAN)
    expect(await edit(`${line} --force`)).toMatchObject({ exitCode: 0 })
  })

  it.each<[string, string, string]>([
    ['action add a --title b --due 2024-06-28 --id A1', 'duplicate-id', 'A1 is taken'],
    ['action add a --title b --due 2024-06-28 --id final', 'duplicate-id', 'a stage has it'],
    ['action add a --title b --due 2024-06-28 --id "A 5"', 'wrong-form', 'an id has no blanks'],
  ])('%s: refused also with --force, %j, because %s', async (line, code) => {
    const refused = await edit(`${line} --force`)
    expect(refused).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining(code) })
    expect(textIn(refused)).toBe(PLAN)
  })

  it.each<[string, string, string]>([
    ['block a#final --reason b', 'use `plandue note`', 'a stage has no such key'],
    ['block a#A1', '--reason is required', 'a reason is needed'],
    ['note a#A1', 'say what was done, or pass `--percent`', 'nothing would be said'],
    ['note a#A1 b --percent 101', 'Expected a whole number from 0 to 100', 'there is no more'],
    ['note a#A1 b --percent -1', 'Expected a whole number from 0 to 100', 'there is no less'],
    ['assign a#A1', '<owner> is missing', 'an owner is needed'],
    ['assign a#A1 " "', '<owner> cannot be ` `. Expected a text.', 'a blank owns nothing'],
    ['note a#A1 " "', '<text> cannot be ` `. Expected a text.', 'a blank says nothing'],
    ['action add a', 'not interactive: pass --title and --due', 'nobody can be asked'],
    ['action add a --title b', 'not interactive: pass --due', 'one is left to ask for'],
    ['action add a --title b --due 2024-06-28 --answers P1,', 'Expected ids', 'one is empty'],
    ['action add a#A1 --title b --due 2024-06-28', 'is for a record', 'an action has no actions'],
  ])('%s: a wrong command line, %j, because %s', async (line, message) => {
    const refused = await edit(line)
    expect(refused).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(message) })
    expect(textIn(refused)).toBe(PLAN)
  })
})

describe('an item without its record', () => {
  it.each(['A2', 'a2'])('is the action %s, where one record has it', async (word) => {
    expect(textIn(await edit(`block ${word} --reason "No trainer"`))).toBe(PLAN)
    expect((await edit(`expect ${word} --on 2024-03-01`)).out).toContain('Written: plans/a.yaml\n')
  })

  it.each<[string, string, string]>([
    ['done A1', '`A1` is an action of 2 records: `a#A1`, `b#A1`', 'it could be either'],
    ['done A9', 'there is no record or action `A9`', 'none has it'],
    ['submit final', '`final` is a stage: name its record too', 'every record has one'],
    ['note draft b', '`draft` is a stage', 'likewise'],
    ['submit A2', 'use `plandue done`', 'an action is done'],
  ])('%s is not enough: %j, because %s', async (line, message) => {
    const refused = await edit(line)
    expect(refused).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(message) })
    expect(Object.fromEntries(refused.files)).toEqual(files)
  })

  it('is not enough where a record with errors may have it too', async () => {
    const world = { files: { ...files, 'plans/c.yaml': 'authority: [\n' } }
    const refused = await edit('done A2', world)
    expect(refused).toMatchObject({ exitCode: 2 })
    expect(refused.err).toContain(
      'may be an action of plans/c.yaml too, which has errors: use `a#A2`',
    )
    expect((await edit('done a#A2', world)).exitCode).toBe(0)
  })

  it('may be a stage only where that is the name of a record', async () => {
    const world = { files: { 'plans/final.yaml': record() } }
    expect((await edit('submit final', world)).err).toContain('name an item of `final`')
  })
})

describe('what an edit of an action tells', () => {
  it('is status, due date, how far that moved, and what comes next', async () => {
    const first = await edit('extend a#A1 --to 2024-04-12 --by Director --reason Illness')
    const world = { files: { ...files, 'plans/a.yaml': textIn(first) } }
    const { out } = await edit('extend a#A1 --to 2024-05-24 --by Board --reason Fire', world)
    expect(out.slice(out.indexOf('\n\n'))).toBe(`

Shropshire Council: Audits (QA lead)
Status: on track, 76 working days left
Due: Friday 12 April 2024 → Friday 24 May 2024
Moved: twice, 38 working days in all
Item: a#A1

Next to fall due in this record: Training (A2), on Thursday 28 March 2024, 38 working days left.
`)
  })

  it('names an action that is new, and what comes next for programs', async () => {
    const line = 'action add a --title Policy --due 2024-02-09'
    expect((await edit(line)).out).toContain(
      'Status: new → at risk, 4 working days left\nDue: Friday 9',
    )
    const { items, nextDue } = JSON.parse((await edit(`${line} -f json`)).out)
    expect(items).toMatchObject([{ id: 'a#A4', before: null, after: { due: '2024-02-09' } }])
    expect(nextDue).toEqual({ on: '2024-02-09', item: 'a#A4' })
  })

  it('is that nothing is left to fall due', async () => {
    const text = record('plan: { draft: { submitted: 2024-01-22 } }\n')
    const world = { files: { 'plans/a.yaml': text } }
    const { out } = await edit('submit a#final', world)
    expect(out).toContain('Next to fall due in this record: nothing.\n')
  })
})

it('says what no longer blocks an action without the blanks around it', async () => {
  const text = PLAN.replace('blocked: No trainer', 'blocked: " No room "')
  const done = await edit('unblock a#A2', { files: { 'plans/a.yaml': text } })
  expect(textIn(done)).toMatch(/note: .No longer blocked: No room.(,? |$)/m)
})

describe('plandue action add --help', () => {
  it('says what each option is for, and shows two ways to use it', async () => {
    const { out } = await plandue(['action', 'add', '--help'], { columns: 100 })
    expect(out).toContain(`add an action to a record; asks on a terminal for what it needs`)
    expect(out).toMatch(/--title <text> +what is promised$/m)
    expect(out).toMatch(/--due <date> +the day by which it is promised$/m)
    expect(out).toMatch(/--owner <who> +who answers for it$/m)
    expect(out).toMatch(/--answers <\S+> +the ids of the areas that it answers, with commas/m)
    expect(out).toMatch(/--id <\S+> +its id \(default: the next free one\)$/m)
    expect(out).toContain(`
  plandue action add shropshire-2023
  plandue action add shropshire-2023 --title "Weekly audits" --due 2024-03-31 \\
    --owner "Head of Service" --answers P1,P2`)
    expect(out).toContain('plandue action add [options] <record>')
    expect((await plandue(['action', '--help'])).out).toContain('add an action to a record')
  })
})

describe('plandue action add on a terminal', () => {
  const ask = (answers: readonly string[], line = 'action add a') =>
    edit(line, { answers, columns: 80 })

  it('asks for what it needs, again where it must', async () => {
    const done = await ask(['', 'Weekly audits', 'soon', '28 june', 'Head', 'P1, ', 'P1'])
    expect(done.exitCode).toBe(0)
    expect(done.err).toContain('Expected ids with blanks or commas between them')
    expect(linesBeside(textIn(done), PLAN)).toEqual([
      '  - { id: A4, title: Weekly audits, owner: Head, answers: [P1], due: 2024-06-28 }',
    ])
  })

  it.each<[string[], string, string]>([
    [['p1'], 'answers: [P1], ', 'capitals make no difference'],
    [['P1 i1'], 'answers: [P1, I1], ', 'blanks part them as well'],
    [['P9', 'P1,I1'], 'answers: [P1, I1], ', 'one that is not there is asked for again'],
    [['P1;I1', ''], '', 'Enter is still none'],
  ])('reads the areas %j as `%s`, because %s', async (areas, words) => {
    const improved = `${PLAN}areasForImprovement: [{ id: I1, text: x }]\n`
    const done = await edit('action add a --title Audits --owner Head', {
      answers: ['28 june', ...areas],
      files: { ...files, 'plans/a.yaml': improved },
    })
    expect(done.exitCode).toBe(0)
    expect(done.err.includes('There is no area')).toBe(areas.length > 1)
    expect(linesBeside(textIn(done), improved)).toEqual([
      `  - { id: A4, title: Audits, owner: Head, ${words}due: 2024-06-28 }`,
    ])
  })

  it('asks for no areas where the record has none', async () => {
    const bare = PLAN.replace(
      /^areasForPriorityAction:.*(\n[ -].*)*/m,
      'areasForPriorityAction: []',
    )
    const world = { answers: ['28 june'], files: { ...files, 'plans/a.yaml': bare } }
    const done = await edit('action add a --title Audits --owner Head', world)
    expect(done).toMatchObject({ exitCode: 0, err: expect.not.stringContaining('Which areas') })
  })

  it('says before it asks that there is no such record', async () => {
    const done = await ask([], 'action add zz')
    expect(done).toMatchObject({
      exitCode: 2,
      err: expect.not.stringContaining('What is promised'),
    })
  })

  it('leaves out what is left out, and asks for nothing that it knows', async () => {
    const done = await ask(['2024-06-28', '', ''], 'action add a --title Audits')
    expect(linesBeside(textIn(done), PLAN)).toEqual([
      '  - { id: A4, title: Audits, due: 2024-06-28 }',
    ])
  })

  it('writes nothing where they stop', async () => {
    const stopped = await ask(['Weekly audits'])
    expect(stopped).toMatchObject({
      exitCode: 3,
      err: expect.stringContaining('nothing was written'),
    })
    expect(textIn(stopped)).toBe(PLAN)
  })
})

describe('the next id', () => {
  it.each<[string[], string, string]>([
    [[], 'A1', 'there is none yet'],
    [['A1', 'A2'], 'A3', 'it is the next one'],
    [['A9', 'A3'], 'A10', 'it is free: A4 may have been deleted and named elsewhere'],
    [['A08', 'A09'], 'A10', 'it has as many digits'],
    [['A1', 'QA-07'], 'QA-08', 'the last one shows what they are called'],
    [['A7', 'training'], 'A8', 'a name without a number has no next'],
    [['REF20240112001299'], 'REF20240112001300', 'a long number goes on like a short one'],
  ])('after %j is %s, because %s', (actionIds, id) => {
    expect(nextId({ actionIds })).toBe(id)
  })
})
