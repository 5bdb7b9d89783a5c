/** A small sound record of a focused visit with an area for priority action; `lines` come after. */
export function record(lines = '', { published = 'published: 2024-01-12' } = {}): string {
  return `authority: Shropshire Council
framework: ilacs-focused-visit
${published}
areasForPriorityAction:
  - { id: P1, text: Timeliness of strategy discussions }
${lines}`
}
