import type { Assessment } from '../assessment/assessment.ts'
import {
  type ChangeFailure,
  type ReleasedItem,
  releasedBeside,
} from '../assessment/change-result.ts'
import { fingerprint } from '../page/fingerprint.ts'
import { shown } from '../page/layout.ts'
import type { Alert } from './alert.ts'

/**
 * What a change fails for, where neither a diagnostic nor the status of an item says so, and what is to
 * be agreed to. What is gone stands on the first line of the file where it was.
 */
export function changeAlerts({ items, change }: Assessment): Alert[] {
  const lines = new Map(items.map(({ id, line }) => [id, line]))
  const alert = (
    { item, file, why }: Pick<ChangeFailure | ReleasedItem, 'item' | 'file' | 'why'>,
    rule: string,
    level: Alert['level'],
  ): Alert => ({
    kind: 'change',
    rule,
    level,
    file,
    line: lines.get(item ?? '') ?? 1,
    columns: null,
    message: shown(`${item}: ${why}`),
    fingerprint: fingerprint(JSON.stringify([rule, item, why]), 0),
    item: null,
    waivers: [],
  })
  return [
    ...(change?.fails ?? [])
      .filter(({ reason }) => !SHOWN_ELSEWHERE.includes(reason))
      .map((failure) => alert(failure, failure.reason, 'error')),
    ...releasedBeside(change).map((release) => alert(release, 'toBeAgreed', 'warning')),
  ]
}

const SHOWN_ELSEWHERE: readonly ChangeFailure['reason'][] = ['error', 'overdue', 'atRisk']
