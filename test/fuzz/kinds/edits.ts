import fc from 'fast-check'
import { lineDiff } from '../../../src/page/line-diff.ts'
import { commentsIn } from '../../../src/yaml/edit/comments.ts'
import { type Case, type Fault, faultIf, type Kind } from '../kind.ts'
import { runCase, runsInTurn } from '../run.ts'
import { recordTexts } from './records.ts'

const FILE = 'plans/r.yaml'
const CHECK = ['check', 'plans', '-f', 'json', '--today', '2024-02-05']

const item = fc.constantFrom('r#draft', 'r#final', 'r#A1', 'r#A2', 'r#A3', 'r#P1', 'r')
const day = fc.constantFrom('2024-02-01', '2024-02-05', '2024-03-01', '2024-05-14', '2023-12-24')
const text = fc.constantFrom(
  'It is late',
  "a: b, 'c' #d",
  'yes',
  '"',
  '- x',
  'é😀',
  'x'.repeat(200),
)

const words = (...parts: readonly (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))

const edits = fc.oneof(
  words('submit', item, '--on', day),
  words('submit', item, '--on', day, '--evidence', 'https://example.org/a'),
  words('done', item, '--on', day),
  words('extend', item, '--to', day, '--on', day, '--by', text, '--reason', text),
  words('close', item, '--on', day, '--reason', text),
  words('expect', item, '--on', day),
  words('receive', 'r', '--on', day),
  words('block', item, '--reason', text),
  words('unblock', item, '--on', day, '--by', text),
  words('assign', item, text),
  words('note', item, text, '--on', day, '--percent', '40'),
  words('action', 'add', 'r', '--title', text, '--due', day),
  words(
    'waive',
    item,
    '--rule',
    'overdue',
    '--reason',
    text,
    '--approved-by',
    text,
    '--until',
    day,
  ),
  words('step', item, 'board', '--on', day),
)

/** An edit changes its own lines of a record alone, and what it has written can be read. */
export const editing: Kind = {
  cases: fc.record({
    files: fc.record({ [FILE]: recordTexts }),
    args: fc
      .tuple(edits, fc.constantFrom([], ['--force']))
      .map(([edit, more]) => [...edit, ...more, '--today', '2024-02-05']),
  }),
  faultsOf: async (one) => {
    const { runs, faults } = await runsInTurn(one, CHECK)
    const [edit, check] = runs
    const after = edit?.files[FILE] ?? ''
    const before = one.files[FILE] ?? ''
    if (after === before) return faults
    const isRefused = edit !== undefined && edit.exitCode > 1
    return [
      ...faults,
      ...faultIf(isRefused, 'refused, but written', () => after),
      ...changesBeyond(before, after, mayReplaceText(one.args)),
      ...(await newErrors(one, check?.out ?? '')),
    ]
  },
}

/** A text of several lines goes where an edit takes its place: by force, or because it is meant to. */
function mayReplaceText([command = '', ...args]: readonly string[]): boolean {
  return ['unblock', 'assign'].includes(command) || args.includes('--force')
}

/**
 * What was there and is not any more, but for the two lines that an edit may have to write anew, or a
 * text of several lines where `isReplacing`.
 */
function changesBeyond(before: string, after: string, isReplacing: boolean): readonly Fault[] {
  const removed = lineDiff(before, after).filter(({ sign }) => sign === '-')
  const comments = commentsIn(after)
  const bareBreaks = (text: string) => /(?<!\r)\n/.test(text)
  const marks = (text: string) => [text.startsWith('\uFEFF'), text.endsWith('\n')].join()
  return [
    ...faultIf(removed.length > 2 && !isReplacing, 'an edit takes out lines', () => after),
    ...faultIf(
      commentsIn(before).some((comment) => !comments.includes(comment)),
      'an edit takes out a comment',
      () => after,
    ),
    ...faultIf(!bareBreaks(before) && bareBreaks(after), 'line ends are mixed', () => after),
    ...faultIf(marks(before) !== marks(after), 'the start or the end is lost', () => after),
  ]
}

type Report = { readonly diagnostics: readonly { severity: string; code: string }[] }

/** Without `--force`, an edit leaves no error that was not there before. */
async function newErrors({ files, args }: Case, out: string): Promise<readonly Fault[]> {
  if (args.includes('--force')) return []
  const errorsIn = (text: string) => {
    const { diagnostics }: Report = JSON.parse(text)
    return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  }
  const before = errorsIn((await runCase({ files, args: CHECK })).out)
  const more = errorsIn(out).filter((code) => !before.includes(code))
  return faultIf(more.length > 0, 'an edit makes an error', () => more.join())
}
