import { describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'

/**
 * The letters on joint targeted area inspections, 2016 to 2025, that print a due date, as Ofsted published
 * them (Crown copyright, Open Government Licence v3.0): the authority, the last day of the visit, the day
 * of publication and the date that the letter prints; then 70 working days from publication, the same
 * from the earliest receipt, and by how many working days the letter is before the first of the two.
 */
const LETTERS = [
  ['Barnsley', '2022-05-27', '2022-07-18', '2022-10-25', '2022-10-26', '2022-10-14', 1],
  ['Bedford', '2023-02-10', '2023-03-31', '2023-07-06', '2023-07-14', '2023-07-04', 6],
  ['Bexley', '2020-01-24', '2020-03-06', '2020-06-18', '2020-06-18', '2020-06-08', 0],
  ['Blackpool', '2024-11-22', '2025-01-31', '2025-05-09', '2025-05-14', '2025-05-01', 3],
  ['Central Bedfordshire', '2016-03-18', '2016-05-10', '2016-08-15', '2016-08-17', '2016-08-05', 2],
  ['Cheshire East', '2022-07-15', '2022-09-26', '2023-01-05', '2023-01-05', '2022-12-21', 0],
  ['Cornwall', '2018-10-12', '2018-11-23', '2019-03-06', '2019-03-06', '2019-02-22', 0],
  ['Greenwich', '2018-02-16', '2018-05-09', '2018-08-16', '2018-08-16', '2018-08-06', 0],
  ['Islington', '2018-12-07', '2019-01-29', '2019-05-10', '2019-05-10', '2019-04-29', 0],
  ['Lewisham', '2022-11-25', '2023-01-31', '2023-05-11', '2023-05-15', '2023-05-02', 2],
  ['Lincolnshire', '2016-10-21', '2016-12-05', '2017-03-07', '2017-03-16', '2017-03-06', 7],
  ['Medway', '2018-06-22', '2018-08-03', '2018-11-12', '2018-11-12', '2018-10-31', 0],
  ['Merton', '2023-12-08', '2024-02-12', '2024-05-23', '2024-05-23', '2024-05-13', 0],
  ['Peterborough', '2017-06-30', '2017-08-11', '2017-11-14', '2017-11-20', '2017-11-08', 4],
  ['Portsmouth', '2019-12-13', '2020-01-31', '2020-05-13', '2020-05-13', '2020-04-30', 0],
  ['Rochdale', '2024-04-26', '2024-07-12', '2024-10-21', '2024-10-21', '2024-10-09', 0],
  ['Somerset', '2024-05-24', '2024-07-18', '2024-10-25', '2024-10-25', '2024-10-15', 0],
  ['Wokingham', '2017-05-26', '2017-07-14', '2017-10-17', '2017-10-23', '2017-10-11', 4],
] as const

async function check(visitTo: string, published: string, stated?: string) {
  const plan = stated ? `plan: { final: { stated: ${stated} } }\n` : ''
  const record = `authority: A\nframework: jtai\nvisited: { from: ${visitTo}, to: ${visitTo} }
published: ${published}\nareasForPriorityAction: []\n${plan}`
  const { out } = await plandue(['check', '-f', 'json', '--today', published], {
    files: { 'plandue.yaml': '', 'plans/a.yaml': record },
  })
  const { items, diagnostics } = JSON.parse(out)
  const codes = diagnostics.map(({ code }: { code: string }) => code)
  return { item: items[0], codes }
}

describe.each(LETTERS)(
  'the letter to %s, visited until %s and published on %s',
  (_authority, visitTo, published, stated, computed, earliest, before) => {
    it(`is due on ${stated}, inside the window from ${earliest} to ${computed}`, async () => {
      const { item } = await check(visitTo, published)
      expect(item).toMatchObject({ due: computed, earliestDue: earliest, basis: 'published' })
      expect([earliest <= stated, stated <= computed]).toEqual([true, true])
    })

    it(`asks for a statement by the date that it prints, ${before} working days before, without a remark`, async () => {
      const { item, codes } = await check(visitTo, published, stated)
      expect(item).toMatchObject({ due: stated, basis: 'stated' })
      expect(codes).toEqual([])
    })
  },
)

describe('a date outside the window is remarked on', () => {
  it.each([
    ['2019-03-07', 'one working day after the last that can be right'],
    ['2019-02-21', 'one working day before the first'],
  ])('%s, because it is %s', async (stated, _because) => {
    const { codes } = await check('2018-10-12', '2018-11-23', stated)
    expect(codes).toHaveLength(1)
  })
})
