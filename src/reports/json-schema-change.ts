import { CHANGE_REASONS, RELEASES } from '../assessment/change-result.ts'
import {
  FILE,
  ITEM,
  isoDay,
  listOf,
  note,
  objectOf,
  orNull,
  string,
  yesOrNo,
} from './json-schema-parts.ts'

const failure = objectOf({
  item: note(orNull(string), 'Item', 'The id of an item; null for the errors of a file.', ITEM),
  file: note(string, 'File', 'The file of the item, or with the errors.', FILE),
  reason: note({ enum: CHANGE_REASONS }, 'Reason', 'Why it fails the run.', CHANGE_REASONS[0]),
  why: note(string, 'Why', 'The reason as a sentence.', 'overdue, and was not before'),
})

const ids = listOf(note(string, 'Item', 'The id of an item.', ITEM))
const aside = objectOf({
  items: note(ids, 'Items', 'Ids of items.', [ITEM]),
  files: note(
    listOf(note(string, 'File', 'A file with errors.', FILE)),
    'Files',
    'Files with errors.',
    [FILE],
  ),
})

const recounted = objectOf({
  item: note(string, 'Item', 'The id of the item.', ITEM),
  from: note(isoDay, 'From', 'The due date before.', '2024-04-22'),
  to: note(isoDay, 'To', 'The due date now.', '2024-04-23'),
})

export const releasedSchema = objectOf({
  item: note(string, 'Item', 'The id of the item, as it is now or was last.', ITEM),
  file: note(string, 'File', 'The file in which it is, or was last.', FILE),
  how: note(
    { enum: RELEASES },
    'How',
    'How it is released from its due date; or what was granted is `rewritten`, or what was noted is `erased`.',
    RELEASES[0],
  ),
  justified: note(
    yesOrNo,
    'Justified',
    'Whether the record says why, and by whom or from when.',
    false,
  ),
  why: note(
    string,
    'Why',
    'The words that justify it, or what is missing.',
    'closed on Friday 1 March 2024: Replaced by A9',
  ),
})

/** What a change brings in. */
export const changeSchema = objectOf({
  base: note(string, 'Base', 'The commit to compare with, as it was given.', 'origin/main'),
  mergeBase: note(string, 'Merge base', 'The id of the merge base.', '1a36182'),
  fails: note(
    listOf(note(failure, 'Failure', 'One reason why the change fails the run.', { item: ITEM })),
    'Fails',
    'Why the change fails the run; nothing where it does not.',
    [],
  ),
  aside: note(
    aside,
    'Aside',
    'What would fail a run without the change, and does not fail this one.',
    { items: [ITEM], files: [] },
  ),
  recounted: note(
    listOf(
      note(recounted, 'Recounted', 'One item.', {
        item: ITEM,
        from: '2024-04-22',
        to: '2024-04-23',
      }),
    ),
    'Recounted',
    'Open items that are due on another day only because the bank holidays are others. They fail nothing.',
    [],
  ),
  released: note(
    listOf(note(releasedSchema, 'Released', 'One item.', { item: ITEM, how: RELEASES[0] })),
    'Released',
    'What a reviewer has to agree to: items that are gone, closed, no longer required, extended or waived, or of which something is no longer on record. Those of `fails` are among them.',
    [],
  ),
  removed: note(ids, 'Removed', 'Ids of open items that were there before.', []),
})
