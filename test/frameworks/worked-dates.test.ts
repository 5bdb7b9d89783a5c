import { describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'

/** An item of a record in JSON. */
type Item = { readonly id: string; readonly due: string | null; readonly status: string }

/** The items of a record of a framework, long after all of its dates. */
async function itemsOf(framework: string, keys: string): Promise<Item[]> {
  const record = `authority: A\nframework: ${framework}\n${keys.replaceAll('; ', '\n')}\n`
  const { out } = await plandue(['check', '-f', 'json', '--today', '2026-11-21'], {
    files: { 'plandue.yaml': '', 'plans/a.yaml': record },
  })
  return JSON.parse(out).items
}

async function dueOf(framework: string, keys: string, stage = 'final') {
  const items = await itemsOf(framework, keys)
  return items.find(({ id }) => id === `a#${stage}`)?.due ?? null
}

describe('Local Government Ombudsman: three months beginning with receipt', () => {
  it.each([
    ['2024-01-15', '2024-04-14', 'the day before 15 April; a Sunday moves nothing'],
    ['2024-01-13', '2024-04-12', 'a Saturday is day 1 like any other day'],
    ['2024-10-01', '2024-12-31', 'three whole months'],
    ['2023-11-30', '2024-02-29', 'February has no 30th: its last day, in a leap year'],
    ['2022-11-30', '2023-02-28', 'its last day, in another year'],
    [
      '2023-11-29',
      '2024-02-28',
      'a leap year has a 29 February, and the day before it is the last',
    ],
    ['2022-11-29', '2023-02-28', 'another year has none: the last day of February'],
    ['2024-02-29', '2024-05-28', 'the day before 29 May'],
    ['2023-12-26', '2024-03-25', 'received on Boxing Day, which is day 1'],
    ['2023-09-26', '2023-12-25', 'Christmas Day moves nothing'],
  ])('received on %s: %s, because %s', async (received, due, _because) => {
    expect(await dueOf('local-government-ombudsman', `received: ${received}`)).toBe(due)
  })
})

describe('Public Services Ombudsman for Wales: one month beginning on receipt', () => {
  it.each([
    ['2024-01-15', '2024-02-14', 'the day before 15 February'],
    ['2024-01-31', '2024-02-29', 'February has no 31st: its last day, in a leap year'],
    ['2023-01-31', '2023-02-28', 'its last day, in another year'],
    ['2024-01-30', '2024-02-29', 'it has no 30th either'],
    [
      '2024-01-29',
      '2024-02-28',
      'a leap year has a 29 February, and the day before it is the last',
    ],
    ['2023-03-31', '2023-04-30', 'April has no 31st'],
    ['2024-02-29', '2024-03-28', 'the day before 29 March'],
    ['2023-11-26', '2023-12-25', 'received on a Sunday; Christmas Day moves nothing'],
    ['2024-03-29', '2024-04-28', 'received on Good Friday, due on a Sunday'],
    ['2019-07-23', '2019-08-22', 'the first day on which the section was in force'],
  ])('received on %s: %s, because %s', async (received, due, _because) => {
    expect(await dueOf('public-services-ombudsman-wales', `received: ${received}`)).toBe(due)
  })
})

describe('Auditor: one month beginning with the day of sending', () => {
  it.each([
    ['sent: 2024-03-01', '2024-03-31', 'the whole of March, though it ends on Easter Sunday'],
    ['sent: 2024-02-01', '2024-02-29', 'the whole of February in a leap year'],
    ['sent: 2023-02-01', '2023-02-28', 'the whole of February in another'],
    ['sent: 2024-12-01', '2024-12-31', 'sent on a Sunday'],
    ['sent: 2024-12-02', '2025-01-01', 'New Year’s Day moves nothing: the meeting comes before it'],
    ['sent: 2024-03-01; received: 2024-03-05', '2024-03-31', 'receipt starts nothing'],
    ['received: 2024-03-04', '2024-04-03', 'it stands in where the day of sending is not known'],
  ])('%s: %s, because %s', async (keys, due, _because) => {
    expect(await dueOf('public-interest-report', keys)).toBe(due)
  })
})

describe('CQC: 28 days beginning on the day after receipt of the request', () => {
  it.each([
    ['received: 2024-02-01', '2024-02-29', 'a leap day counts like any other'],
    ['received: 2023-02-01', '2023-03-01', 'there was none in 2023'],
    ['received: 2024-01-06', '2024-02-03', 'from a Saturday to a Saturday'],
    ['received: 2023-11-27', '2023-12-25', 'Christmas Day moves nothing'],
    ['received: 2023-12-26', '2024-01-23', 'received on Boxing Day: day 1 is the 27th'],
    ['sent: 2024-02-01', '2024-02-29', 'sending gives the earliest date that can be right'],
    ['published: 2024-02-01', null, 'the report on the inspection starts nothing'],
  ])('%s: %s, because %s', async (keys, due, _because) => {
    expect(await dueOf('cqc-request', keys)).toBe(due)
  })
})

describe('School in England: 10 working days from the day after receipt', () => {
  const christmas = 'schoolHolidays: [{ from: 2024-12-21, to: 2025-01-05 }]'
  const none = 'schoolHolidays: []'
  it.each([
    [`received: 2024-12-13; ${christmas}`, '2025-01-10', 'two weeks of holiday are left out'],
    [`received: 2024-12-13; ${none}`, '2024-12-31', 'no holiday falls in, bank holidays do'],
    ['received: 2024-12-13', '2024-12-31', 'holidays that nobody wrote down make it no later'],
    [
      `received: 2024-12-23; ${christmas}`,
      '2025-01-17',
      'received in the holidays: day 1 is 6 January',
    ],
    [
      'received: 2025-02-14; schoolHolidays: [{ from: 2025-02-15, to: 2025-02-23 }]',
      '2025-02-28',
      'half-term is a week and not longer: it counts day by day',
    ],
    [
      'received: 2025-02-14; schoolHolidays: [{ from: 2025-02-15, to: 2025-02-24 }]',
      '2025-03-10',
      'with one weekday more it is longer, and six are left out',
    ],
    [`received: 2025-03-01; ${none}`, '2025-03-14', 'received on a Saturday: day 1 is Monday'],
    [
      `received: 2024-03-29; ${none}`,
      '2024-04-15',
      'from Good Friday: day 1 is the Tuesday after Easter',
    ],
    [`received: 2024-04-22; ${none}`, '2024-05-07', 'the tenth weekday is a bank holiday'],
  ])('%s: %s, because %s', async (keys, due, _because) => {
    expect(await dueOf('school-causing-concern', keys)).toBe(due)
  })
})

describe('Estyn: 20 working days from the day after receipt, without long school holidays', () => {
  it.each([
    [
      'received: 2025-03-24; schoolHolidays: [{ from: 2025-04-12, to: 2025-04-27 }]',
      '2025-05-06',
      'the fortnight at Easter is left out',
    ],
    ['received: 2025-03-24; schoolHolidays: []', '2025-04-23', 'only the bank holidays are'],
  ])('%s: %s, because %s', async (keys, due, _because) => {
    expect(await dueOf('estyn', keys)).toBe(due)
  })
})

describe('Estyn: copies two days after the plan, and the authority’s statement ten days after them', () => {
  const easter = 'schoolHolidays: [{ from: 2025-04-12, to: 2025-04-27 }]'
  const report = `received: 2025-03-24; ${easter}; areasForPriorityAction: [{ id: P1, text: Special measures }]`
  const plan = (submitted: string, rest = '') =>
    `${report}; plan: { final: { submitted: ${submitted} }, copies: { ${rest} }, statement: { x-asked: yes } }`
  it.each([
    [
      plan('2025-04-10', 'x-asked: yes'),
      'copies',
      '2025-04-14',
      'the weekend is left out, holidays are not',
    ],
    [
      plan('2025-04-16', 'x-asked: yes'),
      'copies',
      '2025-04-22',
      'Good Friday and Easter Monday are left out',
    ],
    [
      plan('2025-04-12', 'x-asked: yes'),
      'copies',
      '2025-04-15',
      'finished on a Saturday: day 1 is Monday',
    ],
    [
      plan('2025-04-10', 'submitted: 2025-04-11'),
      'statement',
      '2025-04-29',
      'the same days are left out',
    ],
    [plan('2025-04-10', 'x-asked: yes'), 'statement', null, 'it waits for the copies'],
  ])('%s: %s %s, because %s', async (keys, stage, due, _because) => {
    expect(await dueOf('estyn', keys, stage)).toBe(due)
  })

  it('asks for neither of a school in no category', async () => {
    const keys =
      'received: 2025-03-24; areasForPriorityAction: []; plan: { copies: { x-asked: yes } }'
    const items = await itemsOf('estyn', keys)
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      ['a#final', 'overdue'],
      ['a#copies', 'notRequired'],
    ])
  })
})

describe('from the first day of a rule on', () => {
  it.each([
    ['hmicfrs', 'published: 2017-05-02', '2017-06-26', 'SI 2017/399 regulation 4(a)'],
    ['hmicfrs', 'published: 2017-05-01', null, 'there was no time limit before'],
    ['iopc', 'published: 2014-10-01', '2014-11-25', 'SI 2014/2454 article 3(a)'],
    ['iopc', 'published: 2014-09-30', null, 'paragraph 28B was not in force'],
    ['prevention-of-future-deaths', 'sent: 2013-07-25', '2013-09-19', 'SI 2013/1629 regulation 1'],
    ['prevention-of-future-deaths', 'sent: 2013-07-24', null, 'it was not in force'],
    ['urgent-notification', 'received: 2017-11-29', null, 'the protocol is of the next day'],
    ['jtai', 'published: 2015-11-06', null, 'SI 2015/1792 came in on 9 November'],
  ])('%s, %s: %s, because %s', async (framework, keys, due, _because) => {
    const [item] = await itemsOf(framework, keys)
    expect([item?.due, item?.status === 'notRequired']).toEqual([due, due === null])
  })
})

describe('the coroner’s period runs from the day of sending', () => {
  it.each([
    ['sent: 2024-02-01', '2024-03-28', '56 days, of which the next day is the first'],
    [
      'sent: 2024-02-01; published: 2024-01-30',
      '2024-03-28',
      'the date of the report starts nothing',
    ],
    ['published: 2024-02-01', '2024-03-28', 'it stands in where the day of sending is not known'],
    ['sent: 2024-02-05', '2024-04-01', 'Easter Monday moves nothing'],
  ])('%s: %s, because %s', async (keys, due, _because) => {
    expect(await dueOf('prevention-of-future-deaths', keys)).toBe(due)
  })
})

describe('the duty to publish the report, where a record asks for it', () => {
  it.each([
    ['ilacs-standard', '2024-02-23', 'SI 2007/462 regulation 2: 30 working days'],
    ['sif', '2024-02-23', 'likewise'],
    ['jtai', '2024-02-23', 'SI 2015/1792 regulation 3(8): 30 working days'],
  ])('%s: %s, because %s', async (framework, due, _because) => {
    const keys = 'received: 2024-01-12; plan: { report: { expected: 2024-02-20 } }'
    expect(await dueOf(framework, keys, 'report')).toBe(due)
    expect(await dueOf(framework, 'received: 2024-01-12', 'report')).toBeNull()
  })
})
