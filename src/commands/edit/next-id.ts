import type { Subject } from './guards.ts'

/** The id after the highest of the last action's kind, with as many digits: after `A09`, `A10`. */
export function nextId({ actionIds }: Pick<Subject, 'actionIds'>): string {
  const [, prefix = 'A', digits = ''] = NUMBERED.exec(actionIds.at(-1) ?? '') ?? []
  const numbers = actionIds.flatMap((id) => {
    const [, own, number] = NUMBERED.exec(id) ?? []
    return own === prefix ? Number(number) : []
  })
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(digits.length, '0')}`
}

/** More digits than that are more than a sum would keep. */
const NUMBERED = /^(.*?)(\d{1,9})$/
