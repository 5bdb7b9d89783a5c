/**
 * A short name for what a text says: 16 hexadecimal digits, always the same for the same text and
 * number. It distinguishes texts and proves nothing: this is not cryptography.
 */
export function fingerprint(text: string, number: number): string {
  const whole = `${number}:${text}`
  return hex(hash(whole, 0x811c9dc5, 0x01000193)) + hex(hash(whole, 0x2f0b4a1d, 0x5bd1e995))
}

/** FNV-1a over the UTF-16 units, with the last mixing of MurmurHash3. The factor must be odd. */
function hash(text: string, seed: number, factor: number): number {
  let value = seed
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), factor)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
