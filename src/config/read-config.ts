import { isError, wholeFile } from '../diagnostics/diagnostic.ts'
import { type Reading, readYaml } from '../yaml/read.ts'
import { type Config, configSchema } from './config.ts'

/**
 * Reads the text of a configuration. A file without content, or with comments only, leaves everything
 * as it is.
 */
export function readConfig(
  text: string,
  file: string,
): Pick<Reading<Config>, 'value' | 'diagnostics' | 'placeOf'> {
  const { value, diagnostics, placeOf } = readYaml<Config>(text, file, configSchema)
  const isEmpty = diagnostics.some(({ code }) => code === 'empty-file')
  return isEmpty ? { value: {}, diagnostics: [], placeOf } : { value, diagnostics, placeOf }
}

/** A configuration with the places of what it says. */
export type Placed = { readonly config: Config } & Pick<Reading<Config>, 'placeOf'>

/** What holds where there is no configuration. */
export const NO_CONFIG: Placed = { config: {}, placeOf: () => wholeFile('') }

/** Reads the text of a configuration, likewise, and keeps where each part of it stands. */
export function readPlaced(text: string, file: string) {
  const { value, diagnostics, placeOf } = readConfig(text, file)
  return { value: value && { config: value, placeOf }, diagnostics }
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
