import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import { commentsIn } from '../../../src/yaml/edit/comments.ts'
import { type Fault, faultIf, type Kind } from '../kind.ts'
import { runsInTurn } from '../run.ts'
import { recordTexts } from './records.ts'

const FILE = 'plans/r.yaml'
const ARGS = ['fmt', 'plans', '--today', '2024-02-05']

/** What a text says, each scalar as it is written. */
function said(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent', schema: 'failsafe', uniqueKeys: false })
  } catch {
    // Such as an alias of nothing, which must be there afterwards too.
    return undefined
  }
}

/** `fmt` keeps what a record says and its comments, and has nothing to do the second time. */
export const formatting: Kind = {
  cases: recordTexts.map((text) => ({ files: { [FILE]: text }, args: ARGS })),
  faultsOf: async (one) => {
    const { runs, faults } = await runsInTurn(one, ARGS)
    const [before = '', once = '', twice = ''] = [one, ...runs].map(({ files }) => files[FILE])
    return [
      ...faults,
      ...faultIf(once !== twice, 'fmt is not idempotent', () => `${once}\n---\n${twice}`),
      ...(once === before ? [] : lost(before, once)),
    ]
  },
}

function lost(before: string, after: string): readonly Fault[] {
  const sorted = (text: string) => JSON.stringify([...commentsIn(text)].sort())
  const isSame = isDeepStrictEqual(said(before), said(after))
  return [
    ...faultIf(!isSame, 'fmt changes what is said', () => after),
    ...faultIf(sorted(before) !== sorted(after), 'fmt changes comments', () => after),
  ]
}
