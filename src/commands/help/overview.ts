import { heading, type Page, paragraph, rows, sentences, type Text } from '../../page/page.ts'

/** The commands as `plandue --help` shows them, in the order of a working week: what each is for. */
export const GROUPS = {
  See: {
    check: 'what is due when, and what is overdue or at risk',
    forecast: 'what becomes at risk or overdue if nothing is done',
    timeline: 'what happened to an authority, and what it still has to do',
    paper: 'what a board reads: position, late, moved, finished, asked for',
    stats: 'what was met, late, open or overdue',
    due: 'the dates of a letter or report of a day, without a record',
  },
  Why: {
    explain: 'why a date, a status or a message is what it is',
    say: 'an item as a paragraph for a letter',
    diff: 'which dates a change moves, and why',
    history: 'when an item moved, in which commit, from what to what',
    frameworks: 'the rules that plandue knows, with their sources',
    calendar: 'the bank holidays of a year, and what a newer list moves',
  },
  Record: {
    new: 'begin a record; asks for what it needs',
    receive: 'when the letter or report was received: it starts the clock',
    submit: 'a stage was submitted',
    action: 'add an action to a record',
    done: 'an action was done',
    note: 'how far a stage or action has come',
    assign: 'who answers for a stage or action',
    block: 'what stands in the way of an action',
    unblock: 'nothing stands in its way any more',
    expect: 'when a stage or action is expected',
    extend: 'a later due date',
    close: 'no longer demanded',
    step: 'a step of governance, done or planned',
    waive: 'accept one finding on an item up to a day',
  },
  Remind: {
    remind: 'remind everybody of what to see to, once; made for cron',
  },
  'Set up and keep': {
    init: 'set up a repository of plans',
    doctor: 'is the schedule alive, and is everything it rests on in order',
    fmt: 'put records into their usual form',
    import: 'records, or what owners filled in, from a spreadsheet',
    export: 'records or actions to a spreadsheet',
    schema: 'the JSON Schema of a kind of file',
    completion: 'completion for bash, zsh, fish, PowerShell',
  },
} as const

const TRY = {
  plandue: 'what is overdue, at risk, on track',
  'plandue explain exampleshire-2024#draft': 'why a date is what it is, day by day',
  'plandue due today': 'dates of a letter that came today',
}

const EVERYWHERE = {
  '--today DATE': 'as at another day',
  '-c, --config FILE': 'another plandue.yaml',
  '-f, --format FORMAT': 'table, plain, json, csv and more: plandue check --help',
  '-o, --output FILE': 'write the result to a file, in the format of its ending',
  '-q, --quiet': 'only what needs attention; nothing if nothing does',
  '-v, --verbose': 'reasons, areas, sources and places too',
  '--no-color': 'no colours; NO_COLOR works too',
  '-h, --help': 'help, also after a command',
  '-V, --version': 'the version',
}

/** `plandue --help`. `topics` are those of the manual. */
export function overviewPage(topics: readonly string[]): Page {
  return [
    paragraph('Usage: plandue [command] [options]'),
    sentences([
      'Which action plans are due when after an inspection, and which are overdue or',
      'at risk today? Without a command, plandue runs check.',
    ]),
    ...group('Try', TRY),
    ...Object.entries(GROUPS).flatMap(([name, commands]) => group(name, commands)),
    ...group('Everywhere', EVERYWHERE),
    sentences([
      'Exit codes: 0 nothing overdue, 1 something is or a record has an error,',
      '2 wrong command line or configuration, 3 the work could not be done.',
    ]),
    paragraph(`plandue help COMMAND or TOPIC: ${topics.join(', ')}`),
  ]
}

/** All commands stand in line. */
const COMMAND_WIDTH = 10

function group(name: string, words: Readonly<Record<string, string>>): Page {
  const cells = Object.entries(words).map(([word, meaning]): Text[] => [
    // Where there is no short name, its place stays free.
    { text: word, tone: 'strong', ...(word.startsWith('--') ? { indent: '-c, '.length } : {}) },
    meaning,
  ])
  return [heading(name), rows([{ name: '', least: COMMAND_WIDTH }, { name: '' }], cells)]
}
