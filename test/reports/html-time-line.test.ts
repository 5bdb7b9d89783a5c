import { expect, it } from 'vitest'
import { lanesOf } from '../../src/reports/html-lanes.ts'
import { byRecord } from '../../src/reports/record-groups.ts'
import { assess } from '../helpers/assess.ts'
import { elementsNamed, elementsOfClass, parseHtml } from '../helpers/html.ts'
import { plandue } from '../helpers/plandue.ts'

const spaced = (text = '') => text.replace(/\s+/g, ' ').trim()

const files = {
  'plandue.yaml': `governance:
  final: [{ id: board, title: Board, workingDaysBefore: 10 }]
`,
  'plans/a.yaml': `authority: Leeds
framework: ilacs-focused-visit
received: 2024-01-12
plan:
  draft: { submitted: 2024-02-01 }
actions:
  - { id: A1, title: Audit, due: 2024-02-01 }
  - { id: A2, title: Form, due: 2024-04-30 }
  - { id: A3, title: Panel, due: 2024-04-30 }
`,
}

async function report(...args: string[]) {
  const { out } = await plandue(['check', '-f', 'html', '--today', '2024-02-05', ...args], {
    files,
  })
  return parseHtml(out)
}

it('draws what is open, and says the same as a list', async () => {
  const root = await report()
  const [picture] = elementsOfClass(root, 'picture')
  expect(elementsNamed(picture ?? root, 'text').map(({ text }) => text)).toEqual([
    'Feb 2024',
    'Mar',
    'Apr',
    'May',
    'Today',
    'Leeds',
    'Plan',
    'final',
    'Actions',
    'A1',
    'A2, A3',
  ])
  const [list] = elementsOfClass(root, 'dates')
  expect(elementsNamed(list ?? root, 'li').map(({ text }) => spaced(text))).toEqual([
    'Thursday 1 February: Leeds: Audit Overdue',
    'Monday 5 February: Today',
    'Friday 29 March: Bank holiday: Good Friday',
    'Monday 1 April: Bank holiday: Easter Monday',
    'Tuesday 9 April: Board, for Leeds: Final action plan',
    'Tuesday 23 April: Leeds: Final action plan',
    'Tuesday 30 April: Leeds: Form',
    'Tuesday 30 April: Leeds: Panel',
  ])
})

it.each([
  ['quiet leaves it out', ['-q']],
  ['nothing is open', ['--today', '2022-01-01']],
])('has no time line where %s', async (_, args) => {
  expect(elementsOfClass(await report(...args), 'time-line')).toEqual([])
})

it('has no picture of many years, but the list', async () => {
  const root = await report('--today', '2029-01-01')
  expect(elementsOfClass(root, 'picture')).toEqual([])
  expect(elementsOfClass(root, 'dates')).toHaveLength(1)
})

it.each([
  ['side by side where there is room', 40, [0, 0, 0]],
  ['lower where one would cover another', 1, [0, 1, 2]],
])('has marks %s', (_, scale, levels) => {
  const actions = [1, 2, 3].map((n) => `  - { id: A${n}, title: T, due: 2024-03-1${n} }`).join('\n')
  const record = `authority: A\nframework: sif\nreceived: 2024-01-12\nactions:\n${actions}\n`
  const { items } = assess(record, '2024-02-05')
  const [group] = byRecord(Object.values(items))
  const lanes = group ? lanesOf(group, (day) => day * scale) : []
  expect(lanes.map(({ name }) => name)).toEqual(['Plan', 'Actions'])
  expect(lanes[1]?.marks.map(({ level }) => level)).toEqual(levels)
  expect(lanes[1]?.levels).toBe(Math.max(...levels) + 1)
})
