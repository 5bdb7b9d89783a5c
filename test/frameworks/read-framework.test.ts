import { describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'

const framework = (id: string, period: string) => `id: our-own
title: Our own
calendar: scotland
stages:
  - id: ${id}
    title: Answer
    period: { ${period} }
    clock: published
    firstDay: dayAfter
    required: always
    citation: { name: A letter, url: https://example.org, checked: 2026-11-21, kind: primary }
`
const check = (own: string) =>
  plandue(['check', '-f', 'json', '--today', '2024-02-05'], {
    files: {
      'plandue.yaml': 'frameworks: [own.yaml]\n',
      'own.yaml': own,
      'plans/a.yaml': 'authority: A\nframework: our-own\npublished: 2024-01-12\n',
    },
  })

describe('a framework of one’s own', () => {
  it('may call a stage by a name that every object has', async () => {
    const { out, exitCode } = await check(framework('constructor', 'count: 20, unit: workingDays'))
    expect(exitCode).toBe(0)
    expect(JSON.parse(out).items).toMatchObject([{ id: 'a#constructor', due: '2024-02-09' }])
  })

  it.each([
    ['count: 600, unit: months', 0, 'fifty years can be counted'],
    ['count: 601, unit: months', 2, 'more cannot'],
    ['count: 10000, unit: calendarDays', 0, 'days are shorter'],
  ])('with %s ends with %i, because %s', async (period, exitCode, _because) => {
    const result = await check(framework('answer', period))
    expect(result.exitCode).toBe(exitCode)
    if (exitCode === 2)
      expect(result.err).toContain('own.yaml:7:22: error wrong-type: `count` must be')
  })
})
