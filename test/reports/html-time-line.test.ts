import { describe, expect, it } from 'vitest'
import { placedLane } from '../../src/page/time-line-levels.ts'
import { lanesOf } from '../../src/reports/html-lanes.ts'
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
    'Jan 2024',
    'Feb',
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
    'Friday 12 January: Leeds: the clock starts',
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

it('has years where there is no room for months, and then no bank holidays', async () => {
  const root = await report('--today', '2029-01-01')
  const [picture] = elementsOfClass(root, 'picture')
  const names = elementsOfClass(picture ?? root, 'month-name').map(({ text }) => text)
  expect(names).toEqual(['2024', '2025', '2026', '2027', '2028'])
  expect(elementsOfClass(root, 'holiday')).toEqual([])
  expect(elementsOfClass(root, 'dates')).toHaveLength(1)
})

describe('what is not certain', () => {
  const uncertain = {
    'plans/a.yaml': `authority: Leeds
framework: ilacs-focused-visit
published: 2024-01-08
actions:
  - { id: A1, title: Audit, due: 2024-04-10, expected: 2024-05-20 }
  - { id: A2, title: Form, due: 2024-04-09, expected: 2024-04-09 }
`,
  }
  const read = async (files: Record<string, string>) => {
    const args = ['check', '-f', 'html', '--today', '2024-02-05']
    return parseHtml((await plandue(args, { files })).out)
  }

  it('is drawn, and is in the list', async () => {
    const root = await read(uncertain)
    const [picture] = elementsOfClass(root, 'picture')
    const drawn = (look: string) => elementsOfClass(picture ?? root, look).length
    expect([drawn('start'), drawn('early'), drawn('expected'), drawn('slip')]).toEqual([1, 2, 1, 1])
    const [legend] = elementsOfClass(root, 'picture-legend')
    expect(spaced(legend?.text)).toMatch(/Clock starts Expected May be due from here Bank holiday/)
    const words = elementsNamed(elementsOfClass(root, 'dates')[0] ?? root, 'li')
    expect(words.map(({ text }) => spaced(text))).toEqual(
      expect.arrayContaining([
        'Monday 8 January: Leeds: the clock starts',
        'Wednesday 24 January: Leeds: Draft action plan, may be due from here',
        'Monday 20 May: Leeds: Audit, expected',
      ]),
    )
  })

  it('is not in the legend of a picture that has none of it', async () => {
    const root = await read(files)
    const [legend] = elementsOfClass(root, 'picture-legend')
    expect(spaced(legend?.text)).toBe('Overdue On track Governance step Clock starts Bank holiday')
  })
})

it.each([
  ['side by side where there is room', 40, [0, 0, 0]],
  ['lower where one would cover another', 1, [0, 1, 2]],
])('has marks %s', (_, scale, levels) => {
  const actions = [1, 2, 3].map((n) => `  - { id: A${n}, title: T, due: 2024-03-1${n} }`).join('\n')
  const record = `authority: A\nframework: sif\nreceived: 2024-01-12\nactions:\n${actions}\n`
  const { items } = assess(record, '2024-02-05')
  const lanes = lanesOf(Object.values(items)).map((lane) => placedLane(lane, (day) => day * scale))
  expect(lanes.map(({ name }) => name)).toEqual(['Plan', 'Actions'])
  expect(lanes[1]?.marks.map(({ level }) => level)).toEqual(levels)
  expect(lanes[1]?.levels).toBe(Math.max(...levels) + 1)
})
