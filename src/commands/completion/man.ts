import { capitalised } from '../../language/capitalised.ts'
import { eachCommand, type Reached } from './each.ts'
import type { CommandShape, OptionShape } from './shape.ts'

/** The date of the page: when the texts below were last reviewed. */
const WRITTEN = '2026-11-22'

/** The manual page in roff. */
export function manPage(program: CommandShape, version: string): string {
  const commands = eachCommand(program)
  return [
    `.TH PLANDUE 1 "${WRITTEN}" "plandue ${escaped(version)}" "User commands"`,
    '.SH NAME',
    'plandue \\- which action plans are due when after an inspection',
    '.SH SYNOPSIS',
    '.B plandue',
    '[\\fIcommand\\fR] [\\fIoptions\\fR] [\\fIarguments\\fR]',
    '.SH DESCRIPTION',
    line(
      'plandue reads YAML inspection records, calculates in working days when each action plan is due, and reports what is overdue or at risk. Without a command it runs check.',
    ),
    '.SH COMMANDS',
    ...commands.flatMap(section),
    '.SH EXIT STATUS',
    ...EXITS.flatMap(([code, when]) => tagged(`\\fB${code}\\fR`, when)),
    '.SH FILES',
    ...tagged(
      '\\fIplandue.yaml\\fR',
      'The configuration, searched for from the working directory upwards.',
    ),
    ...tagged('\\fIplans/\\fR', 'The folder of records, unless the configuration names another.'),
    '.SH ENVIRONMENT',
    ...tagged('\\fBNO_COLOR\\fR, \\fBFORCE_COLOR\\fR', 'Never or always use colour.'),
    ...tagged('\\fBCOLUMNS\\fR', 'The width of reports where there is no terminal.'),
    '',
  ].join('\n')
}

const EXITS: readonly (readonly [code: string, when: string])[] = [
  ['0', 'Nothing is overdue, and all records are valid.'],
  ['1', 'Something is overdue, or a record has an error.'],
  ['2', 'The command line or the configuration is invalid.'],
  ['3', 'The work could not be done.'],
]

function section({ path, command }: Reached): string[] {
  const args = command.arguments.map(({ name, isRequired, isVariadic }) => {
    const word = `\\fI${escaped(name)}\\fR${isVariadic ? ' ...' : ''}`
    return isRequired ? word : `[${word}]`
  })
  return [
    `.SS "${['plandue', ...path].map(escaped).join(' ')}"`,
    [`\\fBplandue ${path.map(escaped).join(' ')}\\fR`, '[\\fIoptions\\fR]', ...args].join(' '),
    '.PP',
    line(sentence(command.description)),
    ...command.arguments
      .filter(({ description }) => description !== '')
      .flatMap(({ name, description }) =>
        tagged(`\\fI${escaped(name)}\\fR`, sentence(description)),
      ),
    ...command.options.flatMap((option) => tagged(optionTag(option), optionText(option))),
    ...example(command.more),
  ]
}

function optionTag({ flags, value }: OptionShape): string {
  const names = flags.map((flag) => `\\fB${escaped(flag)}\\fR`).join(', ')
  return value === '' ? names : `${names} \\fI${escaped(value.replace(/^<|>$/g, ''))}\\fR`
}

function optionText({ description, wanted }: OptionShape): string {
  const choices = wanted.kind === 'word' ? `; one of ${wanted.words.join(', ')}` : ''
  return sentence(`${description}${choices}`)
}

function example(text: string): string[] {
  if (text.trim() === '') return []
  return [
    '.PP',
    '.nf',
    ...text
      .trim()
      .split('\n')
      .map((one) => verbatim(one)),
    '.fi',
  ]
}

function verbatim(text: string): string {
  return text === '' ? '.sp' : `\\&${escaped(text)}`
}

function tagged(tag: string, text: string): string[] {
  return ['.TP', tag, line(text)]
}

function sentence(text: string): string {
  return `${capitalised(text)}${text.endsWith('…') ? '' : '.'}`
}

/** A text as lines of roff, none of which is taken for a request. */
function line(text: string): string {
  const lines: string[] = []
  for (const word of text.split(' ').map(escaped)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length === 0 || longer.length > LONGEST_LINE) lines.push(word)
    else lines.splice(-1, 1, longer)
  }
  return lines.map((one) => one.replace(/^(?=[.'])/, '\\&')).join('\n')
}

/** Wrapped for people who read the source. */
const LONGEST_LINE = 78

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll('…', '...')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
}
