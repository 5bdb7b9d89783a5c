/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *($|\.)/i

/**
 * Why a part of a path is no name of a file on Windows: a record with such a name cannot be checked out
 * there. Undefined for a name that every system takes.
 */
export function unportable(path: string): string | undefined {
  for (const name of path.split('/')) {
    if (DEVICE.test(name)) return `Windows keeps \`${name}\` for a device`
    const [sign] = /[<>:"\\|?*\p{Cc}]/u.exec(name) ?? []
    if (sign !== undefined) return `Windows has no file names with \`${sign}\``
    if (/[. ]$/.test(name) && !/^\.\.?$/.test(name)) return `Windows drops the end of \`${name}\``
  }
  return undefined
}
