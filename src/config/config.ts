import type { ValueOf } from '../yaml/read.ts'
import { date, integer, list, map, mapOf, openMap, slug, text } from '../yaml/schema-builder.ts'
import { remindersSchema } from './reminders.ts'

/** The names of the configuration file, looked for from the working directory upward. */
export const CONFIG_NAMES = ['plandue.yaml', 'plandue.yml']

/** Where it is today, unless the configuration says otherwise. */
export const DEFAULT_TIME_ZONE = 'Europe/London'

const governanceStep = map({
  title: 'a step with `id`, `title` and `workingDaysBefore`',
  description: "One step of the authority's own.",
  examples: [{ id: 'board', title: 'Improvement board', workingDaysBefore: 15 }],
  properties: {
    id: slug('What the step is called under `steps` in a record.', 'board'),
    title: text('Title', 'Its name for people.', 'Improvement board'),
    workingDaysBefore: integer(
      0,
      1000,
      'Working days before',
      'How many working days before the due day.',
      15,
    ),
  },
  required: ['id', 'title', 'workingDaysBefore'],
})

const closure = map({
  title: 'a closure like `{ from: 2024-12-24, to: 2025-01-01, title: Christmas closure }`',
  description: 'Days on which the authority is closed.',
  examples: [{ from: '2024-12-24', to: '2025-01-01', title: 'Christmas closure' }],
  properties: {
    from: date('From', 'The first closed day.', '2024-12-24'),
    to: date('To', 'The last one; left out for a single day.', '2025-01-01'),
    title: text('Title', 'What people call it.', 'Christmas closure'),
  },
  required: ['from', 'title'],
})

/** The shape of plandue.yaml. */
export const configSchema = openMap({
  title: 'plandue configuration',
  description: 'Settings of a repository of plans. Paths are relative to this file.',
  properties: {
    records: { ...text('Folder of records', 'The folder of records.', 'plans'), default: 'plans' },
    timeZone: {
      ...text('Time zone', 'Where it is today.', 'Europe/London'),
      default: DEFAULT_TIME_ZONE,
    },
    margins: mapOf(
      integer(
        0,
        1000,
        'Working days left',
        'An open item with so many working days left, or fewer, is at risk.',
        10,
      ),
      'a map like `{ final: 15, action: 5 }`',
      'At how many working days left an open item counts as at risk, by stage id, and `action` for actions.',
      { final: 15, action: 5 },
    ),
    governance: mapOf(
      list(governanceStep, 'Steps of a stage', 'In any order; each counts back from the due day.', [
        { id: 'board', title: 'Improvement board', workingDaysBefore: 15 },
      ]),
      'a map like `{ final: [{ id: board, title: Improvement board, workingDaysBefore: 15 }] }`',
      "The authority's own steps on the way to a submission, by stage id. They move no deadline; one that is missed puts it at risk.",
      { final: [{ id: 'board', title: 'Improvement board', workingDaysBefore: 15 }] },
    ),
    closures: list(
      closure,
      'Closures',
      'When the authority is closed. A closure moves no deadline, but a step cannot be taken on it.',
      [{ from: '2024-12-24', to: '2025-01-01', title: 'Christmas closure' }],
    ),
    stages: mapOf(
      list(
        text('Stage', 'The id of a stage.', 'report'),
        'Optional stages',
        'The ids of optional stages of the framework.',
        ['report'],
      ),
      'a map like `{ ilacs-standard: [report] }`',
      'Optional stages that are to be kept track of, by the id of their framework.',
      { 'ilacs-standard': ['report'] },
    ),
    heartbeat: text(
      'Heartbeat',
      'The file that `plandue check --heartbeat` writes, and by which `plandue doctor` checks that the schedule is alive.',
      'heartbeat.json',
    ),
    calendars: list(
      text('List of bank holidays', 'A path from the folder of this file.', 'bank-holidays.json'),
      'Lists of bank holidays',
      "Newer lists of bank holidays, in the shape of GOV.UK's bank-holidays.json. Of several that cover a year, the last counts, but the shipped one if it was retrieved later.",
      ['bank-holidays.json'],
    ),
    frameworks: list(
      text('Framework', 'A path from the folder of this file.', 'frameworks/our-service.yaml'),
      'Frameworks',
      'Frameworks of your own, as YAML files.',
      ['frameworks/our-service.yaml'],
    ),
    reminders: remindersSchema,
  },
})

/** What a configuration file says; all of it may be left out. */
export type Config = Partial<ValueOf<typeof configSchema>>
