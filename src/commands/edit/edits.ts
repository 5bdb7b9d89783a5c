import { partOf } from '../../assessment/item.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Change } from '../../yaml/edit/change.ts'
import type { Value } from '../../yaml/edit/value.ts'
import type { Path } from '../../yaml/place.ts'
import { areaIdFor, areaIdsIn } from './areas.ts'
import type { EditOptions, Guard, Objection, Subject } from './guards.ts'
import * as guard from './guards.ts'
import { actionOf } from './guards.ts'
import { nextId } from './next-id.ts'

/** The kinds of item an edit is for, the changes it makes, and the guards against slips. */
export type Edit = {
  readonly about: readonly ('stage' | 'action' | 'record')[]
  changes(subject: Subject, options: EditOptions): readonly Change[]
  readonly guards: readonly Guard<keyof EditOptions>[]
}

export const edits = {
  submit: {
    about: ['stage'],
    changes: ({ path }, { on, evidence }) => [
      set(on, path, 'submitted'),
      ...optional(evidence, path, 'evidence'),
    ],
    guards: [
      guard.isNotSubmittedElsewhen,
      guard.isNotClosed,
      guard.isNotAhead,
      guard.isNotBeforeVisit,
      guard.isNotBeforeReport,
      guard.isDemanded,
      guard.keepsEvidence,
    ],
  },
  done: {
    about: ['action'],
    changes: ({ path }, { on, evidence }) => [
      set(on, path, 'done'),
      ...optional(evidence, path, 'evidence'),
    ],
    guards: [
      guard.isNotDoneElsewhen,
      guard.isNotClosed,
      guard.isNotAhead,
      guard.isNotBeforeVisit,
      guard.keepsEvidence,
    ],
  },
  extend: {
    about: ['stage', 'action'],
    changes: (subject, { to, on, by, reason }) => [
      added({ to, on, by, reason }, subject, [...subject.path, 'extensions']),
    ],
    guards: [
      guard.isNotSubmitted,
      guard.isNotDone,
      guard.isNotClosed,
      guard.isLater,
      guard.isNotAhead,
      guard.isNotBeforeReport,
      guard.isDemanded,
    ],
  },
  close: {
    about: ['stage', 'action'],
    changes: ({ path }, { on, reason }) => [
      set(on, path, 'closed', 'on'),
      set(reason, path, 'closed', 'reason'),
    ],
    guards: [
      guard.isNotClosed,
      guard.isNotSubmitted,
      guard.isNotDone,
      guard.isNotAhead,
      guard.isNotBeforeVisit,
      guard.isNotBeforeReport,
    ],
  },
  expect: {
    about: ['stage', 'action'],
    changes: ({ path }, { on }) => [set(on, path, 'expected')],
    guards: [guard.isNotSubmitted, guard.isNotClosed, guard.isNotDone, guard.isAhead],
  },
  receive: {
    about: ['record'],
    changes: (_subject, { on }) => [set(on, [], 'received')],
    guards: [
      guard.isNotReceivedElsewhen,
      guard.isNotAhead,
      guard.isNotBeforeVisit,
      guard.isNotAfterPublication,
    ],
  },
  waive: {
    about: ['stage', 'action'],
    changes: (subject, { rule, reason, approvedBy, until }) => [
      added({ item: partIn(subject), rule, reason, approvedBy, until }, subject, ['waivers']),
    ],
    guards: [guard.isOpenItem, guard.endsLater],
  },
  step: {
    about: ['stage'],
    changes: ({ path }, { step, on, planned }) => [
      planned === undefined
        ? set(on, path, 'steps', step, 'done')
        : set(planned, path, 'steps', step, 'planned'),
    ],
    guards: [guard.isStepNotDone, guard.isStepDay, guard.isNotSubmitted, guard.isNotClosed],
  },
  block: {
    about: ['action'],
    changes: ({ path }, { reason }) => [set(reason, path, 'blocked')],
    guards: [guard.isNotBlockedElse, guard.isNotDone, guard.isNotClosed],
  },
  unblock: {
    about: ['action'],
    changes: (subject, { on, by }) => {
      const { blocked } = actionOf(subject)
      if (blocked === undefined) return []
      const note = `No longer blocked: ${blocked.trim()}`
      return [
        take(subject.path, 'blocked'),
        added(withoutBlanks({ on, note, by }), subject, log(subject)),
      ]
    },
    guards: [guard.isNotAhead, guard.isNotBeforeVisit],
  },
  note: {
    about: ['stage', 'action'],
    changes: (subject, { on, text: note, percent, by }) => {
      if (note === '' && percent === undefined) {
        throw new UsageError('say what was done, or pass `--percent`')
      }
      return [added(withoutBlanks({ on, note, percent, by }), subject, log(subject))]
    },
    guards: [guard.isNotAhead, guard.isNotBeforeVisit],
  },
  assign: {
    about: ['stage', 'action'],
    changes: ({ path }, { owner }) => [set(owner, path, 'owner')],
    guards: [],
  },
  'action add': {
    about: ['record'],
    changes: (subject, { id = nextId(subject), title, owner, answers: said, due = '' }) => {
      const known = areaIdsIn(subject.record)
      const answers = said.map((area) => areaIdFor(area, known) ?? area)
      const entry = withoutBlanks({ id, title, owner, answers, due })
      return [added(entry, subject, ['actions'])]
    },
    guards: [guard.isNewAction, guard.isDueAfterVisit, guard.areKnownAreas],
  },
} satisfies Record<string, Edit>

export type EditName = keyof typeof edits

export function objectionsTo(
  edit: Edit,
  subject: Subject,
  options: EditOptions,
): readonly Objection[] {
  return edit.guards.flatMap((one) => one(subject, options) ?? [])
}

function set(value: Change['value'], path: Path, ...key: Path): Change {
  return { path: [...path, ...key], value }
}

function take(path: Path, key: string): Change {
  return { path: [...path, key], value: undefined }
}

function log({ path }: Subject): Path {
  return [...path, 'progress']
}

/** What an option left out is not written. */
function withoutBlanks(entry: { readonly [key: string]: Value | undefined }): Value {
  const said = Object.entries(entry).filter(([, value]) => !isBlank(value))
  return Object.fromEntries(said) as Record<string, Value>
}

function isBlank(value: Value | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function optional(value: string | undefined, path: Path, key: string): Change[] {
  return value === undefined ? [] : [set(value, path, key)]
}

function added(value: Change['value'], { sizeOf }: Subject, list: Path): Change {
  return set(value, list, sizeOf(list))
}

function partIn({ item }: Subject): string {
  return item ? partOf(item) : ''
}
