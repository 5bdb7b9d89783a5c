/** A part of a bar: how much it stands for, and the character that it is drawn with. */
export type BarPart = { readonly amount: number; readonly fill: string }

/**
 * Parts of a whole as a bar of so many cells. A cell that two parts share goes to the first of them,
 * so that the first part is seen however small it is. Nothing where there is no whole.
 */
export function bar(parts: readonly BarPart[], cells: number): string {
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0)
  if (whole === 0) return ''
  let sum = 0
  let drawn = 0
  return parts
    .map(({ amount, fill }) => {
      sum += amount
      const length = Math.ceil((sum / whole) * cells) - drawn
      drawn += length
      return fill.repeat(length)
    })
    .join('')
}

/** A share from 0 to 1 as a bar of so many cells: full only if the share is. */
export function shareBar(share: number, cells: number): string {
  const filled = share === 1 ? cells : Math.min(cells - 1, Math.round(share * cells))
  return '█'.repeat(filled) + '░'.repeat(cells - filled)
}
