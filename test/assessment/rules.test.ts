import { describe, expect, it } from 'vitest'
import { isInForce, isOfAnyReport, rulesFor } from '../../src/assessment/rules.ts'
import type { Framework, Stage } from '../../src/frameworks/framework.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { isoDate } from '../helpers/memory-host.ts'

const [shipped] = shippedFrameworks as [Framework]
const [{ from: _from, until: _until, ...stage }] = shipped.stages as [Stage]

/** A version of the final plan's rule, which holds from one day to another. */
function version(title: string, from?: string, until?: string): Stage {
  return {
    ...stage,
    id: 'final',
    title,
    clock: 'received',
    ...(from ? { from: isoDate(from) } : {}),
    ...(until ? { until: isoDate(until) } : {}),
  }
}

const OLD = version('old', '2015-04-01', '2017-12-31')
const OLDER = version('older', '2010-04-01', '2012-12-31')
const NEW = version('new', '2020-04-01', '2022-12-31')
const NEWER = version('newer', '2024-04-01')
const ALL = [OLDER, OLD, NEW, NEWER]

const ruleOn = (received: string | undefined, stages: readonly Stage[]) => {
  const dates = received ? { received: isoDate(received) } : {}
  const facts = { authority: 'A', framework: 'own', ...dates }
  return rulesFor({ ...shipped, stages: [...stages] }, facts, undefined).get('final')
}

describe('the rule for a report', () => {
  it.each<[string | undefined, string, boolean, string]>([
    ['2010-04-01', 'older', true, 'the first day counts'],
    ['2012-12-31', 'older', true, 'so does the last one'],
    ['2013-01-01', 'older', false, 'none is in force, and this one has just ended'],
    ['2018-06-01', 'old', false, 'of those that have ended it ended last'],
    ['2020-04-01', 'new', true, 'it is in force'],
    ['2023-06-01', 'new', false, 'one that has ended goes before one that is to come'],
    ['2030-01-01', 'newer', true, 'it has no end'],
    ['2009-01-01', 'older', false, 'of those that are to come it comes first'],
    [undefined, 'older', true, 'without a date the first one stands for all'],
  ])('received on %s is %s, in force: %s, because %s', (received, title, inForce, _because) => {
    for (const stages of received ? [ALL, ALL.toReversed()] : [ALL]) {
      const found = ruleOn(received, stages)
      expect([found?.rule.title, found?.isInForce]).toEqual([title, inForce])
    }
  })

  it('has no beginning or no end where its dates say none', () => {
    expect(isInForce(version('ever'), isoDate('1990-01-01'))).toBe(true)
    expect(isInForce(version('since', '2020-01-01'), isoDate('2019-12-31'))).toBe(false)
    expect(isInForce(version('up to', undefined, '2020-01-01'), isoDate('2020-01-02'))).toBe(false)
  })
})

describe('whether a rule holds for every report of 1 June 2021', () => {
  it.each<[Stage, boolean, string]>([
    [NEW, true, 'it is in force'],
    [NEWER, false, 'it is to come'],
    [{ ...NEW, optional: true }, false, 'somebody must ask for it'],
    [{ ...NEW, clock: 'submitted', after: 'draft' }, false, 'it waits for another stage'],
  ])('%#: %s, because %s', (rule, expected, _because) => {
    expect(isOfAnyReport(rule, isoDate('2021-06-01'))).toBe(expected)
  })
})
