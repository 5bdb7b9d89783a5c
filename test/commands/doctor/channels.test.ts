import { describe, expect, it } from 'vitest'
import { variablesOf } from '../../../src/config/channel-variables.ts'
import { CHANNELS } from '../../../src/config/reminders.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

// The variables without which a channel reaches nobody.

const PLANS = { 'plans/a.yaml': record('', { published: 'received: 2024-01-12' }) }
const policy = (...recipients: string[]) =>
  `reminders: { ledger: r.ndjson, commands: { desk: [tell] }, recipients: [${recipients.join(', ')}] }\n`

async function doctor(config: string, env: Record<string, string>, args: string[] = []) {
  const files = { ...PLANS, 'plandue.yaml': config }
  const { out, exitCode } = await plandue(['doctor', '-f', 'json', ...args], { files, env })
  const check = JSON.parse(out).checks.find((one: { check: string }) => one.check === 'channels')
  return { check, exitCode }
}

describe('doctor, on channels', () => {
  it.each<[string[], Record<string, string>, string, string]>([
    [
      ['{ to: plans-team, channel: slack }'],
      {},
      'An environment variable is not set: `PLANDUE_SLACK_PLANS_TEAM`, for slack to plans-team.',
      'nobody set it',
    ],
    [
      ['{ to: a@b.org, channel: email }', '{ to: c@b.org, channel: email }'],
      { PLANDUE_SMTP_URL: ' ', PLANDUE_SMTP_FROM: 'plans@b.org' },
      'An environment variable is not set: `PLANDUE_SMTP_URL`, for email to a@b.org and email to c@b.org.',
      'blanks are no value',
    ],
    [
      ['{ to: a@b.org, channel: email }'],
      { PLANDUE_SMTP_URL: 'smtp://b', PLANDUE_SMTP_FROM: 'p@b.org', PLANDUE_SMTP_USER: 'plans' },
      'An environment variable is not set: `PLANDUE_SMTP_PASSWORD`, for email to a@b.org.',
      'a login has two halves',
    ],
    [
      ['{ to: team, channel: webhook }'],
      {},
      'An environment variable is not set: `PLANDUE_WEBHOOK_TEAM`, for webhook to team, and 1 more.',
      'the details name the other',
    ],
  ])('of %j with %j: %s, because %s', async (recipients, env, what, _because) => {
    const { check, exitCode } = await doctor(policy(...recipients), env)
    expect({ exitCode, check }).toMatchObject({ exitCode: 0, check: { state: 'warning', what } })
    expect(check.next).toContain('plandue remind test')
    expect((await doctor(policy(...recipients), env, ['--strict'])).exitCode).toBe(1)
  })

  it('finds all set, and has nothing to say of what needs none', async () => {
    const email = '{ to: a@b.org, channel: email }'
    const env = { PLANDUE_SMTP_URL: 'smtp://b', PLANDUE_SMTP_FROM: 'p@b.org' }
    expect((await doctor(policy(email), env)).check).toMatchObject({
      state: 'ok',
      what: 'The environment variables of email are set.',
    })
    expect(
      (await doctor(policy('{ to: desk, channel: command }', '{ to: a }'), {})).check,
    ).toBeUndefined()
  })

  it('looks at the escalation and the default as well', async () => {
    const config =
      'reminders: { ledger: r.ndjson, default: { to: a, channel: slack }, escalation: { after: 1, to: [{ to: b, channel: teams }] } }\n'
    expect((await doctor(config, {})).check.details).toEqual([
      '`PLANDUE_SLACK_A`, for slack to a',
      '`PLANDUE_TEAMS_B`, for teams to b',
    ])
  })
})

describe('the variables that doctor knows', () => {
  const VALUES: Record<string, string> = {
    PLANDUE_NOTIFY_API_KEY:
      'plans-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
    PLANDUE_SMTP_FROM: 'p@b.org',
    PLANDUE_SMTP_URL: 'smtp://127.0.0.1:1',
  }
  const cases = CHANNELS.flatMap(({ id, to: kind }) => {
    const to = kind === 'address' ? 'a@b.org' : 'desk'
    const names = variablesOf(id, to, (name) => (name.startsWith('PLANDUE_SMTP') ? 'x' : undefined))
    return names.map((name) => [name, id, to, names] as const)
  })

  it.each(cases)('%s is one that %s asks for', async (missing, channel, to, names) => {
    const rest = names.filter((name) => name !== missing)
    const env = Object.fromEntries(
      rest.map((name) => [name, VALUES[name] ?? 'https://127.0.0.1:1/a-long-enough-value']),
    )
    const files = { ...PLANS, 'plandue.yaml': policy(`{ to: ${to}, channel: ${channel} }`) }
    const { out } = await plandue(['remind', 'test', '-f', 'json'], { files, env })
    expect(JSON.parse(out).results[0].answer).toContain(`\`${missing}\` is not set`)
  })
})
