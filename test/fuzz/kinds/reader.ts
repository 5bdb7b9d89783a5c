import { verdictOn } from '../../yaml/quick/difference.ts'
import { changedText } from '../changes.ts'
import { faultIf, type Kind } from '../kind.ts'
import { CASES, RECORDS } from '../sources.ts'

/** The quick reader of YAML against the library: value, diagnostics and places. */
export const reader: Kind = {
  cases: changedText([...RECORDS, ...CASES], 3).map((text) => ({
    files: { 'r.yaml': text },
    args: [],
  })),
  faultsOf: ({ files }) => {
    const { differences } = verdictOn(files['r.yaml'] ?? '')
    return faultIf(differences.length > 0, 'read otherwise', () => differences.join('\n'))
  },
}
