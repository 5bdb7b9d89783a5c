/**
 * What is wrong with the name of a time zone: nobody knows it, or it is another one for other readers,
 * as abbreviations are (`BST` is British to some and of Bangladesh to others); `meant` is the name of
 * the IANA database that was probably meant. Undefined for a sound name.
 */
export function timeZoneFault(name: string): { readonly meant: string | undefined } | undefined {
  if (name === 'UTC') return undefined
  if (BRITISH.test(name)) return { meant: 'Europe/London' }
  const known = canonicalName(name)
  if (known === undefined) return { meant: undefined }
  if (!name.includes('/')) return { meant: name.toUpperCase() === 'UTC' ? 'UTC' : undefined }
  const meant = known.toLowerCase() === name.toLowerCase() ? known : spelled(name)
  return meant === name ? undefined : { meant }
}

/** What people call the time of Britain; some of it is the name of another zone to some programs. */
const BRITISH =
  /^(uk|gb|gb-eire|gmt|bst|gmt\/bst|london|britain|united kingdom|england|wales|scotland)$/i

/** The name under which Intl keeps a zone, which for an alias such as Asia/Kolkata is another one. */
function canonicalName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** Aliases whose spelling is not that of words. */
const ODD = [
  'America/Argentina/ComodRivadavia',
  'America/Knox_IN',
  'Australia/ACT',
  'Australia/LHI',
  'Australia/NSW',
  'Brazil/DeNoronha',
  'Chile/EasterIsland',
  'Mexico/BajaNorte',
  'Mexico/BajaSur',
]

/** An alias as the IANA database spells it: each word with a capital. */
function spelled(name: string): string {
  const lower = name.toLowerCase()
  const odd = ODD.find((one) => one.toLowerCase() === lower)
  if (odd !== undefined) return odd
  const capitals = /^us(?=\/)|(?<=^etc\/)(?:gmt|uct|utc)|(?<![a-z])[a-z]/g
  return lower.replace(capitals, (letters) => letters.toUpperCase())
}
