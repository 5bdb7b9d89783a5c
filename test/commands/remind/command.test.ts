import { describe, expect, it } from 'vitest'
import type { Host } from '../../../src/host/host.ts'
import { run } from '../../../src/main.ts'
import { type MemoryFile, memoryHost, type World } from '../../helpers/memory-host.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

// The draft is due on Friday 9 February 2024.
const files = {
  'plandue.yaml': 'reminders: { ledger: told.ndjson }\n',
  'plans/a.yaml': record('', { published: 'received: 2024-01-12' }),
}
const told = (rung: number, due = '2024-02-09') =>
  `{"kind":"intent","at":"2024-02-02T06:05:00Z","asAt":"2024-02-02","key":"k${rung}","to":"standard output","channel":"stdout","items":[{"item":"a#draft","due":"${due}","rung":${rung}}]}
{"kind":"result","at":"2024-02-02T06:05:00Z","key":"k${rung}","outcome":"sent"}
`

const remind = (args: string[], world: World = {}) =>
  plandue(['remind', ...args], { files, today: '2024-02-07', ...world })
const on = (
  date: string,
  args: string[] = [],
  more: Record<string, MemoryFile> = {},
  world: World = {},
) => remind(['--today', date, ...args], { files: { ...files, ...more }, ...world })
const policy = (lines: string) => ({
  'plandue.yaml': `reminders:\n  ledger: told.ndjson\n${lines}\n`,
})

describe('plandue remind', () => {
  it('tells what is due, and writes down that it did', async () => {
    const { exitCode, out, err, files: after } = await on('2024-02-07', ['-f', 'plain'])
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toBe(`Draft action plan due Friday 9 February: 2 working days left

Shropshire Council: Draft action plan
Due: Friday 9 February 2024, 2 working days left
Item: a#draft
Record: plans/a.yaml

To pause reminders of an item: plandue remind ack ITEM --by "standard output"
`)
    const lines = String(after.get('told.ndjson'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      {
        kind: 'intent',
        asAt: '2024-02-07',
        items: [{ item: 'a#draft', due: '2024-02-09', rung: 2 }],
      },
      { kind: 'result', outcome: 'sent', key: lines[0].key },
    ])
  })

  it.each([
    ['2024-01-15', {}, 'nothing is near'],
    ['2024-02-10', {}, 'it is a Saturday'],
    ['2024-02-07', { 'told.ndjson': told(2) }, 'it was told'],
    [
      '2024-02-07',
      { 'plans/a.yaml': record('plan: { draft: { submitted: 2024-02-07 } }\n') },
      'it was sent',
    ],
  ] as const)('says nothing at all on %s, because $2', async (date, more, _because) => {
    expect(await on(date, [], more)).toMatchObject({ exitCode: 0, out: '', err: '' })
  })

  it('does not mail what is only remarked on a record, unless it is asked to', async () => {
    const more = {
      'plans/a.yaml': 'authority: A\nframework: ilacs-focused-visit\nreceived: 2024-01-12\n',
    }
    expect((await on('2024-01-15', [], more)).err).toBe('')
    expect((await on('2024-01-15', ['-v'], more)).err).toContain('areas-unknown')
  })

  it('tells what it can of records with errors, and that something may be missing', async () => {
    const more = { 'plans/b.yaml': 'authority: A\n' }
    const { exitCode, out, err } = await on('2024-02-07', [], more)
    expect(exitCode).toBe(1)
    expect(out).toContain('Incomplete: some records could not be read, so items may be missing.')
    expect(err).toContain('plans/b.yaml:1:1: error missing-key')
    const silent = await on('2024-01-15', [], more)
    expect(silent).toMatchObject({
      exitCode: 1,
      out: '',
      err: expect.stringContaining('missing-key'),
    })
  })

  it('says from where a due date has moved', async () => {
    const { out } = await on('2024-02-07', [], { 'told.ndjson': told(0, '2024-02-02') })
    expect(out).toContain('Moved: you were sent Friday 2 February 2024 before\n')
  })

  it('tells each their own, and all that one is told at once', async () => {
    const more = {
      'plans/a.yaml': record('actions: [{ id: A1, title: Audit, owner: QA, due: 2024-02-06 }]\n', {
        published: 'received: 2024-01-12',
      }),
      ...policy('  recipients: [{ to: qa, owner: qa }, { to: director }]'),
    }
    const { out } = await on('2024-02-07', ['-f', 'json'], more)
    const digests = out.split('\n\n').map((text) => JSON.parse(text))
    expect(digests.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['qa', 'Action overdue: was due Tuesday 6 February, 1 working day late'],
      ['director', '2 items need you: 1 overdue, next due Friday 9 February'],
    ])
  })

  it('links each record as the template says, each part encoded', async () => {
    const more = {
      ...policy('  link: "https://example.org/{file}?item={item}&of={record}#L{line}"'),
      'plans/a b.yaml': record('', { published: 'received: 2024-01-12' }),
    }
    const { out } = await on('2024-02-07', ['-f', 'plain'], more)
    expect(out).toContain(
      'Record: https://example.org/plans/a%20b.yaml?item=a%20b%23draft&of=a%20b#L2\n',
    )
  })

  it('draws a table on a terminal, and less if quiet', async () => {
    const table = await on('2024-02-07', [], {}, { columns: 80 })
    expect(table.out).toContain('  Due      Friday 9 February 2024, 2 working days left\n')
    expect((await on('2024-02-07', ['-q'])).out).not.toContain('plandue remind ack')
    expect((await on('2024-02-07', ['-v'])).err).toContain('Sent to standard output: a#draft')
    const coloured = await on(
      '2024-02-07',
      ['-f', 'table', '--color'],
      {},
      { colours: 3, columns: 80 },
    )
    expect(coloured.out).toContain('\u001b[')
  })

  it('writes the result into a file', async () => {
    const { out, files: after } = await on('2024-02-07', ['-o', 'digest.txt'])
    expect(out).toBe('')
    expect(after.get('digest.txt')).toContain('Draft action plan due')
  })
})

describe('the text of a record', () => {
  const evil = record(
    'actions: [{ id: A1, title: "x\\u001b[31m\\r\\nBcc: all@example.org <script>alert(1)</script>", owner: "::error::", due: 2024-02-07 }]\n',
    { published: 'received: 2024-01-12' },
  )
  it('does nothing in the text, the subject or the HTML', async () => {
    const { out } = await on('2024-02-07', ['--dry-run', '-f', 'json'], { 'plans/a.yaml': evil })
    const [digest] = JSON.parse(out).digests
    expect(digest.subject).toBe('2 items need you: next due Wednesday 7 February')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    expect(digest.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|::error::|\nBcc/)
    expect(digest.html).not.toMatch(/<script|::error::|\nBcc|(src|href)=/)
    expect(digest.html).toContain('&lt;script&gt;')
  })
})

describe('the quiet hours', () => {
  const more = policy('  quietHours: { from: "19:00", to: "07:00" }')
  it.each([
    ['06:59', '', 'they are not over'],
    ['07:00', 'Draft action plan due', 'they are over'],
  ])('at %s: %j, because %s', async (time, start, _because) => {
    const { out, exitCode } = await remind([], { files: { ...files, ...more }, time })
    expect({ exitCode, out: out.slice(0, start.length || undefined) }).toEqual({
      exitCode: 0,
      out: start,
    })
  })

  it('are told of if verbose, and do not count for another day', async () => {
    const quiet = await remind(['-v'], { files: { ...files, ...more }, time: '06:05' })
    expect(quiet.err).toBe(
      'It is 06:05. No reminders are sent during quiet hours, 19:00 to 07:00.\n',
    )
    expect((await on('2024-02-07', [], more)).out).toContain('Draft action plan due')
  })

  it('hide nothing of what would go after them', async () => {
    const world = { files: { ...files, ...more }, time: '06:05' }
    const { out } = await remind(['--dry-run', '-f', 'plain'], world)
    expect(out).toMatch(
      /^No reminders are sent during quiet hours, 19:00 to 07:00\. After them:\n\nTo standard output\nDraft action plan/,
    )
    const json = JSON.parse((await remind(['--dry-run', '-f', 'json'], world)).out)
    expect(json).toMatchObject({ isQuietNow: true, digests: [{ recipient: 'standard output' }] })
    const past = await on('2024-02-07', ['--dry-run', '-f', 'json'], more)
    expect(JSON.parse(past.out).isQuietNow).toBe(false)
  })
})

describe('the ledger', () => {
  it('that was cut off gets an end, and the line is told of once', async () => {
    const first = await on('2024-02-07', [], { 'told.ndjson': `${told(5)}{"kind":"inte` })
    expect(first.err).toBe('told.ndjson:3: truncated by a crash; kept but ignored\n')
    const text = String(first.files.get('told.ndjson'))
    expect(text).toMatch(/^\{"kind":"inte\n\{"kind":"repair"/m)
    const second = await on('2024-02-08', [], { 'told.ndjson': text })
    expect(second.err).toBe('')
  })

  it.each(['', '\n', '{"ki'])('that begins with %j is one', async (start) => {
    const { exitCode, out } = await on('2024-02-07', [], { 'told.ndjson': start })
    expect({ exitCode, out: out.slice(0, 22) }).toEqual({
      exitCode: 0,
      out: 'Draft action plan due ',
    })
  })

  it('with other damage is told of, line by line, and not changed', async () => {
    const damaged = `<<<<<<< HEAD\n${told(2)}`
    const { err, out, files: after } = await on('2024-02-07', [], { 'told.ndjson': damaged })
    expect(err).toBe('told.ndjson:1: unreadable, ignored: a reminder may be sent twice\n')
    expect({ out, text: after.get('told.ndjson') }).toEqual({ out: '', text: damaged })
  })

  it.each<[string[], Record<string, MemoryFile>, World, number, string]>([
    [
      ['--ledger', '/denied/l'],
      {},
      {},
      3,
      'the ledger `/denied/l` cannot be written: permission denied',
    ],
    [
      [],
      { 'told.ndjson': { problem: { kind: 'denied' } } },
      {},
      3,
      'cannot be read: permission denied',
    ],
    [[], { 'told.ndjson': '# Notes\n' }, {}, 3, '`told.ndjson` is not a ledger'],
    [[], { 'told.ndjson': '{\n  "name": "x"\n}\n' }, {}, 3, '`told.ndjson` is not a ledger'],
    [[], { 'told.ndjson': '{ "name": "plans" }\n' }, {}, 3, '`told.ndjson` is not a ledger'],
    [
      [],
      {},
      { lockedBy: 'process 7 on here' },
      3,
      'the ledger `told.ndjson` is locked by another run: process 7 on here; no reminders sent',
    ],
    [
      [],
      { 'plandue.yaml': 'reminders: { ledger: /var/log/told.ndjson }' },
      {},
      2,
      'is outside the repository',
    ],
    [
      [],
      { 'plandue.yaml': 'reminders: { ledger: ../told.ndjson }', '../x': '' },
      {},
      2,
      'is outside the repository',
    ],
    [
      [],
      { 'plandue.yaml': 'reminders: { ledger: "..\\\\told.ndjson" }' },
      {},
      2,
      'must be a file of its own with slashes in its path',
    ],
    [
      [],
      { 'plandue.yaml': 'reminders: { ledger: .Git/told.ndjson }' },
      {},
      2,
      'is outside the repository',
    ],
    [[], { 'told.ndjson': { link: '/home/ada/.profile' } }, {}, 2, 'is a dangling symbolic link'],
    [
      [],
      { 'plandue.yaml': 'records: plans' },
      {},
      2,
      'has no `reminders`: add the line `reminders: { ledger',
    ],
  ])('under %j and %j tells nobody, and says: $4', async (args, more, world, exitCode, message) => {
    const result = await on('2024-02-07', args, more, world)
    expect(result).toMatchObject({ exitCode, out: '', err: expect.stringContaining(message) })
  })

  it.each([
    [0, '', 'nothing is sent that is not recorded'],
    [1, 'Draft action plan due ', 'it is told again by the next run'],
  ])('on a disk that is full after %i entries ends with 3, because $2', async (room, told) => {
    const { host, seen } = memoryHost({ files })
    let entries = 0
    const full: Host = {
      ...host,
      appendToDisk: (path, text) =>
        entries++ < room
          ? host.appendToDisk(path, text)
          : { problem: { kind: 'other', why: 'the disk is full' } },
    }
    expect(await run(['remind', '--today', '2024-02-07'], full)).toBe(3)
    expect(seen.out.slice(0, 22)).toBe(told.slice(0, 22))
    expect(seen.err).toBe('plandue: the ledger `told.ndjson` cannot be written: the disk is full\n')
  })

  it('can be anywhere if the command line says so', async () => {
    const { exitCode, files: after } = await on('2024-02-07', ['--ledger', '/var/told'])
    expect(exitCode).toBe(0)
    expect(after.get('/var/told')).toContain('"kind":"intent"')
  })
})

describe('a channel that cannot be used', () => {
  it('stops no other; who was not reached is said, and nothing recorded that was not tried', async () => {
    const more = policy('  recipients: [{ to: ada@example.org, channel: email }, { to: desk }]')
    const { exitCode, out, err, files: after } = await on('2024-02-07', [], more)
    expect(exitCode).toBe(3)
    expect(out).toContain('Draft action plan due')
    expect(err).toContain('plandue: not delivered: ada@example.org by email: ')
    expect(String(after.get('told.ndjson'))).not.toContain('ada@')
  })
})

describe('remind --dry-run', () => {
  it('shows what would go, and writes nothing', async () => {
    const { out, files: after, exitCode } = await on('2024-02-07', ['--dry-run', '-f', 'plain'])
    expect(exitCode).toBe(0)
    expect(out).toMatch(
      /^To standard output\nDraft action plan due Friday 9 February: 2 working days left\n/,
    )
    expect(out).toContain('\nDue: Friday 9 February 2024, 2 working days left\n')
    expect(after.has('told.ndjson')).toBe(false)
  })

  it('says so if nothing would, and only who if quiet', async () => {
    expect((await on('2024-01-15', ['--dry-run'])).out).toBe(
      'No reminders would be sent on Monday 15 January 2024.\n',
    )
    expect((await on('2024-02-07', ['--dry-run', '-q'])).out).toBe(
      'standard output: Draft action plan due Friday 9 February: 2 working days left\n',
    )
  })
})

describe('remind --dry-run shows what goes over each channel', () => {
  const LONG = 'Weekly audit](https://evil.example) of strategy discussions'
  const contentOver = async (channel: string, to: string, format = 'json', args: string[] = []) => {
    const { out } = await on('2024-02-07', ['--dry-run', '-f', format, ...args], {
      ...policy(`  default: { to: ${to}, channel: ${channel} }\n  commands: { desk: [tell] }`),
      'plans/a.yaml': record(`actions: [{ id: A, title: "${LONG}", due: 2024-02-08 }]\n`, {
        published: 'received: 2024-01-12',
      }),
    })
    return format === 'json' ? JSON.parse(out).digests[0].content : out
  }

  it.each([
    ['stdout', 'a', LONG, 'it is printed as it is'],
    ['email', 'a@example.org', LONG, 'it is the text; the HTML stands beside it'],
    ['command', 'desk', LONG, 'it is the text on standard input'],
    ['notify', 'a@example.org', LONG.replace('](', '] ('), 'Notify would make a link of it'],
  ])('%s to %s: %s, because %s', async (channel, to, words) => {
    const content = await contentOver(channel, to)
    expect(content.replace(/\s+/g, ' ')).toContain(words)
  })

  it.each([
    ['slack', { unfurl_links: false }],
    ['teams', { type: 'message' }],
    ['webhook', { schemaVersion: 1, recipient: 'a', key: expect.stringMatching(/^[0-9a-f]{32}$/) }],
  ])('%s: a value that goes as JSON', async (channel, part) => {
    expect(await contentOver(channel, 'a')).toMatchObject(part)
    const [heading, ...lines] = (await contentOver(channel, 'a', 'plain', ['-v'])).split('\n')
    expect(heading).toBe(`To a by ${channel}`)
    expect(JSON.parse(lines.join('\n'))).toMatchObject(part)
  })

  it.each([
    ['slack', /^To a by slack\n2 items need you: next due/, 'people read it'],
    ['teams', /^To a by teams\n2 items need you: next due/, 'people read it'],
    ['webhook', /^To a by webhook\n\{/, 'only a program reads it'],
  ])('%s, not verbose, is %s, because %s', async (channel, start, _because) => {
    expect(await contentOver(channel, 'a', 'plain')).toMatch(start)
  })
})

describe('remind --explain', () => {
  const snoozed = record(
    'plan: { draft: { snooze: { until: 2024-02-07, reason: The board meets } } }\n',
    { published: 'received: 2024-01-12' },
  )
  it.each<[string, Record<string, MemoryFile>, string, string]>([
    [
      '2024-01-15',
      {},
      'due on Friday 9 February 2024, 19 working days left: no reminder yet',
      'next on Friday 26 January 2024, 10 working days before',
    ],
    [
      '2024-02-07',
      {},
      '2 working days left: reminder 2 working days before',
      'next on Thursday 8 February 2024, 1 working day before',
    ],
    [
      '2024-02-07',
      { 'told.ndjson': told(2) },
      'sent on Friday 2 February 2024, 2 working days before',
      'next on Thursday 8',
    ],
    [
      '2024-02-10',
      {},
      'today is not a working day',
      'next on Monday 12 February 2024, 1 working day late',
    ],
    [
      '2024-02-07',
      { 'plans/a.yaml': snoozed },
      'snoozed until Wednesday 7 February 2024: The board meets',
      'next on Thursday 8',
    ],
    [
      '2024-02-07',
      policy('  before: [0]\n  overdue: never'),
      'no reminder yet',
      'next on Friday 9 February 2024, on the due day',
    ],
  ])('on %s: $2, $3', async (date, more, why, next) => {
    const args = ['--explain', '-v', '-f', 'plain']
    const { out, exitCode, files: after } = await on(date, args, more)
    expect(exitCode).toBe(0)
    expect(out).toContain(why)
    expect(out).toContain(`if still open, ${next}`)
    expect(after.get('told.ndjson')).toBe(more['told.ndjson'])
  })

  it('tells each day up to another', async () => {
    const { out } = await on('2024-02-05', ['--explain', '--until', '2024-02-12', '-f', 'plain'])
    expect(out).toContain(`up to Monday 12 February 2024: standard output (4)
Wednesday 7 February 2024: a#draft, 2 working days before
Thursday 8 February 2024: a#draft, 1 working day before
Friday 9 February 2024: a#draft, on the due day
Monday 12 February 2024: a#draft, 1 working day late
`)
  })

  it('has a section for each recipient, and a line for all who hear the same on a day', async () => {
    const to = 'somebody-with-a-long-name@children.exampleshire.gov.uk'
    const { out } = await on(
      '2024-02-07',
      ['--explain', '--until', '2024-02-08', '-q', '-f', 'table'],
      policy(`  recipients: [{ to: desk }, { to: ${to}, channel: email }]`),
      { columns: 80 },
    )
    const row = `  a#draft   Shropshire Council: Draft action plan
            - due on Friday 9 February 2024, 2 working days left: reminder 2
              working days before
            - if still open, next on Thursday 8 February 2024, 1 working day
              before
`
    expect(out).toContain(`\nTo be sent: desk (1)\n${row}`)
    expect(out).toContain(`\nTo be sent: ${to} by email (1)\n${row}`)
    expect(out).toContain(`up to Thursday 8 February 2024 (1)
  Thu 8 Feb 2024   a#draft   1 working day before: desk,
`)
  })

  it('warns of a rule for an owner, an authority or a framework that no item has', async () => {
    const more = policy('  recipients: [{ to: desk, authority: Shropshir Council }, { to: desk }]')
    const why =
      'no item has the authority `Shropshir Council` (rule 1, to desk): did you mean `Shropshire Council`?'
    for (const args of [[], ['-q']]) {
      const { out } = await on('2024-02-07', ['--explain', '-f', 'plain', ...args], more)
      expect(out).toContain(why.replace('no', 'No'))
    }
    const { out } = await on('2024-02-07', ['--explain', '-f', 'json'], more)
    expect(JSON.parse(out).unmatched).toEqual([
      { rule: 1, to: 'desk', key: 'authority', value: 'Shropshir Council', why },
    ])
    const sound = policy('  recipients: [{ to: desk, authority: SHROPSHIRE\u00A0Council }]')
    const told = await on('2024-02-07', ['--explain', '-f', 'json'], sound)
    expect(JSON.parse(told.out)).toMatchObject({ unmatched: [], decisions: [{ to: 'desk' }, {}] })
  })

  it('says that an incomplete set may lack reminders, in every format', async () => {
    const more = { 'plans/b.yaml': 'authority: A\n' }
    const plain = await on('2024-02-07', ['--explain', '-f', 'plain'], more)
    expect(plain).toMatchObject({ exitCode: 1, out: expect.stringMatching(/^Incomplete: /) })
    const json = await on('2024-02-07', ['--explain', '-f', 'json'], more)
    expect(JSON.parse(json.out)).toMatchObject({
      complete: false,
      decisions: [
        { item: 'a#draft', isToBeTold: true, rung: 2, quiet: null, next: '2024-02-08' },
        { item: 'a#final', quiet: { kind: 'notYet' } },
      ],
    })
  })

  it.each(['--explain', '--dry-run'])(
    '%s: missing evidence is reported, and hides no reminder',
    async (option) => {
      const evidence = 'plan: { draft: { submitted: 2024-01-22, evidence: papers/none.pdf } }'
      const more = { 'plans/b.yaml': record(evidence, { published: 'received: 2024-01-12' }) }
      const plain = await on('2024-02-07', [option, '-f', 'plain'], more)
      expect(plain).toMatchObject({ exitCode: 1, out: expect.not.stringContaining('Incomplete') })
      expect(plain.err).toContain('error evidence-missing')
      expect(plain.out).not.toContain('could not be read')
      const json = await on('2024-02-07', [option, '-f', 'json'], more)
      expect(JSON.parse(json.out).complete).toBe(true)
    },
  )

  it('has the last reminder sent under the published keys in JSON', async () => {
    const { out } = await on('2024-02-05', ['--explain', '-f', 'json'], { 'told.ndjson': told(5) })
    expect(JSON.parse(out).decisions[0]).toMatchObject({
      isToBeTold: false,
      rung: 5,
      quiet: { kind: 'told', telling: { due: '2024-02-09', rung: 5, asAt: '2024-02-02' } },
    })
  })

  it('says who gets nothing, and the policy, only if verbose', async () => {
    expect((await on('2024-02-07', ['--explain'])).out).not.toContain('a#final')
    const { out } = await on(
      '2024-02-07',
      ['--explain', '-v'],
      policy('  escalation: { after: 3, to: [{ to: boss }] }'),
    )
    expect(out).toContain('Not to be sent: standard output (1)\na#final')
    expect(out).toContain(
      'Reminders are sent with 10, 5, 2, 1 and 0 working days left. Once an item is overdue, a reminder is sent every working day. From 3 working days late, reminders also go to boss. No reminders are sent on closed days.\n',
    )
    const late = await on('2024-02-07', ['--explain', '-v'], policy('  before: []'))
    expect(late.out).toContain(
      'No reminders are sent before an item is overdue. Once an item is overdue, a',
    )
  })

  it('names each rung of the policy once, the first to come first', async () => {
    const { out } = await on('2024-02-07', ['--explain', '-v'], policy('  before: [0, 5, 5]'))
    expect(out).toContain('Reminders are sent with 5 and 0 working days left')
  })

  it.each([
    [['--explain', '--dry-run'], 'use either `--explain` or `--dry-run`'],
    [['--until', '2024-03-01'], '`--until` needs `--explain`'],
    [['--explain', '--until', '2024-02-01'], 'is before the day of the report'],
  ])('%j is refused: %s', async (args, message) => {
    expect(await on('2024-02-07', args)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining(message),
    })
  })
})

describe('plandue explain', () => {
  it('tells that an item is snoozed, up to its last day', async () => {
    const text = record(
      'plan: { draft: { snooze: { until: 2024-02-07, reason: The board meets } } }\n',
    )
    const explain = (today: string) =>
      plandue(['explain', 'a#draft', '--today', today], { files: { 'plans/a.yaml': text } })
    const words = 'reminders paused until the end of Wednesday 7 February 2024: The board meets'
    expect((await explain('2024-02-07')).out).toContain(words)
    expect((await explain('2024-02-08')).out).not.toContain('The board meets')
  })
})

describe('remind ack', () => {
  const ack = (date: string, args: string[], more: Record<string, MemoryFile> = {}) =>
    plandue(['remind', 'ack', ...args, '--today', date], { files: { ...files, ...more } })
  const by = ['--by', 'standard output']

  it.each([
    ['2024-02-05', [], '2024-02-08', 'the due day itself is told'],
    ['2024-02-09', [], '2024-02-16', 'five working days from the due day'],
    ['2024-02-12', [], '2024-02-19', 'five working days from a late day'],
    ['2024-02-08', [], '2024-02-08', 'it is due tomorrow'],
    ['2024-02-12', ['--until', '2024-02-13'], '2024-02-13', 'they say so'],
    ['2024-02-12', ['--until', '2024-02-12'], '2024-02-12', 'today is a day too'],
  ])('on %s %j is quiet up to %s, because %s', async (date, args, until, _because) => {
    const result = await ack(date, ['a#draft', ...by, ...args, '-f', 'json'])
    expect(JSON.parse(result.out)).toMatchObject({ item: 'a#draft', until })
    const ledger = { 'told.ndjson': String(result.files.get('told.ndjson')) }
    expect((await on(until, [], ledger)).out).toBe('')
  })

  it.each([
    ['', '2024-02-08', 'Saturday is sent on Friday'],
    ['closures: [{ from: 2024-02-08, to: 2024-02-12, title: Shut }]\n', '2024-02-06', 'likewise'],
    ['  onClosedDays: true\n', '2024-02-09', 'Saturday is told on the day'],
  ])(
    'under %j of what is due on a Saturday ends on %s, because %s',
    async (lines, until, _because) => {
      const action = 'actions: [{ id: A1, title: Audit, due: 2024-02-10 }]\n'
      const more = {
        'plandue.yaml': `reminders:\n  ledger: told.ndjson\n${lines}`,
        'plans/a.yaml': record(action, { published: 'received: 2024-01-12' }),
      }
      const { out } = await ack('2024-02-05', ['a#A1', ...by, '-f', 'json'], more)
      expect(JSON.parse(out)).toMatchObject({ until })
    },
  )

  it('stands by itself after a line that was cut off', async () => {
    const { files: after, err } = await ack('2024-02-05', ['a#draft', ...by], {
      'told.ndjson': `${told(10)}{"kind":"inte`,
    })
    expect(err).toContain('told.ndjson:3: truncated by a crash')
    const lines = String(after.get('told.ndjson')).trimEnd().split('\n')
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'ack', item: 'a#draft' })
  })

  it('takes the name of whoever hears only of what is late', async () => {
    const more = policy('  escalation: { after: 3, to: [{ to: boss }] }')
    const { out } = await ack('2024-02-05', ['a#draft', '--by', 'boss', '-f', 'json'], more)
    expect(JSON.parse(out)).toMatchObject({ item: 'a#draft', by: 'boss' })
  })

  it('takes as much of an id as no other has', async () => {
    const { out } = await ack('2024-02-05', ['a#d', ...by, '-f', 'plain'])
    expect(out).toBe(
      'standard output gets no reminders of a#draft up to and including Thursday 8 February 2024.\n',
    )
  })

  it('takes an item that only one record has by its own name, and else says who has it', async () => {
    const more = { 'plans/b.yaml': record('actions: [{ id: A7, title: T, due: 2024-02-10 }]\n') }
    const { out } = await ack('2024-02-05', ['a7', ...by, '-f', 'json'], more)
    expect(JSON.parse(out)).toMatchObject({ item: 'b#A7' })
    const { err } = await ack('2024-02-05', ['draft', ...by], more)
    expect(err).toContain('`draft` is an item of 2 records: `a#draft`, `b#draft`')
    const broken = { ...more, 'plans/c.yaml': 'authority: [' }
    expect((await ack('2024-02-05', ['A7', ...by], broken)).err).toContain(
      '`A7` may be an item of a record with errors too: write `b#A7`',
    )
    expect((await ack('2024-02-05', ['A8', ...by], more)).err).toContain('there is no item `A8`')
  })

  it.each([
    ['2024-02-05', [], false, 'it ends before'],
    ['2024-02-05', ['--until', '2024-02-09'], true, 'the due day is quiet too'],
    ['2024-02-12', [], false, 'it is late already'],
  ])(
    'on %s with %j says that it falls due meanwhile: %s, because %s',
    async (date, args, isSaid) => {
      const { out } = await ack(date, ['a#draft', ...by, ...args])
      expect(out.includes('it falls due in that time, on Friday 9 February 2024')).toBe(isSaid)
    },
  )

  it.each([
    [['ack', 'a#draft'], 'See plandue remind ack --help'],
    [['log', '--wait', '5'], 'See plandue remind log --help'],
  ])('%j names its own help where something is wrong', async (args, help) => {
    expect(await remind(args)).toMatchObject({ exitCode: 2, err: expect.stringContaining(help) })
  })

  it.each([
    [['a#draft', '--by', 'standard output '], {}, 'did you mean `standard output`?'],
    [['a#draught', ...by], {}, 'there is no item `a#draught`: did you mean `a#draft`?'],
    [
      ['a#draft', ...by],
      { 'plans/a.yaml': record('plan: { draft: { submitted: 2024-01-22 } }\n') },
      'it is not open',
    ],
    [
      ['a#draft', ...by, '--until', '2024-01-01'],
      {},
      'is before the day of the report, Monday 5 February 2024',
    ],
  ] as const)('%j is refused: $2', async (args, more, message) => {
    expect(await ack('2024-02-05', [...args], more)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining(message),
    })
  })
})

describe('remind log', () => {
  const log = (args: string[], text = told(10) + told(5)) =>
    plandue(['remind', 'log', ...args], { files: { ...files, 'told.ndjson': text } })

  it('tells who was told what, and when', async () => {
    const { out, exitCode } = await log(['-f', 'plain'])
    expect(exitCode).toBe(0)
    expect(out).toContain(
      'Fri 2 Feb 2024, 06:05 UTC: standard output\na#draft: 5 working days before Friday 9 February 2024\n',
    )
    const late = await log(['-f', 'plain'], told(-2) + told(0))
    expect(late.out).toContain('a#draft: 2 working days late, due on Friday 9 February 2024\n')
    expect(late.out).toContain('a#draft: on the due day, Friday 9 February 2024\n')
  })

  it.each([
    [['--item', 'draft'], 2],
    [['--item', 'final'], 0],
    [['--to', 'standard'], 2],
    [['--to', 'desk'], 0],
    [['--since', '2024-02-02'], 2],
    [['--since', '2024-02-03'], 0],
    [['--today', '2024-02-01'], 0],
  ])('%j tells of %i', async (args, number) => {
    expect(JSON.parse((await log([...args, '-f', 'json'])).out).told).toHaveLength(number)
  })

  it('tells what nobody knows the outcome of, and says if it cannot read a line', async () => {
    const [intent = ''] = told(5).split('\n')
    expect((await log(['-f', 'plain'], `${intent}\n`)).out).toContain(
      'standard output: unknown, the run ended before the answer',
    )
    const damaged = await log(['-f', 'json'], `x\n${told(5)}`)
    expect(damaged.exitCode).toBe(1)
    expect(JSON.parse(damaged.out).complete).toBe(false)
    expect((await log(['-q', '-f', 'plain'], `${intent}\n${told(2)}`)).out).not.toContain(
      '2 working days',
    )
    expect((await log(['-q', '-f', 'plain'])).out).toBe('')
  })

  it.each([
    [['draft'], '1 item'],
    [['draft', 'draft'], '1 item'],
    [['draft', 'final', 'draft'], '2 items'],
  ])('counts the items of acknowledgements of %j as %s', async (parts, items) => {
    const ack = (part: string) =>
      `{"kind":"ack","at":"2024-02-02T06:05:00Z","asAt":"2024-02-02","item":"a#${part}","due":"2024-02-09","by":"ada","until":"2024-02-08"}\n`
    const { out } = await log(['-f', 'plain'], parts.map(ack).join(''))
    expect(out).toContain(`Acknowledged (${items})\n`)
  })

  it('shows a time that somebody has changed as it stands', async () => {
    const text = told(5).replace(/"at":"[^"]*"/, '"at":"this morning"')
    const { out, exitCode } = await log(['-f', 'plain'], text)
    expect(exitCode).toBe(0)
    expect(out).toContain('this morning: standard output\n')
  })
})

describe('the commands below remind', () => {
  it.each([
    [['prune', '--dry-run'], 'there is no option --dry-run'],
    [['--dry-run', 'prune'], '`--dry-run` cannot be used with a subcommand'],
    [['--explain', 'log'], '`--explain` cannot be used with a subcommand'],
    [['log', '--until', '2024-02-09'], 'there is no option --until'],
  ])('%j is refused, and changes nothing', async (args, message) => {
    const text = told(10) + told(5)
    const world = { files: { ...files, 'told.ndjson': text }, today: '2026-02-07' }
    const { exitCode, err, files: after } = await remind(args, world)
    expect({ exitCode, text: after.get('told.ndjson') }).toEqual({ exitCode: 2, text })
    expect(err).toContain(message)
  })

  it('take the common options before and after their names', async () => {
    const world = { files: { ...files, 'told.ndjson': told(5) } }
    const json = JSON.parse((await remind(['-f', 'json', 'log'], world)).out)
    expect(json).toEqual(JSON.parse((await remind(['log', '-f', 'json'], world)).out))
    expect((await remind(['-f', 'json', 'log', '-f', 'plain'], world)).out).toMatch(/^Reminders\n/)
  })
})

describe('remind prune', () => {
  const prune = (args: string[], more: Record<string, MemoryFile> = {}) =>
    plandue(['remind', 'prune', '--today', '2024-02-07', ...args], {
      files: { ...files, 'told.ndjson': told(10) + told(5), ...more },
    })

  it.each([
    [[], {}, 4, 'all is of this year'],
    [['--before', '2024-02-03'], {}, 2, 'the last of the open item stays'],
    [['--before', '2024-02-02'], {}, 4, 'it is of that day'],
    [
      ['--before', '2024-02-03'],
      { 'plans/a.yaml': record('plan: { draft: { submitted: 2024-01-22 } }\n') },
      0,
      'the item is settled',
    ],
    [
      ['--before', '2024-02-03'],
      { 'plans/a.yaml': 'authority: A\n' },
      2,
      'the record cannot be read',
    ],
  ] as const)('%j keeps $2 lines, because $3', async (args, more, kept, _because) => {
    const { out, files: after } = await prune([...args, '-f', 'json'], more)
    expect(JSON.parse(out)).toMatchObject({ lines: 4, kept })
    expect(String(after.get('told.ndjson')).split('\n')).toHaveLength(kept + 1)
  })

  it('takes out what was told of a record that is no more', async () => {
    const text = told(5).replaceAll('a#draft', 'gone#draft')
    const { out } = await prune(['--before', '2024-02-03', '-f', 'json'], { 'told.ndjson': text })
    expect(JSON.parse(out)).toMatchObject({ lines: 2, kept: 0 })
  })

  it('writes nothing where nothing goes', async () => {
    const text = `${told(5)}{"kind":"inte`
    expect((await prune([], { 'told.ndjson': text })).files.get('told.ndjson')).toBe(text)
  })

  it('says what it did', async () => {
    const { out } = await prune(['--before', '2024-02-03', '-f', 'plain'])
    expect(out).toBe('Removed 2 lines of 4 from told.ndjson.\n')
    expect((await prune(['--before', '2024-02-03', '-q', '-f', 'plain'])).out).toBe('2\n')
    expect((await prune(['-v'])).out).toContain(
      'all entries from Tuesday 7 February 2023 on are kept',
    )
  })
})

describe('the end of a digest', () => {
  const audit = record('actions: [{ id: A1, title: Audit, owner: QA, due: 2024-02-06 }]\n', {
    published: 'received: 2024-01-12',
  })
  const ENDS: [string, string, string[], string][] = [
    [
      'it is printed for whoever runs plandue',
      '',
      ['To pause reminders of an item: plandue remind ack ITEM --by "standard output"'],
      '2024-02-07',
    ],
    [
      'a printed one has a name',
      '  contact: the QA team\n  recipients: [{ to: qa }]',
      [
        'You get this because you are named for all items.',
        'To pause reminders of an item: plandue remind ack ITEM --by qa',
        'For questions: ask the QA team',
      ],
      '2024-02-07',
    ],
    [
      'nobody says whom to ask',
      '  default: { to: a@b.org, channel: email }',
      [
        'You get this because no rule names anyone else.',
        'For questions, or to pause reminders of an item: ask whoever runs plandue for you',
      ],
      '2024-02-07',
    ],
    [
      'a mail can be answered',
      '  replyTo: q@b.org\n  contact: Ada\n  recipients: [{ to: a@b.org, channel: email, authority: Shrop, framework: ilacs-focused-visit }, { to: a@b.org, channel: email, owner: qa }]',
      [
        'You get this because you are named for authority Shrop with framework ilacs-focused-visit and you are named for owner qa.',
        'For questions, or to pause reminders of an item: reply to this email, or ask Ada',
      ],
      '2024-02-07',
    ],
    [
      'a program has no reply',
      '  contact: "\\e[31mAda"\n  commands: { desk: [tell] }\n  default: { to: x@y.org, channel: email, replyTo: q@b.org }\n  escalation: { after: 1, to: [{ to: desk, channel: command }] }',
      [
        'You get this because something is 1 working day late or more.',
        'For questions, or to pause reminders of an item: ask \u001b[31mAda',
      ],
      '2024-02-07',
    ],
  ]
  it.each(ENDS)('where %s', async (_because, lines, footer, today) => {
    const more = { ...policy(lines), 'plans/a.yaml': audit }
    const { out } = await on(today, ['--dry-run', '-f', 'json'], more)
    const digest = JSON.parse(out).digests.at(-1)
    expect(digest.footer).toEqual(footer)
    const oneLine = digest.text.replace(/\s+/g, ' ')
    for (const text of footer) expect(oneLine).toContain(text.replace('\u001b', '\ufffd'))
  })

  it('stands in messages to Slack and Teams, escaped', async () => {
    const more = policy(
      '  contact: "<!channel>"\n  recipients: [{ to: a, channel: slack }, { to: a, channel: teams }]',
    )
    const { out } = await on('2024-02-07', ['--dry-run', '-f', 'json'], more)
    const [slack, teams] = JSON.parse(out).digests.map((one: object) => JSON.stringify(one))
    expect(slack).toContain(
      'named for all items. For questions, or to pause reminders of an item: ask &lt;!channel&gt;',
    )
    expect(teams).toContain('pause reminders of an item: ask <!channel>')
  })
})

describe('the configuration of reminders', () => {
  it.each([
    ['reminders: {}', '`reminders` has no `ledger`'],
    ['reminders: { ledger: l.ndjson, befor: [1] }', 'did you mean `before`?'],
    ['reminders: { ledger: l.ndjson, overdue: dayly }', 'did you mean `daily`?'],
    [
      'reminders: { ledger: l.ndjson, recipients: [{ to: a, channel: emial }] }',
      'did you mean `email`?',
    ],
    [
      'reminders: { ledger: l.ndjson, escalation: { after: 3, to: [{ to: dsk, channel: command }] }, commands: { desk: [tell] } }',
      'did you mean `desk`?',
    ],
    ['reminders: { ledger: l.ndjson, link: "javascript:alert(1)" }', 'must be an address like'],
    [
      'reminders: { ledger: l.ndjson, quietHours: { from: "7pm", to: "07:00" } }',
      'must be a time like 19:00',
    ],
  ])('%s is refused: %s', async (config, message) => {
    const { exitCode, err } = await on('2024-02-07', [], { 'plandue.yaml': `${config}\n` })
    expect(exitCode).toBe(2)
    expect(err.replace(/\s+/g, ' ')).toContain(message)
  })
})
