/** What a change moves, beside its assessment. */
const GATE =
  'src/assessment/{ahead,change*,justification,match-*,released,rewritten,unread-before}.ts'

// The rooms in which a wrong line would be a wrong date or a lost change, and the tests that must notice:
// the quickest patterns first.
export const rooms = {
  calendar: { mutate: ['src/calendar/*.ts'], tests: ['test/calendar/**/*.test.ts'] },
  assessment: {
    mutate: ['src/assessment/*.ts', `!${GATE}`],
    tests: [
      'test/assessment/!(ahead|change|match-items|released|rewritten|unread-before|demand).test.ts',
      'test/frameworks/{jtai-letters,worked-dates}.test.ts',
      'test/assessment/demand.test.ts',
      'test/records/cases.test.ts',
    ],
  },
  gate: {
    mutate: [GATE, 'src/commands/diff/!(*page|command|review).ts'],
    tests: [
      'test/assessment/{ahead,change,match-items,released,rewritten,unread-before}.test.ts',
      'test/commands/diff/{differences,submission-entries,wording}.test.ts',
    ],
  },
  // What git is asked for wants repositories, so that each of these takes seconds; and a thread of its own
  // cannot go into their folders, so that each has a process.
  base: {
    pool: 'forks',
    mutate: ['src/workspace/base.ts', 'src/commands/diff/review.ts'],
    tests: [
      'test/commands/check/base.test.ts',
      'test/commands/diff/command.test.ts',
      'test/workspace/base.test.ts',
      'test/commands/check/past-the-gate.test.ts',
    ],
  },
  edits: {
    mutate: ['src/yaml/edit/*.ts', 'src/commands/edit/!(*page|command*).ts'],
    tests: [
      'test/yaml/edit/**/*.test.ts',
      'test/commands/edit/**/*.test.ts',
      'test/records/edited-record.test.ts',
    ],
  },
  planning: {
    mutate: ['src/commands/remind/planning/*.ts'],
    tests: ['test/commands/remind/{plan,ledger,policy,sending-days}.test.ts'],
  },
}
