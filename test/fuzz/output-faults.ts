import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { schemas } from '../../src/commands/schema/schemas.ts'
import { ACTING } from '../helpers/acting.ts'
import { parseXml } from '../helpers/xml.ts'
import { sarifErrors } from '../reports/sarif-schema.ts'
import { type Case, type Fault, faultIf } from './kind.ts'

const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true })
addFormats.default(ajv)
const isCheckReport = ajv.compile(schemas['check-json'])

type Written = { readonly exitCode: number; readonly out: string; readonly err: string }

/** What is wrong with the exit code and the texts of a run, whatever it was for. */
export function outputFaults(one: Case, run: Written): readonly Fault[] {
  const { exitCode, out, err } = run
  const all = shown(one, `${out}\n${err}`)
  const leak = leaked(one, all)
  return [
    ...faultIf(![0, 1, 2, 3].includes(exitCode), 'exit code', () => String(exitCode)),
    ...faultIf(exitCode > 1 && err.trim() === '', 'nothing said', () => `exit code ${exitCode}`),
    ...internalErrors(err),
    ...faultIf(STACK.test(all), 'stack trace', () => all),
    ...faultIf(ACTING.test(all), 'control character', () => around(all, ACTING)),
    ...faultIf(leak !== undefined, 'JavaScript', () => around(all, leak ?? STACK)),
    ...faultIf(/\p{Surrogate}/u.test(all), 'half a character', () => around(all, /\p{Surrogate}/u)),
    ...(exitCode > 1 || out === '' ? [] : formatFaults(one.args, out)),
  ]
}

/** Colours are what somebody asked for. */
function shown({ args }: Case, text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  return args.includes('--color') ? text.replace(/\u001b\[[\d;]*m/g, '') : text
}

const STACK = /^ +at .+:\d+:\d+\)?$/m

function internalErrors(err: string): readonly Fault[] {
  const [, message] = /internal error: (.*)/.exec(err) ?? []
  return message === undefined ? [] : [{ rule: 'internal error', detail: message }]
}

/** What no sentence has, but a value that was put into one by mistake. */
const LEAKS = [/\bundefined\b/, /\bNaN\b/, /\[object \w+\]/, /\bInfinity\b/]

function leaked({ files, args }: Case, text: string): RegExp | undefined {
  const given = [...Object.entries(files).flat(), ...args].join('\n')
  return LEAKS.find((leak) => leak.test(text) && !leak.test(given))
}

function around(text: string, what: RegExp): string {
  const at = what.exec(text)?.index ?? 0
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))
}

const isJson = (format: string) => ['json', 'sarif', 'gitlab'].includes(format)

function formatFaults(args: readonly string[], out: string): readonly Fault[] {
  const [format, ...others] = formatsIn(args)
  if (format === undefined || others.length > 0 || writesElsewhere(args)) return []
  try {
    if (isJson(format)) JSON.parse(out)
    if (format === 'ndjson') for (const line of out.trimEnd().split('\n')) JSON.parse(line)
    if (format === 'junit') parseXml(out)
    if (format === 'csv') parse(out, { bom: true, columns: true, record_delimiter: '\r\n' })
    if (format === 'sarif') return schemaFaults(sarifErrors(out))
    if (format === 'json' && args[0] === 'check') {
      isCheckReport(JSON.parse(out))
      return schemaFaults(isCheckReport.errors)
    }
  } catch (failure) {
    return [{ rule: `${format} that cannot be read`, detail: `${failure}\n${out.slice(0, 300)}` }]
  }
  return []
}

function schemaFaults(errors: unknown): readonly Fault[] {
  return faultIf(Boolean(errors), 'not as its schema has it', () => JSON.stringify(errors))
}

/** The formats that arguments ask for. */
function formatsIn(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, at) => {
    if (arg === '-f' || arg === '--format') return args[at + 1] ?? []
    return arg.startsWith('--format=') ? arg.slice('--format='.length) : []
  })
}

const writesElsewhere = (args: readonly string[]) =>
  args.some((arg) => /^(-o|--output|-h|--help|-V)/.test(arg)) ||
  formatsIn(args).some((one) => one.includes('='))
