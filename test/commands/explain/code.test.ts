import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'

const RECORD = 'authority: A\nframework: sif\nreceived: 2024-01-12\n'
const explain = (word: string, files: Record<string, string> = {}, args: string[] = []) =>
  plandue(['explain', word, ...args], { files })

describe('plandue explain CODE', () => {
  it.each([
    ['not-a-date', 'Error. A date is not written with year, month and day.', 'a diagnostic'],
    ['receiptUnknown', 'At risk: the day of receipt is not known', 'a reason'],
    ['receipt-unknown', 'At risk: the day of receipt is not known', 'hyphens make no difference'],
    ['noReport', 'Waiting: the visit was', 'why an item has no date'],
    ['not-a-date:', 'A date is not written with', 'a colon follows it in a message'],
    ['error not-a-date', 'A date is not written with', 'its severity stands before it'],
    ['warning unknown-reference:', 'Warning.', 'so both do'],
  ])('%s says %s: it is %s', async (word, words, _what) => {
    const { out, exitCode } = await explain(word, { 'plans/a.yaml': RECORD })
    expect(out).toContain(words)
    expect(out).toContain('Way out: ')
    expect(exitCode).toBe(0)
  })

  it('needs no record', async () => {
    expect((await explain('blocked')).exitCode).toBe(0)
  })

  it('needs no sound configuration: the code may be of that', async () => {
    const { out } = await explain('unknown-key', { 'plandue.yaml': 'recrods: plans\n' })
    expect(out).toContain('A key is not one of a record')
  })

  it('leaves the word to a record that has it for its id, or to its file', async () => {
    const files = { 'plans/blocked.yaml': RECORD, 'plans/overdue-2024.yaml': RECORD }
    expect((await explain('blocked', files)).out).toContain('blocked#final')
    expect((await explain('overdue', files)).out).toContain('The due day has passed')
    expect((await explain('overdue-', files)).out).toContain('overdue-2024#final')
  })

  it('says the same to a program', async () => {
    const { out } = await explain('not-a-date', {}, ['-f', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      code: 'not-a-date',
      kind: 'diagnostic',
      text: expect.stringMatching(/^## not-a-date\n\nError\. [\s\S]*\nWay out: /),
    })
  })

  it.each([
    ['a-date', 'not-a-date', 'a part of a code is none'],
    ['evidence-mising', 'evidence-missing', 'a letter is missing'],
    ['shire', 'shire-2024', 'a record is nearer'],
  ])('of %s asks whether %s is meant, because %s', async (word, meant, _because) => {
    const { err, exitCode } = await explain(word, { 'plans/north-shire-2024.yaml': RECORD })
    expect(err).toMatch(`there is no record, action or code \`${word}\`: did you mean \``)
    expect(err).toContain(`${meant}\`?`)
    expect(exitCode).toBe(2)
  })
})
