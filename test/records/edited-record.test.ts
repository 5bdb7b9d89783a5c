import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { editedRecord } from '../../src/records/edited-record.ts'
import { formattedRecord } from '../../src/records/formatted-record.ts'
import type { Change } from '../../src/yaml/edit/change.ts'
import { stagesOf } from './case.ts'

const FILE = { file: 'r.yaml', id: 'r' }
const set = (path: string, value: Change['value']): Change => ({
  path: path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  value,
})
const submitted = set('plan.final.submitted', '2024-04-22')
const extension = { to: '2024-05-07', on: '2024-04-15', by: 'Ofsted', reason: 'Illness' }

/** What is done to each `cases/<name>.before.yaml`; what comes of it is in `<name>.after.yaml`. */
const CALLS: Record<string, readonly Change[]> = {
  'no-plan': [submitted],
  'empty-value-with-comment': [set('plan.draft.submitted', '2024-01-22'), submitted],
  'written-null': [submitted, set('actions.0.done', '2024-03-20')],
  'empty-braces': [submitted, set('plan.final.extensions.0', extension)],
  'first-key': [
    set('plan.final.submitted', '2024-04-22'),
    set('plan.draft.submitted', '2024-01-22'),
  ],
  'usual-order': [
    set('plan.final.closed', { on: '2024-04-23', reason: 'x' }),
    set('received', '2024-01-05'),
  ],
  quotes: [set('plan.final.expected', '2024-05-02'), set('actions.0.done', '2024-03-21')],
  'list-of-maps': [set('plan.final.extensions.1', extension)],
  'list-in-braces': [
    set('plan.final.extensions.1', extension),
    set('actions.1.done', '2024-03-20'),
  ],
  'list-at-the-margin': [
    set('actions.1.done', '2024-03-20'),
    set('waivers.0', {
      item: 'A1',
      rule: 'overdue',
      reason: 'r',
      approvedBy: 'D',
      until: '2024-06-30',
    }),
  ],
  json: [submitted, set('received', '2024-01-05'), set('actions.0.done', '2024-03-20')],
  'windows-lines': [submitted, set('actions.0.evidence', 'papers/a.pdf')],
  'no-last-newline': [set('plan.draft.evidence', 'papers/a.pdf')],
  'after-long-text': [set('actions.0.done', '2024-03-20'), set('received', '2024-01-05')],
  'anchors-elsewhere': [submitted],
  'question-marks': [submitted, set('received', '2024-01-05')],
  'four-blanks': [set('plan.final.steps.board.done', '2024-04-02')],
  'long-text-replaced': [set('actions.0.evidence', 'papers/b.pdf')],
}

describe('an edited record', () => {
  it.each(Object.entries(CALLS))('%s', async (name, changes) => {
    const edited = editedRecord(textIn('edit', name), FILE, changes, stagesOf)
    expect(edited).toHaveProperty('text')
    if (!('text' in edited)) return
    await expect(edited.text).toMatchFileSnapshot(`cases/edit/${name}.after.yaml`)
  })

  it('has a call for each case', () => {
    expect(namesIn('edit')).toEqual(Object.keys(CALLS).sort())
  })
})

describe('a formatted record', () => {
  it.each(namesIn('fmt'))('%s', async (name) => {
    const formatted = formattedRecord(textIn('fmt', name), FILE, stagesOf)
    expect(formatted).toHaveProperty('text')
    if (!('text' in formatted)) return
    await expect(formatted.text).toMatchFileSnapshot(`cases/fmt/${name}.after.yaml`)
    expect(formattedRecord(formatted.text, FILE, stagesOf)).toEqual(formatted)
  })

  it.each([
    [
      'framework: &f sif\nauthority: *f\npublished: 2024-01-12\n',
      1,
      'an alias would go before its anchor',
    ],
    [
      'framework: sif\nauthority: A\nnotes: |+\n  x\n\nvisited: 2024-01\n\nx-a: b\n',
      1,
      'empty lines would join the text',
    ],
    [
      '{ framework: sif, # a\n  authority: A, published: 2024-01-12 }\n',
      1,
      'the comment may belong to either',
    ],
    [
      'authority: A\nframework: sif\npublished: 2024-01-12\nactions:\n  - title: a\n    # b\n    id: A1\n    due: 2024-01-12\n',
      5,
      'a comment cannot stand behind a dash',
    ],
  ])('is left as it is: %j, because on line %i %s', (text, line, _because) => {
    const formatted = formattedRecord(text, FILE, stagesOf)
    expect(formatted).toMatchObject({ obstacle: { place: { line } } })
  })
})

describe('a record that cannot be changed', () => {
  const head = 'authority: A\nframework: sif\npublished: 2024-01-12\n'

  it.each([
    [
      `${head}plan: { final: &a { stated: 2024-01-22 } }\nx-a: *a\n`,
      { obstacle: { place: { line: 5 } } },
      'the change would show there as well',
    ],
    [
      `${head}x-a: &a { final: {} }\nplan: *a\n`,
      { obstacle: { place: { line: 5 } } },
      'what is written there stands elsewhere',
    ],
    [`${head}plan: none\n`, { obstacle: { place: { line: 4 } } }, 'a text has no stages'],
    [`${head}? plan\n`, { obstacle: { place: { line: 4 } } }, 'there is no colon to write after'],
    [`${head}---\n${head}`, { diagnostics: [{ code: 'several-documents' }] }, 'which of the two?'],
    [`${head}plan: {\n`, { diagnostics: [{ code: 'yaml-syntax' }] }, 'nobody knows where it ends'],
  ])('%j: %j, because %s', (text, expected, _because) => {
    expect(editedRecord(text, FILE, [submitted], stagesOf)).toMatchObject(expected)
  })

  it('takes no change that brings an error, and any other while it has errors', () => {
    const text = `${head}plan:\n  draft: {}\nwaivers: 3\n`
    expect(editedRecord(text, FILE, [submitted], stagesOf)).toHaveProperty('text')
    const wrong = set('plan.final.submitted', '22 April')
    expect(editedRecord(text, FILE, [wrong], stagesOf)).toMatchObject({
      diagnostics: [{ code: 'not-a-date' }],
    })
  })
})

function textIn(folder: string, name: string): string {
  return readFileSync(new URL(`cases/${folder}/${name}.before.yaml`, import.meta.url), 'utf8')
}

function namesIn(folder: string): string[] {
  const ending = '.before.yaml'
  return readdirSync(new URL(`cases/${folder}/`, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort()
}
