import { describe, expect, it } from 'vitest'
import { assess, itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

describe('the due date is the first of these that the record has', () => {
  const plan = (final: string) => `plan: { final: { ${final} } }`
  const both = 'published: 2024-01-12\nreceived: 2024-01-05'

  it.each([
    ['published: 2024-01-12', '', '2024-04-23', 'published', '70 working days from publication'],
    [both, '', '2024-04-16', 'received', 'the statutory clock starts with receipt'],
    [
      both,
      plan('stated: 2024-04-19'),
      '2024-04-19',
      'stated',
      'the letter prints a date of its own',
    ],
    [
      both,
      plan('stated: 2024-04-19, extensions: [{ to: 2024-05-07 }, { to: 2024-05-01 }]'),
      '2024-05-07',
      'extended',
      'the latest extension goes before all else',
    ],
  ])('%j, %j: due %s by %s, because %s', (published, lines, due, basis) => {
    expect(itemOf(record(lines, { published }), 'final', '2024-02-01')).toMatchObject({
      due,
      basis,
    })
  })

  it('keeps the date before the extension', () => {
    const text = record(plan('extensions: [{ to: 2024-05-07, on: 2024-04-15 }]'))
    expect(itemOf(text, 'final', '2024-04-20')).toMatchObject({
      due: '2024-05-07',
      originalDue: '2024-04-23',
    })
  })

  it('knows nothing of an extension before the day on which it was granted', () => {
    const text = record(plan('extensions: [{ to: 2024-05-07, on: 2024-04-15 }]'))
    expect(itemOf(text, 'final', '2024-04-14')).toMatchObject({
      due: '2024-04-23',
      basis: 'published',
    })
  })

  it('notes a stated date that differs from the computed one, and no other', () => {
    const codes = (stated: string) =>
      assess(record(plan(`stated: ${stated}`)), '2024-02-01').diagnostics.map(({ code }) => code)
    expect(codes('2024-04-24')).toEqual(['stated-differs'])
    expect(codes('2024-04-23')).toEqual([])
  })
})

describe('a deadline beyond the official bank holidays is provisional', () => {
  it.each([
    ['2028-09-15', '2028-12-22', false, 'the last official day is 26 December 2028'],
    ['2028-09-18', '2028-12-27', true, 'later days are projected'],
    ['2011-12-30', '2012-04-11', true, 'before 2012 no official list is shipped'],
  ])('received %s: due %s, provisional %s, because %s', (date, due, provisional) => {
    const item = itemOf(record('', { published: `received: ${date}` }), 'final', date)
    expect(item).toMatchObject({ due, provisional })
  })

  it('is not provisional where no bank holiday was counted: calendar days, a stated date', () => {
    const report = 'authority: A\nframework: hmicfrs\npublished: 2028-12-20'
    expect(itemOf(report, 'final', '2028-12-20')).toMatchObject({
      due: '2029-02-13',
      provisional: false,
    })
    const stated = record('plan: { final: { stated: 2029-03-01 } }', {
      published: 'received: 2028-12-01',
    })
    expect(itemOf(stated, 'final', '2028-12-20').provisional).toBe(false)
  })
})

describe('working days left', () => {
  const text = record('', { published: 'received: 2024-01-12' })

  it.each([
    ['2024-02-01', 6, 8, 'Friday 2 to Friday 9 February without the weekend'],
    ['2024-02-09', 0, 0, 'it is the due day'],
    ['2024-02-10', -1, -1, 'on the Saturday after, it is late'],
    ['2024-02-12', -1, -3, 'on the Monday after, one working day has begun'],
    ['2024-02-13', -2, -4, 'on the Tuesday after, two have'],
    ['2024-02-17', -5, -8, 'on the Saturday after that, five have'],
  ])(
    'as at %s: %i working and %i calendar days, because %s',
    (today, workingDaysLeft, calendarDaysLeft) => {
      expect(itemOf(text, 'draft', today)).toMatchObject({
        workingDaysLeft,
        calendarDaysLeft,
      })
    },
  )

  it('is counted at the submission once there is one', () => {
    const sent = (date: string) =>
      itemOf(record(`plan: { draft: { submitted: ${date} } }`), 'draft', '2025-01-01')
        .workingDaysLeft
    expect([sent('2024-01-22'), sent('2024-02-09'), sent('2024-02-16')]).toEqual([14, 0, -5])
  })
})

describe('real letters that name their own dates', () => {
  it('Kirklees, SIF: the cabinet decision names 9 March 2017, a day after the computed one', () => {
    const text = 'authority: Kirklees Council\nframework: sif\npublished: 2016-11-25'
    expect(itemOf(text, 'final', '2016-12-01').due).toBe('2017-03-08')
  })

  it('St Helens, focused visit of 2018: a draft due on 10 September fits receipt on 10 August', () => {
    const text = record('', { published: 'received: 2018-08-10' })
    expect(itemOf(text, 'draft', '2018-08-20').due).toBe('2018-09-10')
  })
})
