import { longDate } from '../../calendar/format-date.ts'
import { capitalised } from '../../language/capitalised.ts'
import type { Page } from '../../page/page.ts'
import type { Paper } from './paper.ts'
import { dateOr, ownerOf, paperPart } from './part.ts'
import { lastOf } from './sum.ts'
import { courseWords, finishedWords, movedBecause, movedBy, movedByWhom } from './wording.ts'

/** What was moved, finished or otherwise changed since the last meeting. */
export function pastPart(paper: Paper): Page {
  const { since, moved, finished, others, names } = paper
  const ended = paperPart(
    `Otherwise changed since ${longDate(since)}`,
    '',
    ['What', 'Owner', 'Due', 'What happened'],
    others,
    (course) => {
      const item = lastOf(course)
      return [names.what(item), ownerOf(item), dateOr(item.due), capitalised(courseWords(course))]
    },
  )
  return [
    ...paperPart(
      `Moved since ${longDate(since)}`,
      'No due date has moved.',
      ['What', 'From', 'To', 'By how much', 'By whom', 'Why'],
      moved,
      (one) => [
        names.what(one.item),
        longDate(one.from),
        longDate(one.to),
        movedBy(one),
        movedByWhom(one),
        movedBecause(one),
      ],
    ),
    ...paperPart(
      `Finished since ${longDate(since)}`,
      'Nothing was finished.',
      ['What', 'Owner', 'Was due', 'Finished', 'Early or late'],
      finished,
      (item) => [
        names.what(item),
        ownerOf(item),
        dateOr(item.due),
        dateOr(item.submitted),
        finishedWords(item),
      ],
    ),
    ...(others.length > 0 ? ended : []),
  ]
}
