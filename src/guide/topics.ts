import ci from './ci.md'
import configuration from './configuration.md'
import counting from './counting.md'
import edits from './edits.md'
import evidence from './evidence.md'
import exitCodes from './exit-codes.md'
import formats from './formats.md'
import frameworks from './frameworks.md'
import imports from './import.md'
import records from './records.md'
import reminders from './reminders.md'
import reports from './reports.md'
import schedules from './schedules.md'
import waivers from './waivers.md'
import week from './week.md'
import windows from './windows.md'

/** The manual in Markdown, one file a topic of this folder, in the order of `plandue --help`. */
export const topics: ReadonlyMap<string, string> = new Map([
  ['week', week],
  ['records', records],
  ['edits', edits],
  ['counting', counting],
  ['frameworks', frameworks],
  ['reports', reports],
  ['formats', formats],
  ['exit-codes', exitCodes],
  ['waivers', waivers],
  ['evidence', evidence],
  ['ci', ci],
  ['reminders', reminders],
  ['schedules', schedules],
  ['import', imports],
  ['configuration', configuration],
  ['windows', windows],
])
