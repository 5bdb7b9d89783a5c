import { describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

// The second line of the configuration is that of the fault, and the message tells what to do.

const explain = (lines: string, more = '') =>
  plandue(['remind', '--explain', '--today', '2024-02-01'], {
    files: {
      'plandue.yaml': `reminders:\n  ${lines}\n${lines.startsWith('ledger') ? '' : '  ledger: r.ndjson\n'}${more}`,
      'plans/a.yaml': record('', { published: 'received: 2024-01-12' }),
      'list.json': '{}',
    },
  })

describe('reminders that contradict themselves', () => {
  it.each([
    ['ledger: plandue.yaml', 'wrong-form', '`ledger` must be a file of its own', 11],
    ['ledger: ./plandue.yaml', 'wrong-form', '`ledger` must be a file of its own', 11],
    ['ledger: plans/a.yaml', 'wrong-form', '`ledger` must be a file of its own', 11],
    ['ledger: plans/new.yml', 'wrong-form', '`ledger` must be a file of its own', 11],
    ['ledger: package.json', 'wrong-form', '`ledger` must be a file of its own', 11],
    ['ledger: .git/hooks/post-commit', 'wrong-form', 'a file of its own', 11],
    ['ledger: beat.json', 'wrong-form', '`ledger` must be a file of its own', 11],
    ['quietHours: { from: "19:00", to: "19:00" }', 'wrong-form', 'another time than `from`', 36],
    ['recipients: [{ channel: slack }]', 'missing-key', 'add a line like `to: plans-team`', 18],
    ['default: { channel: email }', 'missing-key', '`default` has no `to`', 14],
    ['recipients: [{ to: a }, { to: b, channel: email }]', 'wrong-form', 'found `b`', 33],
    ['recipients: [{ to: a, channel: notify }]', 'wrong-form', 'an address like', 22],
    ['recipients: [{ to: a@example.org }]', 'no-channel', 'add `channel: email`', 22],
    ['default: { to: a@example.org }', 'no-channel', 'no `channel` says how to reach it', 18],
    ['escalation: { after: 5, to: [{ to: a@b.org }] }', 'no-channel', '`a@b.org`', 38],
    ['recipients: [{ to: desk, channel: command }]', 'missing-key', 'has no `commands`', 22],
    ['recipients: [{ to: a, framework: jtia }]', 'unknown-framework', 'mean `jtai`', 36],
    [
      'recipients: [{ to: a, channel: slack, replyTo: a@b.org }]',
      'reply-to-unused',
      'give `contact`',
      50,
    ],
    ['default: { replyTo: a@b.org }', 'reply-to-unused', '`replyTo` is for email only', 23],
    ['replyTo: a@b.org', 'reply-to-unused', 'no recipient has `channel: email`', 12],
    ['replyTo: Ada <a@b.org>', 'wrong-form', 'an address like plans@example.gov.uk', 12],
    ['recipients: [{ to: a, on: [munday] }]', 'not-allowed', 'mean `sunday`', 30],
    ['recipients: [{ to: a, on: [] }]', 'wrong-type', 'at least one', 29],
    ['link: "https://example.org/{fil}"', 'not-allowed', 'did you mean `{file}`?', 9],
  ])('%s is %s: %s', async (line, code, words, column) => {
    const { exitCode, err } = await explain(line, 'heartbeat: beat.json\n')
    expect(exitCode).toBe(2)
    expect(err).toContain(`plandue.yaml:2:${column}: error ${code}: `)
    expect(err).toContain(words)
    expect(err.match(/ error /g)).toHaveLength(1)
  })

  it.each([
    ['commands: { desk: [x] }\n  default: { to: dask, channel: command }', 'did you mean `desk`?'],
    ['overdue: never\n  before: []', '`before` must be a list with at least one entry'],
  ])('%s: %s', async (lines, words) => {
    const { exitCode, err } = await explain(lines)
    expect(exitCode).toBe(2)
    expect(err).toMatch(/^plandue\.yaml:3:\d+: error /)
    expect(err).toContain(words)
  })

  it.each([
    ['before: []', 'what is overdue is told'],
    [
      'before: []\n  overdue: never\n  escalation: { after: 1, to: [{ to: boss }] }',
      'it is escalated',
    ],
    ['recipients: [{ to: a@example.org, channel: stdout }]', 'it shall be printed'],
    ['recipients: [{ to: team }]', 'a name can be printed'],
    ['recipients: [{ to: team, on: [monday, friday] }]', 'a digest can go twice a week'],
    ['replyTo: a@b.org\n  default: { to: a@b.org, channel: email }', 'mail is sent'],
    ['recipients: [{}]', 'there is one place for what is printed'],
    ['quietHours: { from: "07:00", to: "19:00" }', 'they need not run over midnight'],
    ['ledger: told/r.ndjson', 'it is a file of its own'],
  ])('%s is sound, because %s', async (lines, _because) => {
    expect(await explain(lines)).toMatchObject({ exitCode: 0, err: '' })
  })

  it('are all told at once', async () => {
    const { err } = await explain('default: { to: a@b.org }', '  link: http://x/{y}{z}\n')
    expect(err.match(/ error [a-z-]+/g)).toEqual([
      ' error no-channel',
      ...Array(2).fill(' error not-allowed'),
    ])
  })
})
