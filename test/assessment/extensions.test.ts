import { describe, expect, it } from 'vitest'
import { assess, itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

// The final plan is due on Tuesday 23 April 2024; its extensions begin on line 8 of the record.
const text = (extensions: string[]) =>
  record(
    `plan:\n  final:\n${['    extensions:', ...extensions.map((one) => `      - { ${one} }`)].join('\n')}\n`,
    { published: 'received: 2024-01-12' },
  )
const MAY = 'to: 2024-05-07, on: 2024-03-11'

describe('extensions of which something is to be said', () => {
  it.each<[string[], [string, number, string][], string]>([
    [[MAY], [], 'it is granted, and later'],
    [['to: 2024-04-23, on: 2024-03-11'], [], 'one up to the same day shortens nothing'],
    [
      ['to: 2024-04-08, on: 2024-03-11', 'to: 2024-04-22, on: 2024-04-02'],
      [
        [
          'extension-shortens',
          10,
          'extended to Monday 22 April 2024, which is before it is due anyway, on Tuesday 23 April 2024',
        ],
      ],
      'the latest one is meant, and it is before the day of the rule',
    ],
    [
      [MAY, 'to: 2024-04-30, on: 2024-04-15'],
      [
        [
          'extension-not-latest',
          10,
          'the newest decision, of Monday 15 April 2024, is for Tuesday 30 April 2024, but another one, for Tuesday 7 May 2024, is later and counts',
        ],
      ],
      'a later decision names an earlier day',
    ],
    [
      ['to: 2024-04-30, on: 2024-04-15', MAY],
      [['extension-not-latest', 9, 'the newest decision, of Monday 15 April 2024']],
      'their order in the file does not matter',
    ],
    [
      ['to: 2024-04-30, on: 2024-04-15', 'to: 2024-05-14, on: 2024-04-15'],
      [],
      'of two decisions of one day the later date is the newer one',
    ],
    [
      ['to: 2024-05-14, on: 2024-04-15', 'to: 2024-04-30, on: 2024-04-15'],
      [],
      'also where it stands first',
    ],
    [[MAY, 'to: 2024-04-30'], [], 'nobody knows when the other one was decided'],
    [['to: 2024-04-30', MAY], [], 'nor here'],
    [['to: 2024-04-30', 'to: 2024-05-14'], [], 'nobody knows which of them is the newer one'],
  ])('%j: %j, because %s', (extensions, expected, _because) => {
    const { diagnostics } = assess(text(extensions), '2024-04-20')
    expect(diagnostics).toMatchObject(
      expected.map(([code, line, words]) => ({
        code,
        line,
        message: expect.stringContaining(words),
      })),
    )
    expect(diagnostics).toHaveLength(expected.length)
  })

  it('are none where the stage is not required', () => {
    const none = text(['to: 2024-04-08']).replace(/areas.*\n.*\n/, 'areasForPriorityAction: []\n')
    const codes = assess(none, '2024-04-20').diagnostics.map(({ code }) => code)
    expect(codes).toContain('stage-contradicted')
  })
})

describe('how often the due date moved', () => {
  it.each<[string[], number, number, string]>([
    [['to: 2024-04-23'], 0, 0, 'it was due then anyway'],
    [[MAY], 1, 9, 'two weeks later, over May Day'],
    [[MAY, 'to: 2024-05-07, on: 2024-04-15'], 1, 9, 'the second one is for the same day'],
    [[MAY, 'to: 2024-05-08, on: 2024-04-15'], 2, 10, 'the second one is a day later'],
    [['to: 2024-05-08, on: 2024-04-15', MAY], 2, 10, 'they are taken in the order of their days'],
    [
      [MAY, 'to: 2024-05-21, on: 2024-03-18', 'to: 2024-05-14, on: 2024-04-15'],
      2,
      19,
      'the third one is before the second, if after the first',
    ],
    [['to: 2024-05-08', MAY], 1, 10, 'one without a day is taken for the first'],
  ])('%j: %i times, %i working days, because %s', (extensions, times, days, _because) => {
    expect(itemOf(text(extensions), 'final', '2024-04-20')).toMatchObject({
      timesMoved: times,
      workingDaysMoved: days,
    })
  })
})

describe('of two extensions up to the same day', () => {
  const BY = 'to: 2024-05-07, on: 2024-03-18, by: Ofsted'
  const BOTH = 'to: 2024-05-07, on: 2024-03-25, by: Ofsted, reason: Easter'
  it.each([
    [[MAY, BY], '2024-03-18', 'it says by whom'],
    [[BY, MAY], '2024-03-18', 'so it does where it stands first'],
    [[BOTH, BY], '2024-03-25', 'it says also why'],
    [[BY, BOTH], '2024-03-25', 'likewise'],
  ])('%j that of %s counts, because %s', (extensions, on, _because) => {
    expect(itemOf(text(extensions), 'final', '2024-04-20').extension).toMatchObject({ on })
  })
})
