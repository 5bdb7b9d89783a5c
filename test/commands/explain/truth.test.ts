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

  it('are skipped in the count', async () => {
    const text = estyn('schoolHolidays: [{ from: 2025-04-12, to: 2025-04-27 }]')
    expect(await asked(text, 'explain', '2025-04-01')).toContain('8 days of school holidays')
  })
})
