import { describe, expect, it } from 'vitest'
import {
  isCutOff,
  isGarbled,
  type LedgerEntry,
  lineOf,
  readLedger,
} from '../../../src/commands/remind/planning/ledger.ts'
import {
  ackOf,
  deliveries,
  isUndelivered,
  lastSentAfter,
  lastSentTo,
  memoryOf,
} from '../../../src/commands/remind/planning/memory.ts'
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

describe('an entry', () => {
  const whole = [
    intent('a', 5),
    failed('a5'),
    ack('2024-02-08'),
    { kind: 'repair', at } as const,
  ] as const
  const items = (...facts: unknown[]) => ({ ...whole[0], items: facts })
  const entryIn = (value: unknown) => readLedger(`${JSON.stringify(value)}\n`).lines[0]?.entry

  it.each(whole)(
    'of the kind $kind is damaged without any of its parts, but for a reason',
    (entry) => {
      expect(entryIn(entry)).toEqual(entry)
      for (const key of Object.keys(entry)) {
        const { [key as keyof typeof entry]: _, ...rest } = entry
        expect(entryIn(rest), key).toEqual(key === 'why' ? rest : undefined)
        const wrong = { ...entry, [key]: 7 }
        expect(entryIn(wrong), key).toEqual(
          key === 'why' ? { ...entry, why: undefined } : undefined,
        )
      }
    },
  )

  it.each<[unknown, boolean, string]>([
    [items(), true, 'a digest may be of a record that nobody could read'],
    [items({ item: 'a', due: '2024-02-09', rung: -3 }), true, 'it was late'],
    [items({ item: 'a', due: '2024-02-09', rung: 1.5 }), false, 'a day is whole'],
    [items({ item: 7, due: '2024-02-09', rung: 5 }), false, 'an item is a text'],
    [items({ item: 'a', due: 'soon', rung: 5 }), false, 'that is no day'],
    [items({ item: 'a', due: '2024-02-09', rung: 5 }, null), false, 'the second is nothing'],
    [items('a'), false, 'that is a text'],
    [{ ...whole[0], items: { length: 0 } }, false, 'that is no list'],
    [{ ...whole[0], asAt: '2024-02-30' }, false, 'there is no such day'],
    [{ ...whole[2], until: '2024-02-30' }, false, 'likewise'],
    [{ ...sent('a5'), outcome: 'lost' }, false, 'it was sent or it failed'],
    [sent('a5'), true, 'what was sent has no reason'],
    ['intent', false, 'a text is no entry'],
  ])('%j: %s, because %s', (value, isSound, _because) => {
    expect(entryIn(value) !== undefined).toBe(isSound)
  })
})

describe('a line', () => {
  it.each([
    ['{"kind":"int', true, 'it breaks off'],
    ['{"ki', true, 'it breaks off sooner'],
    ['{', true, 'it has hardly begun'],
    ['\uFEFF{"ki', true, 'an editor has marked its beginning'],
    ['', false, 'it is empty'],
    ['{"kind":"repair","at":""}', false, 'it is whole'],
    ['x{"kind":"int', false, 'something else comes first'],
    ['{"kinds', false, 'no entry begins so'],
  ])('%j is cut off: %s, because %s', (line, expected, _because) => {
    expect(isCutOff(line)).toBe(expected)
  })

  it('is garbled by a byte that is no UTF-8', () => {
    expect(isGarbled(sound)).toBe(false)
    expect(isGarbled(sound.replace('desk', 'd\uFFFDsk'))).toBe(true)
  })
})

it('keeps every name as it is, also one that looks like damage', () => {
  for (const to of ['d\uFFFDsk', 'd\uFEFFsk']) {
    const entry = { ...intent('a', 5), to }
    expect(readLedger(lineOf(entry)).lines[0]?.entry).toEqual(entry)
  }
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

  it.each<[LedgerEntry, string, string | null, string]>([
    [failed('a5'), 'failed', 'refused', 'the server said so'],
    [{ ...sent('a5'), outcome: 'failed' }, 'failed', null, 'nobody knows why'],
    [sent('a5'), 'sent', null, 'it went'],
    [sent('b5'), 'unknown', null, 'it is of another'],
    [{ kind: 'repair', at }, 'unknown', null, 'it is something else'],
  ])('with %j after it: %s, %s, because %s', (entry, outcome, why) => {
    expect(deliveries([intent('a', 5), entry])).toMatchObject([{ outcome, why }])
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

it.each<[LedgerEntry[], boolean, string]>([
  [[intent('a', 5), sent('a5')], false, 'it went'],
  [[intent('a', 5), failed('a5')], true, 'it did not'],
  [[intent('a', 5)], true, 'nobody knows'],
  [[intent('a', 5), failed('a5'), intent('a', 5), sent('a5')], false, 'the second try went'],
  [[intent('a', 5), sent('a5'), intent('a', 2), failed('a2')], true, 'the next one did not'],
  [[intent('a', 5, { asAt: '2024-02-06' })], false, 'its day has not come'],
  [[intent('b', 5)], false, 'it is another item'],
])('after %j an item is undelivered: %s, because %s', (entries, expected, _because) => {
  expect(isUndelivered(memoryOf(entries, today), 'a', desk)).toBe(expected)
})

describe('an acknowledgement', () => {
  const due = isoDate('2024-02-09')
  it.each<[LedgerEntry[], string | undefined, string]>([
    [[ack('2024-02-08')], '2024-02-08', 'it was given today'],
    [[ack('2024-02-08'), ack('2024-02-07')], '2024-02-07', 'the later line counts'],
    [[ack('2024-02-08', '2024-02-06')], undefined, 'its day has not come'],
    [[{ ...ack('2024-02-08'), item: 'b' }], undefined, 'it is of another item'],
    [[{ ...ack('2024-02-08'), due: isoDate('2024-02-16') }], undefined, 'of another date'],
    [[{ ...ack('2024-02-08'), by: 'boss' }], undefined, 'of somebody else'],
    [[intent('a', 5)], undefined, 'there is none'],
  ])('in %j holds until %s, because %s', (entries, until, _because) => {
    expect(ackOf(memoryOf(entries, today), 'a', due, 'desk')?.until).toBe(until)
  })
})

it.each([
  ['2024-02-09', 5, '2024-02-05', { rung: 2, asAt: '2024-02-05' }, 'the lower rung stays'],
  ['2024-02-09', 1, '2024-02-05', { rung: 1, asAt: '2024-02-05' }, 'the lower rung is new'],
  ['2024-02-16', 5, '2024-02-05', { rung: 5, asAt: '2024-02-05' }, 'the date moved'],
  ['2024-02-16', 5, '2024-02-02', { rung: 5, asAt: '2024-02-02' }, 'it moved on that day'],
  ['2024-02-16', 5, '2024-02-01', { rung: 2, asAt: '2024-02-02' }, 'that is older'],
])('after rung 2 of 9 February on 2 February, %s, rung %i on %s is %j, because %s', (...row) => {
  const [due, rung, asAt, expected] = row
  const before = { due: isoDate('2024-02-09'), rung: 2, asAt: isoDate('2024-02-02') }
  const one = { item: 'a', due: isoDate(due), rung }
  expect(lastSentAfter(before, one, isoDate(asAt))).toMatchObject(expected)
  expect(lastSentAfter(undefined, one, isoDate(asAt))).toEqual({ due, rung, asAt })
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
  const both = {
    ...intent('a', 5, { ...old, key: 'ab' }),
    items: [...intent('done', 5).items, ...intent('a', 5).items],
  }

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
    [`${textOf(...last)}\n  \n`, textOf(...last), 'blank lines go'],
    [
      textOf(intent('done', 5, { asAt: '2024-02-01' }), failed('done5')),
      textOf(intent('done', 5, { asAt: '2024-02-01' }), failed('done5')),
      'the first day that stays',
    ],
    [textOf(intent('done', 5, { asAt: '2024-01-31' }), failed('done5')), '', 'the day before it'],
    [
      textOf(intent('a', 5, { ...old, key: 'first' }), failed('first'), ...last),
      textOf(...last),
      'the first try failed',
    ],
    [textOf(both, sent('ab')), textOf(both, sent('ab')), 'one of its two items is open'],
    [textOf(sent('a5')), '', 'a result without an intent is of no use'],
    [textOf(ack('2024-02-04', '2024-01-31')), '', 'it is over, and a day too old'],
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
