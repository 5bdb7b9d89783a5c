import { isError } from '../diagnostics/diagnostic.ts'
import { type Reading, readYaml } from '../yaml/read.ts'
import { type Config, configSchema } from './config.ts'

/**
 * Reads the text of a configuration. A file without content, or with comments only, leaves everything
 * as it is.
 */
export function readConfig(
  text: string,
  file: string,
): Pick<Reading<Config>, 'value' | 'diagnostics'> {
  const { value, diagnostics } = readYaml<Config>(text, file, configSchema)
  const isEmpty = diagnostics.some(({ code }) => code === 'empty-file')
  return isEmpty ? { value: {}, diagnostics: [] } : { value, diagnostics }
}

/**
 * The text of a configuration that names no calendars, with one named in a last line and every other
 * byte as it was. Undefined where the text is so written that the line would not mean just that.
 */
export function withCalendar(text: string, path: string, file: string): string | undefined {
  const { value: before } = readConfig(text, file)
  const newLine = text.includes('\r\n') ? '\r\n' : '\n'
  const end = text === '' || text.endsWith('\n') ? '' : newLine
  const spliced = `${text}${end}${calendarLine(path)}${newLine}`
  const { value: after, diagnostics } = readConfig(spliced, file)
  const isMeant = JSON.stringify(after) === JSON.stringify({ ...before, calendars: [path] })
  return isMeant && !diagnostics.some(isError) ? spliced : undefined
}

/** The line of a configuration that names a list of bank holidays. */
export function calendarLine(path: string): string {
  return `calendars: [${path}]`
}
