import { ITEM, isoDay, listOf, note, objectOf, string } from './json-schema-parts.ts'

export const nextChangeSchema = objectOf({
  on: note(isoDay, 'On', 'The first day with the other exit code.', '2024-02-10'),
  item: note(
    string,
    'Item',
    'The id of the item that brings it about; of several, the first by its id.',
    ITEM,
  ),
  items: idsNoted('All items that begin to fail a check on that day, stages first.'),
  exitCode: note({ const: 1 }, 'Exit code', 'The exit code of a check from that day on.', 1),
})

export const nextDueSchema = objectOf({
  on: note(isoDay, 'On', 'The day on which it is due.', '2024-02-09'),
  item: note(string, 'Item', 'The id of the item; of several, the first of `items`.', ITEM),
  items: idsNoted('All items that are due on that day, stages first.'),
})

function idsNoted(description: string) {
  return note(listOf(note(string, 'Item', 'The id of an item.', ITEM)), 'Items', description, [
    ITEM,
  ])
}
