import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { quickTree } from '../../../src/yaml/quick-tree.ts'
import { writeRecords } from '../../bench/records.mjs'
import { dice, oddRecord } from '../../records/odd-record.ts'
import { verdictOn } from './difference.ts'
import { mutantOf } from './mutant.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const generated = mkdtempSync(join(tmpdir(), 'plandue-quick-'))
afterAll(() => rmSync(generated, { recursive: true }))
writeRecords(generated, 300)

const textsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

const plain = [...textsIn(join(root, 'plans')), ...textsIn(generated)]
const cases = textsIn(join(root, 'test/records/cases'))
const odd = Array.from({ length: 300 }, (_, seed) => oddRecord(seed))

describe('what is read the quick way', () => {
  it.each<[text: string, isQuick: boolean, because: string]>([
    ['a: b\n', true, 'it is plain'],
    ['# a\na: { b: [c, 2024-01-12] } # d\n', true, 'brackets and comments are plain'],
    ['a: >-\n  b\n\n  c\nd: |\n  e\n', true, 'so are blocks of text'],
    ['a: \'it\'\'s\'\nb: "c: \\"d\\""\n', true, 'and texts in quotes'],
    ['a: yes\nb: 0o7\nc: 1_000\n', true, 'no scalar is resolved'],
    ['a: 1\na: 2\n', true, 'the reader reports a key that stands twice, either way'],
    ['a: &b c\nd: *b\n', false, 'of an alias, the library finds the anchor'],
    ['a: &b c\n', false, 'an anchor may have an alias'],
    ['a: !!str 1\n', false, 'a tag can change what is meant'],
    ['a:\n', false, 'of an empty value, the place is where it would be'],
    ['a: [b: c]\n', false, 'this is a map in a list'],
    ['? a\n: b\n', false, 'few people have seen such a key'],
    ['a : b\n', false, 'a blank before a colon is rare'],
    ['a: [b # ]\n  ]\n', false, 'a comment may hold the bracket that ends a list'],
    ['a:\n- { b: c } d:\n- e\n', false, 'the quick parser passes over what follows a brace'],
    ['a: "b\n  c"\n', false, 'the parsers fold lines in quotes in their own ways'],
    ['a: "\\u00e9"\n', false, 'and have their own lists of escapes'],
    ['a: |2\n    b\n', false, 'an indent that is given is rare'],
    ['a: |+\n  b\n\n', false, 'so is keeping all blank lines'],
    ['a:\tb\n', false, 'about tabs, parsers disagree'],
    ['a: b\r\n', false, 'and about carriage returns'],
    ['a: b\u2028c\n', false, 'a line break for some, not for others'],
    ['---\na: b\n', false, 'there may be more than one document'],
    ['a: b\n...\n', false, 'so may there after an end'],
    ['# a\n...\nb: c\n', false, 'here nothing ends that has begun'],
    ['%YAML 1.1\n---\na: yes\n', false, 'a directive can change what is meant'],
    ['- a\n', false, 'a record is a map'],
    ['a: [b\n', false, 'it is not sound'],
    [`${'a'.repeat(600)}: b\n`, false, 'a key of some length is a fault'],
    [`a: ${'['.repeat(20)}${']'.repeat(20)}\n`, false, 'at some depth, the library stops'],
    [`a: ${'b'.repeat(100_000)}\n`, false, 'and at some size'],
  ])('%j: %s, because %s', (text, isQuick) => {
    expect(quickTree(text) !== undefined).toBe(isQuick)
  })

  it('are all the records that are as most are', () => {
    expect(plain.filter((text) => !quickTree(text))).toEqual([])
  })
})

/** `npm run fuzz` tries more, and others each time. */
const MUTANTS = 3000

describe('what is read the quick way is what the library reads: value, diagnostics, and places', () => {
  it('in every case, every shipped record, and records as programs make them', () => {
    const differences = [...plain, ...cases, ...odd].flatMap((text) => verdictOn(text).differences)
    expect(differences).toEqual([])
  })

  it(`in ${MUTANTS} mutants of them`, { timeout: 240_000 }, () => {
    const roll = dice(1)
    const sources = [...plain, ...cases, ...odd]
    let quick = 0
    for (let count = 0; count < MUTANTS; count++) {
      const text = mutantOf(sources[roll(sources.length)] ?? '', roll)
      const { isQuick, differences } = verdictOn(text)
      if (isQuick) quick++
      expect(differences, text).toEqual([])
    }
    // Mutants that are all read by the library would prove nothing.
    expect(quick).toBeGreaterThan(MUTANTS / 10)
  })
})
