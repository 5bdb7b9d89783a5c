import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/page/fingerprint.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'
import { plandueIn, repository } from '../helpers/repository.ts'
import type { SarifResult } from './facts.ts'
import { sarifErrors } from './sarif-schema.ts'
import { scenarios } from './scenarios.ts'

// What servers keep from one run to the next: alerts of code scanning, issues of Code Quality.

const ACTIONS = `actions:
  - { id: A1, title: Audit, owner: QA lead, due: 2024-01-31 }
  - { id: A2, title: Training, due: 2024-02-20 }
`
const sound = record(ACTIONS, { published: 'received: 2024-01-12' })
const faulty = 'authority: X\nframework: sif\npublished: 12/01/2024\nreceived: 13/01/2024\n'

async function alerts(today: string, files: Record<string, string>, more: string[] = []) {
  const { out } = await plandue(['check', '-f', 'sarif', '--today', today, ...more], { files })
  const results: SarifResult[] = JSON.parse(out).runs[0].results
  return results.map(({ ruleId, message, partialFingerprints }) => ({
    ruleId,
    message: message.text,
    fingerprint: partialFingerprints.primaryLocationLineHash,
  }))
}

async function issues(today: string, files: Record<string, string>) {
  const { out } = await plandue(['check', '-f', 'gitlab', '--today', today], { files })
  const all: { description: string; fingerprint: string }[] = JSON.parse(out)
  return all.map(({ description, fingerprint }) => ({ description, fingerprint }))
}

describe.each(Object.entries(scenarios))('SARIF of the scenario %s', (_, { files, today }) => {
  it('is valid', async () => {
    const { out } = await plandue(['check', '-f', 'sarif', '--today', today], { files })
    expect(sarifErrors(out)).toBeNull()
  })

  it('has a rule for each result, with its words', async () => {
    const { out } = await plandue(['check', '-f', 'sarif', '--today', today], { files })
    const [{ tool, results }] = JSON.parse(out).runs
    for (const { ruleId, ruleIndex } of results) {
      expect(tool.driver.rules[ruleIndex]).toMatchObject({
        id: ruleId,
        shortDescription: { text: expect.stringMatching(/^[A-Z]/) },
        fullDescription: { text: expect.stringMatching(/\.$/) },
        help: { text: expect.any(String), markdown: expect.any(String) },
      })
    }
  })
})

it('finds fault with what is no SARIF', () => {
  expect(sarifErrors('{"version":"2.1.0","runs":[{}]}')).not.toBeNull()
})

describe('an alert', () => {
  it('says the same from day to day, so that it is not opened anew', async () => {
    const files = { 'plans/a.yaml': sound, 'plans/b.yaml': faulty }
    expect(await alerts('2024-02-07', files)).toEqual(await alerts('2024-02-06', files))
    expect(await issues('2024-02-07', files)).toEqual(await issues('2024-02-06', files))
    expect(await alerts('2024-02-07', files)).not.toEqual([])
  })

  it.each<[string, string, string, boolean]>([
    ['authority', `# a comment\n${faulty}`, 'a line above was added', true],
    ['the fault', faulty.replace('12/01/2024', '12/02/2024'), 'it is another fault', false],
  ])('of a file keeps its fingerprint: %s, because $2: $3', async (_, text, _because, same) => {
    const prints = async (yaml: string) =>
      (await alerts('2024-02-06', { 'plans/b.yaml': yaml })).map((one) => one.fingerprint)
    const [before, after] = [await prints(faulty), await prints(text)]
    expect(after[0] === before[0]).toBe(same)
    expect(after[1]).toBe(before[1])
  })

  it('of an item is known by its id, wherever it stands and whatever its title', async () => {
    const one = await alerts('2024-02-06', { 'plans/a.yaml': sound })
    const other = await alerts('2024-02-06', {
      'plans/a.yaml': `\n${sound.replace('Audit', 'Review')}`,
    })
    expect(other.map(({ fingerprint }) => fingerprint)).toEqual(
      one.map((alert) => alert.fingerprint),
    )
    expect(other).not.toEqual(one)
  })

  it('is another one once the item is overdue', async () => {
    const files = { 'plans/a.yaml': sound }
    const [risky] = await alerts('2024-01-31', files)
    const [overdue] = await alerts('2024-02-01', files)
    expect([risky?.ruleId, overdue?.ruleId]).toEqual(['atRisk', 'overdue'])
    expect(risky?.fingerprint).not.toBe(overdue?.fingerprint)
  })

  it('of each of two like faults on one line has a fingerprint of its own', async () => {
    const twice =
      'authority: X\nframework: sif\nreceived: 2024-01-12\nactions: [{ id: A, title: a, due: x }, { id: B, title: b, due: y }]\n'
    const found = await alerts('2024-02-06', { 'plans/b.yaml': twice })
    const faults = found.filter(({ ruleId }) => ruleId === 'not-a-date')
    expect(new Set(faults.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  })

  it('of a waiver is suppressed, with who approved it', async () => {
    const { out } = await plandue(['check', '-f', 'sarif'], scenarios['waived'])
    const results: SarifResult[] = JSON.parse(out).runs[0].results
    const audit = results.find(({ properties }) => properties?.item === '2024/leeds#A1')
    expect(audit?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'The auditor fell ill (approved by Director, until 2024-06-30)',
      },
    ])
  })

  it('tells a provisional date as one', async () => {
    const files = { 'plans/a.yaml': 'authority: A\nframework: estyn\nreceived: 2028-12-04\n' }
    const alert = (await alerts('2029-01-10', files)).find(({ ruleId }) => ruleId === 'overdue')
    expect(alert?.message).toContain('provisional')
  })
})

describe('of a change', () => {
  const THREE = ['A1', 'A2', 'A3'].map((id) => `  - { id: ${id}, title: ${id}, due: 2024-03-01 }\n`)
  const letter = (...actions: string[]) =>
    `authority: A\nframework: sif\nreceived: 2024-01-12\nactions:\n${actions.join('')}`
  const [A1 = '', A2 = '', A3 = ''] = THREE
  const before = letter(A1, A2, A3)

  it.each<[string, string, string, string, number, string, string]>([
    [
      'a later date',
      letter(A1.replace('03-01', '04-02'), A2, A3),
      'dueMoved',
      'error',
      5,
      'a#A1: due on Tuesday 2 April 2024 instead of Friday 1 March 2024, with no extension recorded',
      'critical',
    ],
    [
      'an extension without a reason',
      letter(A1, A2.replace(' }', ', extensions: [{ to: 2024-04-02, by: Board }] }'), A3),
      'unjustified',
      'error',
      6,
      'a#A2: extended from Friday 1 March 2024 to Tuesday 2 April 2024, but the extension does not say why',
      'critical',
    ],
    [
      'an action that is gone',
      letter(A1, A2),
      'toBeAgreed',
      'warning',
      1,
      'a#A3: due on Friday 1 March 2024, and no longer among the records; to withdraw it, keep it on record with `closed: { on, reason }`',
      'major',
    ],
  ])('%s is an alert, in GitLab too', async (_, after, rule, level, line, words, severity) => {
    const repo = repository()
    repo.init()
    repo.commit('2024-01-15', { 'plans/a.yaml': before })
    repo.write({ 'plans/a.yaml': after })
    const args = ['check', '--base', 'HEAD', '--today', '2024-02-05', '-f']
    const { out } = await plandueIn(repo.folder, [...args, 'sarif'])
    expect(sarifErrors(out)).toBeNull()
    const [{ tool, results }] = JSON.parse(out).runs
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({
      ruleId: rule,
      level,
      message: { text: words },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'plans/a.yaml' },
            region: { startLine: line },
          },
        },
      ],
    })
    expect(tool.driver.rules[0].properties.tags).toEqual(['deadline'])
    const gitlab = JSON.parse((await plandueIn(repo.folder, [...args, 'gitlab'])).out)
    expect(gitlab).toMatchObject([{ check_name: rule, description: words, severity }])
    repo.remove()
  })

  it('what stands in another alert has none of its own', async () => {
    const repo = repository()
    repo.init()
    repo.commit('2024-01-15', { 'README.md': '' })
    repo.write({ 'plans/a.yaml': letter(A1), 'plans/b.yaml': 'authority: [' })
    const args = ['check', '--base', 'HEAD', '--today', '2024-04-25', '-f', 'sarif']
    const { out } = await plandueIn(repo.folder, args)
    const found = JSON.parse(out).runs[0].results.map(({ ruleId }: SarifResult) => ruleId)
    expect(found).toEqual(['yaml-syntax', 'overdue', 'overdue'])
    repo.remove()
  })
})

describe('a path', () => {
  it.each([
    ['plans/a b.yaml', 'plans/a%20b.yaml'],
    ['plans/a:b.yaml', 'plans/a%3Ab.yaml'],
    ['plans/a#b?.yaml', 'plans/a%23b%3F.yaml'],
    ['plans/100%.yaml', 'plans/100%25.yaml'],
    ['plans/Ynys Môn.yaml', 'plans/Ynys%20M%C3%B4n.yaml'],
  ])('%s is the address %s', async (file, uri) => {
    const { out } = await plandue(['check', '-f', 'sarif'], { files: { [file]: faulty } })
    const [result] = JSON.parse(out).runs[0].results
    expect(result.locations[0].physicalLocation.artifactLocation).toEqual({
      uri,
      uriBaseId: '%SRCROOT%',
    })
  })
})

describe('a fingerprint', () => {
  it('is the same for the same, and another one for another text or number', () => {
    expect(fingerprint('overdue leeds#A1', 0)).toBe('2f65807b0c0a0795')
    expect(fingerprint('overdue leeds#A1', 1)).not.toBe(fingerprint('overdue leeds#A1', 0))
  })

  it('tells a hundred thousand ids apart', () => {
    const texts = Array.from(
      { length: 100_000 },
      (_, number) => `overdue ${number % 1000}#A${number}`,
    )
    expect(new Set(texts.map((text) => fingerprint(text, 0))).size).toBe(texts.length)
  })
})
