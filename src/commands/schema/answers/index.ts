import type { AnswerName } from '../answer-names.ts'
import { DRAFT } from '../draft.ts'
import { exportActionsJson, importActionsJson } from './actions.ts'
import { initJson, newJson } from './beginnings.ts'
import { diffJson, timelineJson } from './changes.ts'
import { explainJson, sayJson } from './explanations.ts'
import { historyJson, paperJson } from './past.ts'
import { editJson, exportJson, fmtJson, importJson } from './records.ts'
import {
  remindAckJson,
  remindDryRunJson,
  remindExplainJson,
  remindJson,
  remindLogJson,
  remindPruneJson,
  remindTestJson,
} from './reminders.ts'
import { forecastJson, statsJson } from './reports.ts'
import { calendarJson, dueJson, frameworksJson } from './rules.ts'
import { calendarDiffJson, calendarUpdateJson, doctorJson } from './upkeep.ts'

/** In the order of `plandue schema --help`. */
const shapes: Readonly<Record<AnswerName, object>> = {
  'due-json': dueJson,
  'explain-json': explainJson,
  'say-json': sayJson,
  'forecast-json': forecastJson,
  'stats-json': statsJson,
  'diff-json': diffJson,
  'history-json': historyJson,
  'paper-json': paperJson,
  'timeline-json': timelineJson,
  'frameworks-json': frameworksJson,
  'calendar-json': calendarJson,
  'calendar-diff-json': calendarDiffJson,
  'calendar-update-json': calendarUpdateJson,
  'doctor-json': doctorJson,
  'remind-json': remindJson,
  'remind-explain-json': remindExplainJson,
  'remind-dry-run-json': remindDryRunJson,
  'remind-log-json': remindLogJson,
  'remind-ack-json': remindAckJson,
  'remind-prune-json': remindPruneJson,
  'remind-test-json': remindTestJson,
  'import-json': importJson,
  'import-actions-json': importActionsJson,
  'export-json': exportJson,
  'export-actions-json': exportActionsJson,
  'fmt-json': fmtJson,
  'edit-json': editJson,
  'new-json': newJson,
  'init-json': initJson,
}

/** The schemas of answers in JSON, but for that of `check`. A bundle of its own: few ask for it. */
export const answerSchemas = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [name, { $schema: DRAFT, ...shape }]),
) as Readonly<Record<AnswerName, object>>
