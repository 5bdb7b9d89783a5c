/** Words that people use for a key, and the key that each stands for. */
const MEANT: Readonly<Record<string, string>> = {
  assignedto: 'owner',
  assignee: 'owner',
  body: 'authority',
  completed: 'done',
  completedon: 'done',
  council: 'authority',
  deadline: 'due',
  description: 'title',
  duedate: 'due',
  finished: 'done',
  lead: 'owner',
  name: 'title',
  responsible: 'owner',
  target: 'due',
  targetdate: 'due',
}

/** The key that a word is another word for, if it is one of some keys. */
export function keyMeantBy(word: string, known: readonly string[]): string | undefined {
  const plain = word.toLowerCase().replace(/[-_ ]/g, '')
  const meant = Object.hasOwn(MEANT, plain) ? MEANT[plain] : undefined
  return meant !== undefined && known.includes(meant) ? meant : undefined
}
