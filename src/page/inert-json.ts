/** Of every answer in JSON; raised when a key changes its meaning or goes. Keys may be added. */
export const SCHEMA_VERSION = 1

/**
 * A value as JSON that does nothing when it is shown: JSON leaves C1 control characters and marks of
 * direction as they are, and a terminal would obey them; a CI runner would obey `##[`.
 */
export function inertJson(value: unknown, { isOneLine = false } = {}): string {
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const text = JSON.stringify(value, null, isOneLine ? 0 : 2)
  return `${text.replace(ACTING, escaped).replace(/##(?=[\w-]*\[)/g, '#\\u0023')}\n`
}

const ACTING = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
