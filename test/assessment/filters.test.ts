import { describe, expect, it } from 'vitest'
import { activeFilters, type Filters, isListed, isMeant } from '../../src/assessment/filters.ts'
import type { Status } from '../../src/assessment/item.ts'
import { itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const text = record(
  'plan: { final: { owner: Head of Service } }\nactions: [{ id: A1, title: Audit, due: 2024-03-28 }]',
)
const [final, action] = ['final', 'A1'].map((id) => itemOf(text, id, '2024-02-05'))

describe('the final plan of Shropshire, which the head of service owns', () => {
  it.each<[Filters, boolean, string]>([
    [{}, true, 'nothing is asked for'],
    [{ authority: ['shropshire'] }, true, 'a part of the name will do'],
    [{ authority: ['York'] }, false, 'it is of another authority'],
    [{ authority: ['York', 'Shropshire'] }, true, 'one of several will do'],
    [{ framework: ['ilacs-focused-visit'] }, true, 'an id is given whole'],
    [{ framework: ['ilacs'] }, false, 'a part of an id is none'],
    [{ owner: ['head'] }, true, 'a part of the name will do'],
    [{ owner: ['QA'] }, false, 'somebody else is meant'],
    [{ stage: ['draft', 'final'] }, true, 'one of several will do'],
    [{ stage: ['draft'] }, false, 'it is another stage'],
    [{ kind: 'stage' }, true, 'it is one'],
    [{ kind: 'action' }, false, 'it is none'],
    [{ stage: ['final'], owner: ['QA'] }, false, 'it must pass every filter'],
  ])('by %j is meant: %s, because %s', (filters, expected, _because) => {
    expect(final && isMeant(final, filters)).toBe(expected)
  })
})

describe('an action that nobody owns', () => {
  it.each<[Filters, string]>([
    [{ stage: ['final'] }, 'it is no stage'],
    [{ owner: ['a'] }, 'it has no owner'],
  ])('is not meant by %j, because %s', (filters, _because) => {
    expect(action && isMeant(action, filters)).toBe(false)
  })
})

describe('what is listed of that', () => {
  it.each<[readonly Status[] | undefined, boolean]>([
    [undefined, true],
    [['onTrack'], true],
    [['overdue', 'onTrack'], true],
    [['overdue'], false],
  ])('with the status %j an item on track: %s', (status, expected) => {
    const filter = status ? { status } : {}
    expect(final && isListed(final, filter)).toBe(expected)
  })
})

describe('the filters that a report names', () => {
  it('are those that were given, always in the same order', () => {
    const given = { stage: ['final'], status: ['overdue'], authority: ['York', 'Leeds'] } as const
    expect(activeFilters(given, ['plans/a.yaml'])).toEqual([
      { name: 'authority', values: ['York', 'Leeds'] },
      { name: 'stage', values: ['final'] },
      { name: 'status', values: ['overdue'] },
      { name: 'path', values: ['plans/a.yaml'] },
    ])
  })

  it('are none where nothing was given, or nothing in a list', () => {
    expect(activeFilters({}, [])).toEqual([])
    expect(activeFilters({ owner: [] }, [])).toEqual([])
  })
})
