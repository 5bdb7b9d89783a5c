// Makes records that look like real ones: the same ones for the same number, on every machine.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chance, dayAfter, fromSeed, oneOf, somewhere } from './random.mjs'
import {
  ACTIONS,
  FRAMEWORKS,
  HINDRANCES,
  JUDGEMENTS,
  OWNERS,
  PLACES,
  REMARKS,
  TITLES,
  WEAKNESSES,
} from './words.mjs'

/**
 * Writes so many records into a folder. With `quotedDates`, dates stand in quotes: ajv-cli reads
 * YAML by a rule that makes something else than text of a bare date. `remarks` is the number of
 * paragraphs of notes, to have longer texts with the same result; `actions`, if given, that of actions.
 */
export function writeRecords(folder, count, { quotedDates = false, remarks = 2, actions } = {}) {
  mkdirSync(folder, { recursive: true })
  for (let number = 0; number < count; number++) {
    const text = recordText(number, remarks, actions)
    writeFileSync(join(folder, `${nameOf(number)}.yaml`), quotedDates ? withQuotes(text) : text)
  }
}

function nameOf(number) {
  return `record-${String(number).padStart(5, '0')}`
}

function withQuotes(text) {
  return text.replace(/(?<=: )\d{4}-\d{2}-\d{2}(?=[ ,\n])/g, '"$&"')
}

function recordText(number, remarks, actions) {
  const random = fromSeed(number + 1)
  const framework = FRAMEWORKS[number % FRAMEWORKS.length]
  const visited = somewhere(random, ...SPANS[number % SPANS.length])
  const published = dayAfter(visited, 30 + Math.floor(random() * 25))
  const areas = Array.from({ length: Math.floor(random() * 4) }, (_, index) => `P${index + 1}`)
  return [
    '# yaml-language-server: $schema=../dist/schemas/record.json',
    `authority: ${placeOf(number)}`,
    `framework: ${framework.id}`,
    ...(chance(random, 0.6) ? [`title: ${oneOf(random, TITLES)}`] : []),
    `visited: { from: ${visited}, to: ${dayAfter(visited, 4)} }`,
    ...(chance(random, 0.4) ? [`received: ${dayAfter(published, -8)} # as the letter says`] : []),
    `published: ${published}`,
    `source: https://reports.example/file/${50_000_000 + number}`,
    ...judgements(random),
    ...areaLines(random, areas),
    ...planLines(random, framework.stages, published),
    ...actionLines(random, areas, published, actions),
    ...(number % 3 === 1 ? [`follows: ${nameOf(number - 1)}`] : []),
    ...noteLines(random, remarks),
    '',
  ].join('\n')
}

function judgements(random) {
  const names = ['overall', 'leaders', 'helpAndProtection', 'inCare']
  const given = chance(random, 0.5) ? names : names.slice(0, 1)
  const remark = chance(random, 0.3) ? ' # that of the inspection before stays' : ''
  return ['judgements:', ...given.map((name) => `  ${name}: ${oneOf(random, JUDGEMENTS)}${remark}`)]
}

function areaLines(random, ids) {
  if (ids.length === 0) return ['areasForPriorityAction: [] # none is named']
  const lines = ids.flatMap((id) => [
    `  - id: ${id}`,
    ...(chance(random, 0.5)
      ? [`    text: ${oneOf(random, WEAKNESSES)}`]
      : ['    text: >-', ...folded(random, WEAKNESSES, '      ')]),
  ])
  return ['', "# The areas as the letter's own list has them.", 'areasForPriorityAction:', ...lines]
}

function planLines(random, stages, published) {
  const lines = stages.flatMap((stage) => [`  ${stage}:`, ...stageLines(random, published)])
  return ['plan:', ...lines]
}

function stageLines(random, published) {
  const sent = dayAfter(published, 15 + Math.floor(random() * 110))
  const granted = dayAfter(published, 14)
  const extension = [
    '    extensions:',
    `      - to: ${dayAfter(sent, 21)}`,
    `        on: ${granted}`,
    '        by: Ofsted',
    `        reason: ${oneOf(random, HINDRANCES)}`,
  ]
  const ends = [
    [
      `    submitted: ${sent} # with the covering letter`,
      '    evidence: https://example.org/papers/plan.pdf',
    ],
    ['    closed:', `      on: ${sent}`, '      reason: No public source tells when it was sent.'],
    [`    expected: ${sent}`],
  ]
  return [...(chance(random, 0.25) ? extension : []), ...oneOf(random, ends)]
}

function actionLines(random, areas, published, count = Math.floor(random() * 3)) {
  if (count === 0) return []
  const lines = Array.from({ length: count }, (_, index) => {
    const due = dayAfter(published, 60 + Math.floor(random() * 300))
    const ends = [
      [`    done: ${dayAfter(due, -6)}`],
      [`    blocked: ${oneOf(random, HINDRANCES)}`],
      [],
    ]
    return [
      `  - id: A${index + 1}`,
      `    title: ${oneOf(random, ACTIONS)}`,
      `    owner: ${oneOf(random, OWNERS)}`,
      ...(areas.length > 0 ? [`    answers: [${areas.slice(index).join(', ') || areas[0]}]`] : []),
      `    due: ${due}`,
      ...oneOf(random, ends),
    ]
  })
  return ['actions:', ...lines.flat()]
}

function noteLines(random, remarks) {
  const paragraphs = Array.from({ length: remarks }, () => folded(random, REMARKS, '  '))
  return ['notes: >-', ...paragraphs.flatMap((lines) => ['', ...lines]).slice(1)]
}

/** Two sentences on two lines, as a folded text has them. */
function folded(random, sentences, indent) {
  return [`${indent}${oneOf(random, sentences)}`, `${indent}${oneOf(random, sentences)}`].map(
    (line) => line.replace(/(?<=^ +)["']|["']$/g, ''),
  )
}

/** A record is later than the one that it follows. */
const SPANS = [
  ['2015-01-05', '2018-12-31'],
  ['2019-04-01', '2022-12-31'],
  ['2023-04-01', '2026-03-02'],
]

/** A record and the one that follows it are of one authority. */
function placeOf(number) {
  return PLACES[Math.floor(number / 3) % PLACES.length]
}
