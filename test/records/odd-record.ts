/** Records as nobody would write them, though YAML permits it: the same for each seed. */

type Value = string | readonly Value[] | { readonly [key: string]: Value }
export type Dice = {
  (sides: number): number
  readonly pick: <T>(...choices: readonly [T, ...T[]]) => T
}

/** Numbers that look like chance and are the same each time (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed
  const roll = (sides: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
  const pick = <T>(...choices: readonly [T, ...T[]]): T =>
    choices[roll(choices.length)] ?? choices[0]
  return Object.assign(roll, { pick })
}

/** The text of a record with a plan and three actions; what it leaves out, an edit can add. */
export function oddRecord(seed: number): string {
  const roll = dice(seed)
  const body =
    roll(8) === 0
      ? [flow(recordOf(roll), roll, 0)]
      : [...blockMap(recordOf(roll), 0, roll), ...roll.pick([], ANCHORS)]
  const start = roll.pick([], [], ['# a header', ''], ['---'], ['%YAML 1.2', '--- # start'])
  const end = roll.pick([], [], ['# the end'], ['', '# the end', ''], ['...'])
  const lineBreak = roll.pick('\n', '\n', '\r\n')
  const text = [...start, ...body, ...end].join(lineBreak)
  return `${roll.pick('', '', '', '\uFEFF')}${text}${roll.pick('', lineBreak, lineBreak)}`
}

/** Anchors elsewhere are in the way of nothing. */
const ANCHORS = ['x-first: &first { a: b } # c', 'x-second: [*first, *first]']

function recordOf(roll: Dice): { readonly [key: string]: Value } {
  const stage = (): Value => ({
    ...some(roll, { expected: '2024-02-09' }),
    ...some(roll, { stated: '2024-04-23' }),
    ...some(roll, { extensions: [{ to: '2024-05-07', by: 'Ofsted' }] }),
    ...some(roll, { 'x-note': odd(roll) }),
  })
  const action = (id: string, more: Record<string, Value> = {}): Value =>
    shuffled(roll, {
      id,
      title: odd(roll),
      due: '2024-03-31',
      ...some(roll, { owner: odd(roll) }),
      ...more,
    })
  const log = () => [{ on: '2024-02-05', note: odd(roll) }]
  const record = {
    authority: odd(roll),
    framework: 'ilacs-focused-visit',
    published: '2024-01-12',
    areasForPriorityAction: [{ id: 'P1', text: odd(roll) }],
    ...some(roll, {
      plan: { ...some(roll, { draft: stage() }), ...some(roll, { final: stage() }) },
    }),
    actions: [
      action('A1'),
      action('A2', some(roll, { progress: log() })),
      action('A3', { blocked: odd(roll) }),
    ],
    ...some(roll, { notes: odd(roll) }),
    ...some(roll, { 'x-own': { shared: odd(roll), list: [odd(roll), odd(roll)] } }),
  }
  return roll(4) === 0 ? shuffled(roll, record) : record
}

function some<T extends object>(roll: Dice, value: T): T | Record<never, never> {
  return roll(3) > 0 ? value : {}
}

function shuffled<T extends { readonly [key: string]: Value }>(roll: Dice, map: T) {
  const pairs = Object.entries(map).map((pair) => ({ pair, rank: roll(1000) }))
  return Object.fromEntries(pairs.sort((a, b) => a.rank - b.rank).map(({ pair }) => pair))
}

/** Texts that begin or end something if they are not in quotes, and one that is long. */
function odd(roll: Dice): string {
  return roll.pick(
    'Shropshire Council',
    "Director of Children's Services",
    'a: b',
    'a #b',
    '- a',
    '[a], {b}',
    '"quoted"',
    'yes',
    '12',
    'Cyngor Gwynedd ŷ 😀',
    'two\nlines',
    `a text ${'that goes on '.repeat(12)}to its end`,
  )
}

/** Lines of a map, each key with what may stand around it. */
function blockMap(map: { readonly [key: string]: Value }, indent: number, roll: Dice): string[] {
  return Object.entries(map).flatMap(([key, value]) => [
    ...aside(indent, roll),
    ...pair(key, value, indent, roll),
  ])
}

function aside(indent: number, roll: Dice): string[] {
  const blanks = ' '.repeat(indent)
  return roll.pick(
    [],
    [],
    [],
    [''],
    [`${blanks}# "a": {comment}`],
    ['', `${blanks}#`, `${blanks}# b`],
  )
}

function pair(key: string, value: Value, indent: number, roll: Dice): string[] {
  const blanks = ' '.repeat(indent)
  const name = roll.pick(key, key, key, `"${key}"`, `'${key}'`)
  const head = roll(12) === 0 ? [`${blanks}? ${name}`, `${blanks}:`] : [`${blanks}${name}:`]
  const [first = '', ...rest] = valueLines(value, indent, roll)
  return [...head.slice(0, -1), `${head.at(-1)}${first}`, ...rest]
}

/** The lines of a value: the first one goes on behind its colon, which stands so many blanks in. */
function valueLines(value: Value, indent: number, roll: Dice): string[] {
  const comment = roll.pick('', '', ' # c', '   # c: d')
  const blank = roll.pick(' ', ' ', '  ', '\t')
  if (typeof value === 'string') return textLines(value, indent, blank, comment, roll)
  const isEmpty = Object.keys(value).length === 0
  if (isEmpty) return [blank + (isList(value) ? '[]' : roll.pick('{}', '{ }', '~', '')) + comment]
  if (roll(4) === 0) return [blank + flow(value, roll, indent + 2) + comment]
  const below = indent + roll.pick(2, 2, 4, 1, 3)
  if (!isList(value)) return [comment, ...blockMap(value, below, roll)]
  const dashes = indent + roll.pick(2, 2, 0, 4)
  return [comment, ...value.flatMap((entry) => entryLines(entry, dashes, roll))]
}

function entryLines(entry: Value, indent: number, roll: Dice): string[] {
  const dash = `${' '.repeat(indent)}-`
  const gap = roll.pick(' ', ' ', '   ')
  if (typeof entry === 'string') return [`${dash}${gap}${quoted(entry, roll)}`]
  if (roll(3) === 0) return [`${dash}${gap}${flow(entry, roll, indent + 2)}`]
  const column = indent + 1 + gap.length
  const lines = blockMap(isList(entry) ? {} : entry, column, roll)
  const first = lines[0] ?? ''
  if (first.trim() === '' || /^\s*#/.test(first)) return [dash, ...lines]
  return [dash + gap + first.slice(column), ...lines.slice(1)]
}

function textLines(text: string, indent: number, blank: string, comment: string, roll: Dice) {
  const inner = ' '.repeat(indent + 2)
  const words = text.split(' ')
  const half = Math.ceil(words.length / 2)
  const isOneLine = !text.includes('\n')
  const style = roll(6)
  if (style === 0) return [`${blank}|-${comment}`, ...text.split('\n').map((line) => inner + line)]
  if (style === 1 && isOneLine) return [`${blank}>-${comment}`, ...halves(words, half, inner)]
  if (style === 2 && isOneLine && words.length > 1 && /^[\w ]+$/.test(text)) {
    return [blank + words.slice(0, half).join(' '), inner + words.slice(half).join(' ') + comment]
  }
  return [blank + quoted(text, roll) + comment]
}

function halves(words: readonly string[], half: number, inner: string): string[] {
  const parts = [words.slice(0, half).join(' '), words.slice(half).join(' ')]
  return parts.filter((part) => part !== '').map((part) => inner + part)
}

function quoted(text: string, roll: Dice): string {
  if (text.includes('\n') || roll(5) === 0) return JSON.stringify(text)
  const isPlain = /^[\w. -]+$/.test(text) && !/^(?:yes|\d+$|-)/.test(text)
  return isPlain && roll(3) > 0 ? text : `'${text.replaceAll("'", "''")}'`
}

/** A value in braces or brackets: on one line, or on several with comments. */
function flow(value: Value, roll: Dice, indent: number): string {
  if (typeof value === 'string') return quoted(value, roll)
  const parts = isList(value)
    ? value.map((one) => flow(one, roll, indent + 2))
    : Object.entries(value).map(([key, one]) => `${key}: ${flow(one, roll, indent + 2)}`)
  const [open, close] = isList(value) ? '[]' : '{}'
  const pad = roll.pick('', ' ')
  if (parts.length === 0 || roll(3) > 0) return `${open}${pad}${parts.join(', ')}${pad}${close}`
  const blanks = ' '.repeat(indent + 2)
  const ends = parts.map((_part, index) => (index < parts.length - 1 ? ',' : roll.pick('', ',')))
  const lines = parts.map((part, index) => `${blanks}${part}${ends[index]}${roll.pick('', ' # c')}`)
  return `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}
