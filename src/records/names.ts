/**
 * The name of an authority or an owner in the form that all spellings of it share: composed letters,
 * lower case, single blanks (a no-break space is one), no apostrophes.
 */
export function nameForm(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(APOSTROPHES, '').replace(/\s+/g, ' ').trim()
}

const APOSTROPHES = /['‘’ʼ`´]/g

/** Whether a name has a text in it, by the forms of both; a text without a letter is in none. */
export function hasName(name: string, text: string): boolean {
  const form = nameForm(text)
  return form !== '' && nameForm(name).includes(form)
}
