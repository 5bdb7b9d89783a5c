import { describe, expect, it } from 'vitest'
import {
  type LedgerEntry,
  lineOf,
  readLedger,
} from '../../../src/commands/remind/planning/ledger.ts'
import { deliveries, lastSentTo, memoryOf } from '../../../src/commands/remind/planning/memory.ts'
import { pruned } from '../../../src/commands/remind/planning/pruning.ts'
import { isoDate } from '../../helpers/memory-host.ts'

const at = '2024-02-05T06:05:00Z'
const today = isoDate('2024-02-05')
const desk = { to: 'desk', channel: 'stdout' } as const

function intent(
  item: string,
  rung: number,
  { asAt = '2024-02-05', key = `${item}${rung}`, due = '2024-02-09' } = {},
) {
  const items = [{ item, due: isoDate(due), rung }]
  return { kind: 'intent', at, asAt: isoDate(asAt), key, ...desk, items } as const
}
const sent = (key: string) => ({ kind: 'result', at, key, outcome: 'sent' }) as const
const failed = (key: string) => ({ ...sent(key), outcome: 'failed', why: 'refused' }) as const
const ack = (until: string, asAt = '2024-02-05') =>
  ({
    kind: 'ack',
    at,
    asAt: isoDate(asAt),
    item: 'a',
    due: isoDate('2024-02-09'),
    by: 'desk',
    until: isoDate(until),
  }) as const
const repair = lineOf({ kind: 'repair', at })
const textOf = (...entries: readonly LedgerEntry[]) => entries.map(lineOf).join('')
const sound = textOf(intent('a', 5), sent('a5'))

describe('a ledger', () => {
  it('is read as it was written', () => {
    const entries = [intent('a', 5), failed('a5'), sent('a5'), ack('2024-02-08')]
    const { lines, damaged } = readLedger(textOf(...entries))
    expect(lines.map(({ entry }) => entry)).toEqual(entries)
    expect(damaged).toEqual([])
  })

  it.each([
    ['', [], false, false, 'there is nothing'],
    [`\uFEFF${sound}`, [], false, false, 'an editor has marked its beginning'],
    ['\uFEFF{"kind":"int', [1], true, true, 'it is cut off behind the mark'],
    [sound, [], false, false, 'all is well'],
    [sound.trimEnd(), [], false, true, 'only the end of the line is missing'],
    [`${sound}{"kind":"int`, [3], true, true, 'the last line is cut off'],
    [`${sound}{"kind":"int\n`, [3], true, false, 'likewise, and its end was written'],
    [`${sound}{"kind":"int\n${repair}`, [], false, false, 'that was told of'],
    [`${sound}{"ki\n{"kind":"re\n${repair}`, [], false, false, 'the repair was cut off as well'],
    [`x\n${sound}{"ki\n${repair}`, [1], false, false, 'only what is just before it'],
    [`${sound}<<<<<<< HEAD\n${sound}`, [3], false, false, 'something else is in between'],
    [`${sound}\n${sound}`, [], false, false, 'an empty line does no harm'],
    ['{"ki\n', [1], true, false, 'it begins like an entry'],
    ['{"kind":"intent"}\n', [1], false, false, 'JSON alone is no entry, but is not cut off'],
    ['{"kind":"repair"}\n', [1], false, false, 'it does not tell when'],
    [textOf(ack('2024-02-08')).replace('until', 'till'), [1], false, false, 'nor this how long'],
    ['{"kind":"later","at":"x"}\n', [1], false, false, 'nobody knows such an entry'],
    ['null\n', [1], false, false, 'nothing is in it'],
    ['>>>>>>> b\n', [1], false, false, 'git wrote that'],
    [`${sound}\0\0`, [3], true, true, 'a power cut leaves that'],
    [`x\n${sound}\n`, [1], false, false, 'an empty line at the end does no harm either'],
    [`${sound}  `, [], false, true, 'nothing is in that line'],
    [sound.replace('desk', 'd\uFFFDsk'), [1], false, false, 'a byte of it is no UTF-8'],
    [sound.replace('"rung":5', '"rung":"5"'), [1], false, false, 'a rung is a number'],
    [sound.replace('2024-02-09', '2024-02-30'), [1], false, false, 'there is no such day'],
  ])(
    'of %j: damaged %j, torn %s, without an end %s: %s',
    (text, damaged, isTorn, isOpenEnded, _because) => {
      expect(readLedger(text)).toMatchObject({ damaged, isTorn, isOpenEnded })
      // Whatever it is, each line is kept.
      expect(
        `${readLedger(text)
          .lines.map((line) => line.text)
          .join('\n')}\n`,
      ).toBe(text === '' ? '\n' : text.endsWith('\n') ? text : `${text}\n`)
    },
  )
})

it('keeps every name as it is, also one that looks like damage', () => {
  const entry = { ...intent('a', 5), to: 'd\uFFFDsk' }
  expect(readLedger(lineOf(entry)).lines[0]?.entry).toEqual(entry)
})

describe('what became of an intent', () => {
  it.each([
    [[intent('a', 5)], ['unknown'], 'the run ended in between'],
    [[intent('a', 5), sent('a5')], ['sent'], 'it went'],
    [[intent('a', 5), failed('a5')], ['failed'], 'it did not'],
    [[intent('a', 5), intent('a', 5), sent('a5')], ['unknown', 'sent'], 'the second try went'],
    [[intent('a', 5), failed('a5'), intent('a', 5), sent('a5')], ['failed', 'sent'], 'likewise'],
    [[sent('a5')], [], 'a result without an intent tells nothing'],
    [[intent('a', 5), intent('b', 2), sent('b2'), sent('a5')], ['sent', 'sent'], 'each its own'],
  ] as const)('%j: %j, because %s', (entries, outcomes, _because) => {
    expect(deliveries(entries).map(({ outcome }) => outcome)).toEqual(outcomes)
  })

  it.each([
    [[intent('a', 5), sent('a5'), intent('a', 2), sent('a2')], 2, 'the lower rung was told'],
    [[intent('a', 2), sent('a2'), intent('a', 5), sent('a5')], 2, 'in any order'],
    [[intent('a', 5), sent('a5'), intent('a', 2), failed('a2')], 5, 'the lower one did not go'],
    [[intent('a', 5)], undefined, 'nobody knows'],
    [
      [intent('a', 5), sent('a5'), intent('a', 2, { asAt: '2024-02-06' }), sent('a2')],
      5,
      'the other is of a day that has not come',
    ],
    [
      [intent('a', 2, { due: '2024-02-16' }), sent('a2'), intent('a', 5), sent('a5')],
      5,
      'it is due on another day since',
    ],
    [
      [
        intent('a', 2, { due: '2024-02-16' }),
        sent('a2'),
        intent('a', 5, { asAt: '2024-02-01' }),
        sent('a5'),
      ],
      2,
      'what comes later in the file is older',
    ],
  ] as const)('is remembered: %j: %s, because %s', (entries, rung, _because) => {
    expect(lastSentTo(memoryOf(entries, today), 'a', desk)?.rung).toBe(rung)
  })
})

describe('pruning', () => {
  const terms = {
    before: isoDate('2024-02-01'),
    today,
    isSettled: (item: string) => item === 'done',
  }
  const old = { asAt: '2024-01-05' }
  const kept = (text: string) =>
    pruned(readLedger(text), terms)
      .map((line) => `${line}\n`)
      .join('')
  const first = [intent('a', 10, old), sent('a10')]
  const last = [intent('a', 5, old), sent('a5')]

  it.each([
    [textOf(...first, ...last), textOf(...last), 'the last that was told of an open item stays'],
    [textOf(...last, ...first), textOf(...last), 'the lowest rung counts, in whatever order'],
    [
      textOf(...last, intent('a', 2, { asAt: '2024-01-05', due: '2024-02-16' }), sent('a2')),
      textOf(intent('a', 2, { asAt: '2024-01-05', due: '2024-02-16' }), sent('a2')),
      'the due date has moved since',
    ],
    [
      textOf(...last, intent('a', 1, { asAt: '2024-02-06' }), sent('a1')),
      textOf(...last, intent('a', 1, { asAt: '2024-02-06' }), sent('a1')),
      'what is of a day that has not come takes the place of nothing',
    ],
    [textOf(intent('done', 5, old), sent('done5')), '', 'it is settled'],
    [
      textOf(intent('done', 5), sent('done5')),
      textOf(intent('done', 5), sent('done5')),
      'it is new',
    ],
    [textOf(...last, intent('a', 2, old), failed('a2')), textOf(...last), 'a failure is old news'],
    [
      textOf(intent('done', 5, old)),
      textOf(intent('done', 5, old)),
      'nobody knows what became of it',
    ],
    [textOf(ack('2024-02-04', '2024-01-05')), '', 'it is over'],
    [
      textOf(ack('2024-02-01', '2024-02-01')),
      textOf(ack('2024-02-01', '2024-02-01')),
      'it is over, but new',
    ],
    [
      textOf(ack('2024-02-05', '2024-01-05')),
      textOf(ack('2024-02-05', '2024-01-05')),
      'it holds today',
    ],
    [
      textOf(ack('2024-03-01', '2024-01-05'), ack('2024-01-10', '2024-01-08')),
      '',
      'the second took the place of the first, and is over',
    ],
    [`torn\n${repair}`, `torn\n${repair}`, 'what cannot be read stays as it is'],
  ])('of %s leaves %s: %s', (text, left, _because) => {
    expect(kept(text)).toBe(left)
  })

  it('changes nothing of what is remembered of open items', () => {
    const entries = [
      ...first,
      ...last,
      intent('b', 2, old),
      sent('b2'),
      intent('done', 0, old),
      sent('done0'),
    ]
    const before = memoryOf(entries, today)
    const after = memoryOf(
      readLedger(kept(textOf(...entries))).lines.flatMap(({ entry }) => entry ?? []),
      today,
    )
    for (const item of ['a', 'b'])
      expect(lastSentTo(after, item, desk)).toEqual(lastSentTo(before, item, desk))
    expect(lastSentTo(after, 'done', desk)).toBeUndefined()
  })
})
