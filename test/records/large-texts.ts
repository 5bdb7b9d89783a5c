import { record } from '../helpers/record.ts'

const repeated = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('')

/** Texts made to exhaust a reader, by their names: too long to be kept as files. */
export const largeTexts = {
  'nested-10000-deep': record(`x-a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  'nested-by-indent': repeated(10_000, (level) => `${' '.repeat(level)}a:\n`),
  'alias-bomb': record(
    `x-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n${repeated(
      9,
      (level) => `x-${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}*a${level}]\n`,
    )}`,
  ),
  'alias-chain': record(
    `x-0: &a0 []\n${repeated(9_000, (level) => `x-${level + 1}: &a${level + 1} [*a${level}]\n`)}`,
  ),
  'too-many-keys': record(repeated(50_000, (index) => `x-${index}: a\n`)),
  'too-many-documents': '---\na: b\n'.repeat(50_000),
  'very-long-key': record(`? ${'k'.repeat(100_000)}\n: a\n`),
  'very-long-line': record(`x-a: ${'a '.repeat(100_000)}\ntitle: [${'a, '.repeat(5_000)}a]\n`),
  'reference-among-many': record(
    `areasForImprovement:\n${repeated(3_000, (index) => `  - { id: Q${index}, text: a }\n`)}
actions:
  - { id: A1, title: Weekly audits, due: 2024-03-28, answers: [Z0] }\n`,
  ),
} satisfies Record<string, string>
