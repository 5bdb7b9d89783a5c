import { describe, expect, it } from 'vitest'
import type { BackPlan } from '../../src/assessment/back-plan.ts'
import { assess, itemOf } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

const backPlan: BackPlan = {
  governance: {
    final: [
      { id: 'legal', title: 'Legal check', workingDaysBefore: 5 },
      { id: 'lead', title: 'Lead member', workingDaysBefore: 10 },
      { id: 'board', title: 'Improvement board', workingDaysBefore: 15 },
    ],
  },
  closures: [{ from: isoDate('2024-04-08'), to: isoDate('2024-04-10'), title: 'Spring closure' }],
}
const RECEIVED = { published: 'received: 2024-01-12' }
const open = { governance: backPlan.governance, closures: [] }

// The final plan is due on Tuesday 23 April 2024; Good Friday is 29 March, Easter Monday 1 April.
describe('the steps to a submission', () => {
  const final = (today: string, plan = '', own: BackPlan = open) =>
    itemOf(record(plan, RECEIVED), 'final', today, { backPlan: own })

  it('stand so many working days before it, first step first', () => {
    expect(final('2024-02-05').steps.map(({ id, on }) => [id, on])).toEqual([
      ['board', '2024-04-02'],
      ['lead', '2024-04-09'],
      ['legal', '2024-04-16'],
    ])
  })

  it.each([
    ['2024-04-02', 'onTrack', [], 'the day of the board counts whole'],
    ['2024-04-03', 'atRisk', ['stepMissed'], 'the board has passed, and nobody wrote it down'],
  ])('as at %s: %s %j, because %s', (today, status, reasons, _because) => {
    const margins = { by: { final: 9 } }
    const sent = 'plan: { draft: { submitted: 2024-01-22 } }\n'
    const received = record(sent).replace('published:', 'received:')
    const item = itemOf(received, 'final', today, { backPlan: open, margins })
    expect(item).toMatchObject({ status, reasons, atRiskFrom: '2024-04-03' })
  })

  const at = '2024-04-03'
  it.each([
    ['steps: { board: { done: 2024-04-02 } }', [], 'it was taken'],
    ['steps: { board: { done: 2024-04-04 } }', ['stepMissed'], 'as at this day it was not'],
    ['steps: { board: { planned: 2024-04-05 } }', [], 'it is planned for a later day'],
    ['expected: 2024-04-19', ['stepMissed'], 'a forecast takes no step'],
  ])('%s: %j, because %s', (plan, reasons, _because) => {
    const item = final(at, `plan: { final: { ${plan} } }\n`)
    expect(item.reasons.filter((reason) => reason.startsWith('step'))).toEqual(reasons)
  })

  it('are at risk on a day on which the authority is closed, and the due day stays', () => {
    const item = final('2024-02-05', '', backPlan)
    expect(item).toMatchObject({ status: 'atRisk', reasons: ['stepOnClosure'], due: '2024-04-23' })
    expect(item.why).toEqual([
      'planned for a day on which the authority is closed: Lead member, Tuesday 9 April 2024 (Spring closure)',
    ])
    const moved = 'plan: { final: { steps: { lead: { planned: 2024-04-05 } } } }\n'
    expect(final('2024-02-05', moved, backPlan).status).toBe('onTrack')
  })

  it('are at risk on the very day of a closure, and missed on the next', () => {
    const at = (today: string) =>
      final(today, 'plan: { draft: { submitted: 2024-01-22 } }\n', {
        ...backPlan,
        closures: [{ from: isoDate('2024-04-02'), title: 'Training day' }],
      }).reasons.filter((reason) => reason.startsWith('step'))
    expect(at('2024-04-02')).toEqual(['stepOnClosure'])
    expect(at('2024-04-03')).toEqual(['stepMissed'])
  })

  it('are at risk if they are planned for a day after the due day', () => {
    const plan = (on: string) => `plan: { final: { steps: { legal: { planned: ${on} } } } }\n`
    expect(final('2024-02-05', plan('2024-04-24')).reasons).toEqual(['stepAfterDue'])
    expect(final('2024-02-05', plan('2024-04-23')).reasons).toEqual([])
  })

  it('move with the due day', () => {
    const plan = 'plan: { final: { stated: 2024-05-14 } }\n'
    expect(final('2024-02-05', plan).steps[0]).toMatchObject({ id: 'board', on: '2024-04-22' })
  })

  it('are nothing to a plan that was sent', () => {
    expect(final('2024-04-03', 'plan: { final: { submitted: 2024-03-01 } }\n').steps).toEqual([])
  })

  it('must be known to the configuration if a record names them', () => {
    const plan = 'plan: { final: { steps: { borad: { done: 2024-04-02 } } } }\n'
    const { diagnostics } = assess(record(plan), at, { backPlan })
    expect(diagnostics).toMatchObject([
      {
        code: 'unknown-reference',
        line: 6,
        column: plan.indexOf('borad') + 1,
        message: 'there is no step `borad`',
        hint: expect.stringContaining('board'),
      },
    ])
  })
})

describe('the configuration', () => {
  const files = { 'plans/a.yaml': record('', RECEIVED) }
  const check = (config: string) =>
    plandue(['check', '-f', 'json', '--today', '2024-02-05'], {
      files: { ...files, 'plandue.yaml': config },
    })

  it('names the steps and the closures', async () => {
    const { out } = await check(`governance:
  final:
    - { id: board, title: Improvement board, workingDaysBefore: 15 }
closures:
  - { from: 2024-04-02, title: Training day }
`)
    const final = JSON.parse(out).items.find(({ stage }: { stage: string }) => stage === 'final')
    expect(final).toMatchObject({
      status: 'atRisk',
      steps: [{ id: 'board', on: '2024-04-02', done: null, closure: 'Training day' }],
    })
  })

  it.each([
    [
      'governance: { fnal: [] }',
      '`governance` names `fnal`, which is no stage: did you mean `final`?',
    ],
    [
      'governance: { final: [{ id: a, title: A, workingDaysBefore: 1 }, { id: a, title: B, workingDaysBefore: 2 }] }',
      'two steps to `final` have the id `a`',
    ],
    [
      'closures: [{ from: 2024-05-01, to: 2024-04-01, title: Back }]',
      'the closure `Back` ends on 2024-04-01, before it begins on 2024-05-01',
    ],
  ])('is refused where it says %s', async (config, message) => {
    expect(await check(`${config}\n`)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining(message),
    })
  })
})
