import { didYouMean, didYouMeanOr, listed } from './suggest.ts'

export type Severity = 'error' | 'warning' | 'note'

/**
 * The catalogue: every fault that plandue can name, with its words. A sentence says what was found
 * and what was expected; the hint is one step that would mend it. Codes are never reused.
 */
type Entry<A> = {
  severity: Severity
  message: (args: A) => string
  hint?: (args: A) => string | undefined
  /** An error that keeps no deadline from being known. */
  hidesNothing?: true
}

const error = <A>(message: Entry<A>['message'], hint?: Entry<A>['hint']): Entry<A> =>
  entry('error', message, hint)
const errorAside = <A>(message: Entry<A>['message'], hint: Entry<A>['hint']): Entry<A> => ({
  ...entry('error', message, hint),
  hidesNothing: true,
})
const warning = <A>(message: Entry<A>['message'], hint?: Entry<A>['hint']): Entry<A> =>
  entry('warning', message, hint)
const note = <A>(message: Entry<A>['message'], hint?: Entry<A>['hint']): Entry<A> =>
  entry('note', message, hint)

function entry<A>(
  severity: Severity,
  message: Entry<A>['message'],
  hint: Entry<A>['hint'],
): Entry<A> {
  return hint ? { severity, message, hint } : { severity, message }
}

type Nothing = Record<never, never>
type Found = { key: string; found: string }
type Pair = { id: string; before: string; own: string }
/** What a file is to plandue: a record, or the configuration, something that it names, a mapping. */
export type FileUse = 'record' | 'settings'
type UnknownKey = {
  key: string
  parent: string
  known: readonly string[]
  own: boolean
  next?: string | undefined
}
type ShortYear = {
  division: string
  year: number
  count: number
  scheduled: number
  missing: string
}

type StatedDate = {
  stated: string
  distance: string
  computed: string
  from: string
  isEarliest: boolean
  isWithoutHolidays: boolean
}

const entries = {
  // The file
  unreadable: error(
    ({ why }: { why: string; next?: string | undefined }) => `cannot be read: ${why}`,
    ({ next }) => next,
  ),
  'not-a-file': error(
    ({ use }: { use: FileUse }) =>
      use === 'settings' ? 'is not a file' : 'is neither a file nor a folder',
    ({ use }) =>
      use === 'settings'
        ? 'put a file of text in its place, or name another one'
        : 'keep only records in the folder of records',
  ),
  'broken-link': error(
    (_: Nothing) => 'is a link to something that does not exist',
    () => 'mend the link or delete it',
  ),
  'left-out': error(
    ({ count, example }: { count: number; example: string }) =>
      `a sparse checkout leaves out ${count === 1 ? 'a record' : `${count} records`}, such as \`${example}\``,
    () =>
      'run `git sparse-checkout add` with the folder of records, or `git sparse-checkout disable`',
  ),
  'link-loop': error(
    (_: Nothing) => 'is a link that leads back to itself',
    () => 'delete the link',
  ),
  'name-not-portable': warning(
    ({ why }: { why: string }) => `has a name that not every system can hold: ${why}`,
    () => 'rename the file, and correct `follows` in other records',
  ),
  'name-clash': warning(
    ({ other }: { other: string }) =>
      `has the name of \`${other}\` apart from capitals: Windows and macOS can hold only one of the two`,
    () => 'rename one of the two',
  ),
  'link-outside': error(
    (_: Nothing) => 'is a link that leads out of the repository, and is not followed',
    () => 'copy the file to this place',
  ),
  'too-large': error(
    ({ bytes, limit, use }: { bytes: number; limit: number; use: FileUse }) =>
      `has ${megabytes(bytes)}, more than the ${megabytes(limit)} that ${use === 'settings' ? 'such a file' : 'a record'} may have`,
    ({ use }) =>
      use === 'settings'
        ? 'check that it is the file that was meant'
        : 'keep long papers beside the record and name them in `evidence` or `source`',
  ),
  'not-utf8': error(
    ({ offset, isUtf16 }: { offset: number; isUtf16?: true }) =>
      isUtf16 ? 'is UTF-16 text' : `is not UTF-8 text: byte ${offset + 1} cannot be read`,
    ({ isUtf16 }) =>
      isUtf16
        ? 'save the file again as UTF-8; PowerShell writes that with `-Encoding utf8`'
        : 'save the file again with the encoding UTF-8',
  ),
  'byte-order-mark': note(
    (_: Nothing) => 'starts with a byte order mark, which is passed over',
    () => 'save the file as UTF-8 without a byte order mark',
  ),
  'misread-text': warning(
    ({ found, meant }: { found: string; meant: string }) =>
      `\`${found}\` looks like \`${meant}\`, once read in another encoding than UTF-8`,
    () => 'correct the text, and open and save such files as UTF-8',
  ),
  'empty-file': error(
    (_: { use: FileUse }) => 'has no content',
    ({ use }) =>
      use === 'settings'
        ? 'write what it is for, or delete its name where it is named'
        : 'write at least `authority`, `framework` and one of `visited`, `published`, `received`, `sent`',
  ),

  // YAML
  'yaml-syntax': error(
    ({ problem }: { problem: string; next?: string | undefined }) => `is not YAML: ${problem}`,
    ({ next }) => next,
  ),
  'several-documents': error(
    (_: Nothing) => 'a second YAML document starts here, but a file holds one',
    () => 'put it into a file of its own',
  ),
  'too-deep': error(
    ({ limit }: { limit: number }) => `is nested more than ${limit} levels deep`,
    () => 'six levels are enough for all that plandue reads',
  ),
  'too-complex': error(
    ({ limit }: { limit: number }) => `holds more than ${limit.toLocaleString('en-GB')} parts`,
    () => 'split the file, or write out what its aliases repeat',
  ),
  'duplicate-key': error(
    ({ key, line }: { key: string; line: number }) =>
      `\`${key}\` is here for the second time; it is first defined on line ${line}`,
    () => 'keep one of the two',
  ),

  // Shape
  'unknown-key': error(
    ({ key, parent }: UnknownKey) => `\`${key}\` is not a key of ${parent}`,
    ({ key, known, own, next }) => {
      if (next) return next
      if (known.length === 0) return undefined
      if (didYouMean(key, known) || !own) return didYouMeanOr(key, known)
      return `use one of ${listed(known)}, or start a key of your own with \`x-\``
    },
  ),
  'missing-key': error(
    ({
      keys,
      parent,
    }: {
      keys: readonly string[]
      parent: string
      example?: string | undefined
    }) =>
      keys.length === 1
        ? `${parent} has no ${listed(keys)}`
        : `${parent} has none of ${listed(keys)}, and needs one of them`,
    ({ example }) => example && `add a line like \`${example}\``,
  ),
  'more-faults': error(
    ({ count }: { count: number }) => `has ${count} more faults, which are not shown`,
    () => 'mend the others first',
  ),
  'wrong-type': error(
    ({ key, expected, found }: Found & { expected: string; next?: string | undefined }) =>
      `${key} must be ${expected}, but found ${found}`,
    ({ next }) => next,
  ),
  'empty-value': warning(
    ({ key }: { key: string }) => `${key} has no value, and counts as left out`,
    () => 'write a value, or delete the key',
  ),
  'not-allowed': error(
    ({ key, found }: Found & { allowed: readonly string[] }) => `${key} cannot be \`${found}\``,
    ({ found, allowed }) => didYouMeanOr(found, allowed),
  ),
  'wrong-form': error(
    ({ key, expected, found }: Found & { expected: string }) =>
      `${key} must be ${expected}, but found \`${found}\``,
  ),

  // Dates
  'not-a-date': error(
    ({ key, expected, found }: Found & { expected: string; likely?: string | undefined }) =>
      `${key} must be ${expected}, but found \`${found}\``,
    ({ likely }) =>
      likely ? `did you mean ${likely}?` : 'write the year first, then month and day: 2024-01-12',
  ),
  'impossible-date': error(
    ({ key, found, why }: Found & { why: string }) => `${key} is \`${found}\`, but ${why}`,
    () => 'look the date up in the report or letter',
  ),
  'out-of-order': warning(
    ({ earlier, later }: { earlier: string; later: string }) => `${later} is before ${earlier}`,
    () => 'check both dates against the report or letter',
  ),
  'date-ahead': warning(
    ({ key, date }: { key: string; date: string }) =>
      `\`${key}\` is ${date}, which has not come yet: until then it does not count`,
    () => 'check the date, above all its year',
  ),

  // Names
  'unknown-framework': error(
    ({ found }: { found: string; known: readonly string[] }) => `\`${found}\` is not a framework`,
    ({ found, known }) => didYouMeanOr(found, known),
  ),
  'unknown-stage': error(
    ({ stage, framework }: { stage: string; framework: string; known: readonly string[] }) =>
      `\`${stage}\` is not a stage of ${framework}`,
    ({ stage, known }) => didYouMeanOr(stage, known),
  ),
  'duplicate-id': error(
    ({ id, where }: { id: string; where: string; next?: string | undefined }) =>
      `the id \`${id}\` is taken: ${where}`,
    ({ next }) => next ?? 'give it another id',
  ),
  'no-earlier-stage': error(
    ({ id, after }: { id: string; after: string; known: readonly string[] }) =>
      after
        ? `\`${id}\` runs from the submission of \`${after}\`, which is no earlier stage`
        : `\`${id}\` runs from a submission, but no \`after\` says of which stage`,
    ({ known }) =>
      known.length > 0
        ? `use one of ${listed(known)}, or give it another clock`
        : 'give the first stage another clock',
  ),
  'unknown-reference': warning(
    ({ id, what }: { id: string; what: string; known: readonly string[] }) =>
      `there is no ${what} \`${id}\``,
    ({ id, known }) => {
      const suggestion = didYouMean(id, known)
      return suggestion && `did you mean \`${suggestion}\`?`
    },
  ),

  // Reminders
  'no-channel': error(
    ({ to }: { to: string }) => `\`${to}\` is an address, but no \`channel\` says how to reach it`,
    () => 'add `channel: email`, or `channel: stdout` if it shall only be printed',
  ),
  'reply-to-unused': error(
    ({ channel }: { channel?: string | undefined }) =>
      channel === undefined
        ? '`replyTo` is for email only, and no recipient has `channel: email`'
        : `\`replyTo\` is for email only, and this recipient has \`channel: ${channel}\``,
    () => 'delete it; give `contact` under `reminders` to say in each digest whom to ask',
  ),

  // Mappings of data that exist
  'id-template': error(
    ({ found, why }: { found: string; why: string }) => `\`${found}\` makes no id: ${why}`,
    () => 'write it like {authority}-{year}',
  ),

  // Records that follow one another
  'follows-itself': warning(
    (_: Nothing) => 'the record follows itself',
    () => 'name the record before it, or delete `follows` if there is none',
  ),
  'follows-circle': warning(
    ({ ids }: { ids: readonly string[] }) =>
      `the records follow each other in a circle: ${listed(ids)}`,
    () => 'delete `follows` in the earliest of them, or name one that is earlier still',
  ),
  'follows-later': warning(
    ({ id, before, own }: Pair) =>
      `\`${id}\` is of ${before}, and so later than this record, which is of ${own}`,
    () => 'name the record before it; perhaps the other one follows this',
  ),
  'follows-other-authority': warning(
    ({ id, before, own }: Pair) => `\`${id}\` is a record of ${before}, and this one of ${own}`,
    () => 'name a record of the same authority, or write its name alike in both',
  ),

  // Evidence
  'evidence-missing': errorAside(
    ({ path }: { path: string; near?: string | undefined }) => `there is no file \`${path}\``,
    ({ near }) =>
      near
        ? `did you mean \`${near}\`? Paths start at the root of the repository, and have slashes`
        : 'put the file there, or correct the path, which starts at the root of the repository',
  ),
  'evidence-outside': errorAside(
    ({ path }: { path: string }) =>
      `\`${path}\` leads out of the repository, or nowhere, and is not looked at`,
    () => 'put a copy of the file into the repository, or give its URL',
  ),
  'evidence-late': warning(
    ({ came, what, on }: { came: string; what: string; on: string }) =>
      `the file came into the repository on ${came}, but \`${what}\` says ${on}`,
    ({ what }) => `check \`${what}\`, or say in \`notes\` why the file came later`,
  ),
  'evidence-untold': note(
    ({ why }: { why?: string }) =>
      why === undefined
        ? 'the history of this clone is too short to know whether evidence came in time'
        : `git cannot say whether evidence came in time: ${why}`,
    ({ why }) =>
      why === undefined
        ? 'run `git fetch --unshallow`, or set `fetch-depth: 0` in the workflow'
        : 'run `git log` here, and do what it asks for',
  ),

  // Copies
  'copy-of-record': warning(
    ({ of }: { of: string }) => `is by its name a copy of \`${of}\`, and both count as records`,
    () => 'compare the two, keep what is right in one of them, and delete the other',
  ),

  // What the record says
  'areas-unknown': warning(
    (_: Nothing) =>
      'the report is out, but `areasForPriorityAction` is left out: the plan counts as required',
    () =>
      'list the areas for priority action, or write `areasForPriorityAction: []` if there are none',
  ),
  'date-unknown': warning(
    (_: Nothing) =>
      'areas for priority action are listed, so the report is out, but its date is not here',
    () =>
      'write the day on which it was `received`, or at least `published`: no deadline runs without',
  ),
  'extension-shortens': warning(
    ({ to, due }: { to: string; due: string }) =>
      `extended to ${to}, which is before it is due anyway, on ${due}`,
    () => 'check both dates against the letters',
  ),
  'stage-contradicted': warning(
    ({ stage, key, because }: { stage: string; key: string; because: 'areas' | 'validity' }) =>
      because === 'areas'
        ? `\`${stage}\` has \`${key}\`, but the record names no area for priority action: the stage counts as required`
        : `\`${stage}\` has \`${key}\`, but its rule was not in force on the date of the report: the stage counts as required`,
    ({ key, because }) =>
      because === 'areas'
        ? `list the areas for priority action, or delete \`${key}\` if nothing was asked for`
        : `check the dates and the framework of the record, or delete \`${key}\``,
  ),
  'extension-not-latest': warning(
    ({ on, to, due }: { on: string; to: string; due: string }) =>
      `the newest decision, of ${on}, is for ${to}, but another one, for ${due}, is later and counts`,
    () => 'delete the extension that was replaced, or correct its dates',
  ),
  'stated-differs': warning(
    ({ stated, distance, computed, isEarliest }: StatedDate) =>
      `the letter prints ${stated}, ${distance} the ${isEarliest ? 'earliest date' : 'date'} that the rule gives, ${computed}`,
    ({ from, isWithoutHolidays }) =>
      `the letter's date counts; check it, and the dates of the record: the rule counted from ${from}${isWithoutHolidays ? ', and `schoolHolidays`, which do not count, are not recorded' : ''}`,
  ),
  'action-after-deadline': note(
    ({ due, stage, stageDue }: { due: string; stage: string; stageDue: string }) =>
      `the action is promised for ${due}, after the ${stage} itself is due on ${stageDue}`,
  ),
  'waiver-expired': warning(
    ({ on }: { on: string }) => `the waiver ended on ${on}`,
    () => 'have it approved anew with a later `until`, or delete it',
  ),
  'waiver-unused': warning(
    ({ item, rule }: { item: string; rule: string }) =>
      `the waiver silences nothing: \`${rule}\` does not hold for \`${item}\``,
    () => 'delete it',
  ),
  'ignore-malformed': warning(
    (_: Nothing) => 'this comment ignores nothing: it must name a code and give a reason',
    () => 'write it like `# plandue-ignore-next-line areas-unknown -- asked Ofsted on 3 May`',
  ),
  'ignore-error': warning(
    ({ code }: { code: string }) => `\`${code}\` is an error, and errors cannot be ignored`,
    () => 'mend what it says, and delete this comment',
  ),
  'ignore-unused': warning(
    ({ code, line }: { code: string; line: number }) =>
      `there is no \`${code}\` on line ${line} that could be ignored`,
    () => 'delete this comment',
  ),
  'done-and-closed': error(
    ({ action }: { action: string }) => `the action \`${action}\` is both done and closed`,
    () => 'keep `done` if it was completed, `closed` if it was withdrawn',
  ),
  'submitted-and-closed': warning(
    ({ stage }: { stage: string }) => `the stage \`${stage}\` is both submitted and closed`,
    () => 'keep `submitted` if the plan was sent, `closed` if it never was',
  ),

  // Bank holidays
  'calendar-ends-soon': warning(
    ({ division, until, due }: { division: string; until: string; due: string }) =>
      `the official bank holidays of ${division} end on ${until}, less than 120 days after this item is due, on ${due}`,
    () => "bring in GOV.UK's newest list with `plandue calendar update`",
  ),
  'one-division': error(
    ({ division }: { division: string; url: string }) =>
      `is the list of \`${division}\` alone, as GOV.UK publishes it too`,
    ({ url }) => `take the list of all divisions: ${url}`,
  ),
  'holidays-unshipped': warning(
    ({ dates, division, days }: { dates: string; division: string; days: string }) =>
      `bank holidays of ${division} that plandue does not ship move ${dates}: ${days}`,
    () =>
      'hold the list of bank holidays against https://www.gov.uk/bank-holidays.json before you take the change over: a false one can move any deadline',
  ),
  'unread-before': warning(
    (_: Nothing) =>
      'could not be read before the change: what the change moves by it is not judged',
    () => 'compare its dates with the letter and with the last version that could be read',
  ),
  'calendar-year-short': warning(
    ({ division, year, count, scheduled, missing }: ShortYear) =>
      `the list names ${count} of the ${scheduled} bank holidays of ${division} in ${year}${missing && `, without ${missing}`}`,
    () => 'what a list leaves out of its years counts as a working day: look the year up on GOV.UK',
  ),
} satisfies Record<string, Entry<never>>

export type Code = keyof typeof entries
export type Arguments<C extends Code> = Parameters<(typeof entries)[C]['message']>[0]

export const messages: { readonly [C in Code]: Entry<Arguments<C>> } = entries

function megabytes(bytes: number): string {
  return `${Number((bytes / 1_048_576).toFixed(1))} MB`
}
