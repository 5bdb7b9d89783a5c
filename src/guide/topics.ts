import counting from './counting.md'
import exitCodes from './exit-codes.md'
import reminders from './reminders.md'
import windows from './windows.md'

/** The manual in Markdown, one file a topic of this folder, in the order of `plandue --help`. */
export const topics: ReadonlyMap<string, string> = new Map([
  ['counting', counting],
  ['exit-codes', exitCodes],
  ['reminders', reminders],
  ['windows', windows],
])
