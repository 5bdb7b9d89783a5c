import { describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'
import { elementsIn, parseXml } from '../helpers/xml.ts'
import { scenarios } from './scenarios.ts'

/** What came of each case, by the id of its item or the code of its fault. */
async function outcomes(scenario: string, more: string[] = []) {
  const { files, today } = scenarios[scenario] ?? { files: {}, today: '' }
  const { out } = await plandue(['check', '-f', 'junit', '--today', today, ...more], { files })
  const root = parseXml(out)
  const cases = elementsIn(root, 'testcase').map(({ attributes, children }) => {
    const [, id = attributes['name'] ?? ''] =
      /\(([^()]+#[^()]+)\)$/.exec(attributes['name'] ?? '') ?? []
    const names = children.map(({ name }) => name).filter((name) => name !== 'properties')
    return [id, names.join() || 'passed']
  })
  return { root, cases: Object.fromEntries(cases) }
}

describe('a case', () => {
  it.each<[string[], Record<string, string>, string]>([
    [
      [],
      {
        '2024/leeds#A1': 'skipped',
        '2024/leeds#A4': 'failure',
        '2024/leeds#A2': 'skipped',
        '2024/leeds#draft': 'system-out',
        '2024/leeds#final': 'passed',
      },
      'overdue fails the run, at risk does not, and a waiver skips either',
    ],
    [['--fail-on', 'at-risk'], { '2024/leeds#draft': 'failure' }, 'at risk fails the run too'],
    [['--fail-on', 'never'], { '2024/leeds#A4': 'system-out' }, 'no deadline fails the run'],
  ])('with %j: %j, because %s', async (args, expected, _because) => {
    expect((await outcomes('waived', args)).cases).toMatchObject(expected)
  })

  it('of a file with an error is in error, in the first suite', async () => {
    const { root, cases } = await outcomes('mixed')
    expect(cases).toMatchObject({ 'not-a-date (line 3, column 12)': 'error' })
    expect(root.children[0]?.attributes).toMatchObject({ name: 'plans/wrong.yaml', errors: '1' })
  })
})

it('counts in the document what its suites count', async () => {
  const { root } = await outcomes('mixed')
  for (const key of ['tests', 'failures', 'errors', 'skipped']) {
    const sum = root.children.reduce((total, suite) => total + Number(suite.attributes[key]), 0)
    expect(Number(root.attributes[key])).toBe(sum)
  }
  expect(root.attributes).toMatchObject({ tests: '12', errors: '1', failures: '1', time: '0' })
})

it('marks a date that rests on bank holidays to come, also of an item that is on track', async () => {
  const provisional = async (scenario: string) =>
    elementsIn((await outcomes(scenario)).root, 'property')
      .filter(({ attributes }) => attributes['name'] === 'provisional')
      .map(({ attributes }) => attributes['value'])
  expect(await provisional('provisional')).toEqual(['true'])
  expect(await provisional('calm')).toEqual([])
})
