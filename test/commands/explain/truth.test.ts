import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'

const jtai = (dates: string, plan = '') => `authority: A\nframework: jtai\n${dates}\n${plan}\n`

async function asked(text: string, command: string, today: string, config = '') {
  const files = { 'plandue.yaml': config, 'plans/a.yaml': text }
  const { out } = await plandue([command, 'a#final', '--today', today, '-f', 'plain'], { files })
  return out
}

describe('a stated date', () => {
  const stated = (date: string) =>
    jtai('published: 2021-11-17', `plan: { final: { stated: ${date} } }`)
  const FITS = 'receipt on Tuesday 9 November 2021, 6 working days before publication'

  it.each([
    ['explain', `fits ${FITS}`],
    ['say', `It fits ${FITS}`],
  ])('inside the window is explained by %s', async (command, words) => {
    expect(await asked(stated('2022-02-18'), command, '2022-01-10')).toContain(words)
    expect(await asked(stated('2022-02-28'), command, '2022-01-10')).not.toContain('fits')
  })

  it('of a report published on a Saturday counts the days before it as they are stepped back', async () => {
    const text = jtai('published: 2024-01-13', 'plan: { final: { stated: 2024-04-22 } }')
    expect(await asked(text, 'explain', '2024-02-01')).toContain(
      'fits receipt on Thursday 11 January 2024, 2 working days before publication',
    )
  })
})

describe('a day of receipt that is not known', () => {
  it.each([
    ['', false, 'nothing is known of the visit'],
    ['visited: { from: 2026-12-07, to: 2026-12-18 }', false, 'the visit had ended by then'],
    ['visited: { from: 2026-12-14, to: 2026-12-23 }', true, 'the visit ended after that'],
  ])('%j: bounded by the visit %s, because %s', async (visit, isBound, _because) => {
    const out = await asked(jtai(`${visit}\npublished: 2027-01-04`), 'explain', '2027-01-05')
    expect(out).toContain('up to 8 working days before it is public')
    expect(out.includes('though not before the visit ended')).toBe(isBound)
  })
})

describe('what is not firm, and what is not its own day', () => {
  it.each([
    ['received: 2020-01-15', true, 'it is due on 27 April 2020'],
    ['received: 2020-01-10', false, 'it was due on 22 April, before the rule was relaxed'],
    ['received: 2020-06-30', false, 'it is due on 7 October, after that'],
  ])('%s: relaxed %s, because %s', async (dates, isRelaxed) => {
    const out = await asked(jtai(dates), 'explain', '2020-02-01')
    expect(out.includes('SI 2020/445')).toBe(isRelaxed)
  })

  it.each([
    ['published: 2020-06-22', 'stated: 2020-09-22', true, 'the letter prints a day in that time'],
    ['published: 2020-06-22', 'stated: 2020-09-25', false, 'it prints the day after it'],
    [
      'published: 2020-06-22',
      'extensions: [{ to: 2020-09-24 }]',
      true,
      'it is extended to the last day',
    ],
    ['published: 2020-01-15', 'stated: 2020-04-20', true, 'the rule gives a day in that time'],
  ])('%s, %s: relaxed %s, because %s', async (dates, key, isRelaxed, _because) => {
    const out = await asked(jtai(dates, `plan: { final: { ${key} } }`), 'explain', '2020-07-01')
    expect(out.includes('the rule added')).toBe(isRelaxed)
  })

  it.each([
    ['explain', 'Monday 28 December 2020, Boxing Day (substitute day)'],
    ['say', 'Boxing Day (the substitute day, 28 December 2020)'],
  ])('%s says which bank holiday is a substitute day', async (command, words) => {
    expect(await asked(jtai('received: 2020-11-16'), command, '2020-12-01')).toContain(words)
  })
})

describe('the holidays of a school', () => {
  const estyn = (lines: string) =>
    `authority: A\nframework: estyn\nreceived: 2025-03-24\n${lines}\n`

  it.each([
    ['explain', 'earliest possible date'],
    ['say', 'earliest possible date'],
  ])('that nobody has recorded are told by %s', async (command, words) => {
    expect(await asked(estyn(''), command, '2025-04-01')).toContain(words)
    expect(await asked(estyn('schoolHolidays: []'), command, '2025-04-01')).not.toContain(words)
  })

  it.each([
    [['due', '2025-03-24', '--framework', 'estyn'], true],
    [['due', '2025-03-24', '--framework', 'sif'], false],
    [['explain', '2025-03-24', '--framework', 'school-causing-concern'], true],
    [['explain', '2025-03-24', '--framework', 'sif'], false],
  ])('may move a date that is counted without a record: %j, %s', async (args, isSaid) => {
    const { out } = await plandue([...args, '-f', 'plain'])
    expect(/school holidays of more than a week do not count/i.test(out)).toBe(isSaid)
  })

  it('are skipped in the count', async () => {
    const text = estyn('schoolHolidays: [{ from: 2025-04-12, to: 2025-04-27 }]')
    expect(await asked(text, 'explain', '2025-04-01')).toContain('8 days of school holidays')
  })
})

describe('a due date on a day that is no working day', () => {
  const report = 'authority: A\nframework: local-government-ombudsman\nreceived: 2024-01-15\n'
  const LAST =
    'Sunday 14 April 2024 is not a working day: the last one before it is Friday 12 April'

  it('is told by say while it is open', async () => {
    expect(await asked(report, 'say', '2024-02-01')).toContain(LAST)
    const sent = `${report}plan: { final: { submitted: 2024-01-31 } }\n`
    expect(await asked(sent, 'say', '2024-02-01')).not.toContain(LAST)
  })

  it('is told of a report of a date', async () => {
    const args = ['2024-01-15', '--framework', 'local-government-ombudsman', '-f', 'plain']
    expect((await plandue(['explain', ...args])).out).toContain(LAST)
  })
})
