// The commands of `npm run windows`: as somebody types them on Windows, and `here` as on this machine
// where that differs. `{here}` is the folder of the repository, whole, as each system writes it.

const TODAY = ['--today', '2024-02-05']

/** Spellings of the folder of records, all of which are `plans`. */
const FOLDERS = [
  'plans',
  '.\\plans',
  'plans\\',
  'plans/',
  'PLANS',
  '{here}\\plans',
  '{here}/plans',
  '..\\council\\Plans',
  'plans.',
]

/** Spellings of one record. */
const RECORDS = [
  'plans\\north\\kent.yaml',
  '.\\PLANS\\North\\Kent.yaml',
  '{here}\\plans\\north\\kent.yaml',
]

const same = (windows, here) => ({ windows: [...windows, ...TODAY], here: [...here, ...TODAY] })
const alike = (...windows) => same(windows, windows)

const EDITS = [
  [
    ['receive', 'north\\kent', '--on', '2024-01-10'],
    ['receive', 'north/kent', '--on', '2024-01-10'],
  ],
  [
    ['done', 'north\\kent#A1', '--on', '2024-02-02', '--evidence', 'papers\\draft.pdf'],
    ['done', 'north/kent#A1', '--on', '2024-02-02', '--evidence', 'papers/draft.pdf'],
  ],
  [
    ['expect', '.\\plans\\leeds.yaml#final', '--on', '2024-05-01'],
    ['expect', 'plans/leeds.yaml#final', '--on', '2024-05-01'],
  ],
  [
    ['note', 'north\\kent#A1', 'Begun', '--percent', '40', '--on', '2024-02-02'],
    ['note', 'north/kent#A1', 'Begun', '--percent', '40', '--on', '2024-02-02'],
  ],
  [
    ['action', 'add', 'plans\\North\\Kent.yaml', '--title', 'Audits', '--due', '2024-06-28'],
    ['action', 'add', 'plans/north/kent.yaml', '--title', 'Audits', '--due', '2024-06-28'],
  ],
  [['block', 'A1', '--reason', 'No trainer']],
  [['assign', 'A1', 'Head of Service']],
  [
    [
      'extend',
      'leeds#final',
      '--to',
      '2024-06-28',
      '--on',
      '2024-02-01',
      '--by',
      'Ofsted',
      '--reason',
      'Later',
    ],
  ],
  [
    ['submit', 'leeds#final', '--on', '2024-02-05', '--evidence', 'papers\\none.pdf'],
    ['submit', 'leeds#final', '--on', '2024-02-05', '--evidence', 'papers/none.pdf'],
  ],
]

export const commands = [
  ...['json', 'sarif', 'csv', 'github', 'gitlab', 'junit', 'markdown'].flatMap((format) =>
    FOLDERS.slice(0, format === 'json' ? undefined : 3).map((folder) =>
      same(['check', folder, '-f', format], ['check', 'plans', '-f', format]),
    ),
  ),
  ...RECORDS.map((record) =>
    same(['check', record, '-f', 'json'], ['check', 'plans/north/kent.yaml', '-f', 'json']),
  ),
  same(
    ['check', 'plans\\North\\*.yaml', '-f', 'json'],
    ['check', 'plans/north/*.yaml', '-f', 'json'],
  ),
  alike('check', '-f', 'table'),
  alike('check', '-f', 'plain', '-v'),
  same(
    ['check', '-c', '{here}\\plandue.yaml', '-f', 'json'],
    ['check', '-c', 'plandue.yaml', '-f', 'json'],
  ),
  same(
    ['check', '-c', '.\\Plandue.YAML', '-f', 'json'],
    ['check', '-c', 'plandue.yaml', '-f', 'json'],
  ),
  same(
    ['check', '-f', 'csv=out\\..\\all.csv', '-f', 'json=.\\all.json'],
    ['check', '-f', 'csv=all.csv', '-f', 'json=all.json'],
  ),
  same(
    ['check', '-f', 'csv=A.csv', '-f', 'json=.\\A.csv'],
    ['check', '-f', 'csv=A.csv', '-f', 'json=A.csv'],
  ),
  same(
    ['check', '-f', 'csv', '-o', 'PLANS\\leeds.yaml'],
    ['check', '-f', 'csv', '-o', 'plans/leeds.yaml'],
  ),
  same(['check', 'nowhere\\at all'], ['check', 'nowhere/at all']),
  same(['explain', 'north\\kent#final'], ['explain', 'north/kent#final']),
  same(['explain', 'plans\\leeds.yaml'], ['explain', 'plans/leeds.yaml']),
  same(['say', 'north\\kent'], ['say', 'north/kent']),
  alike('due', '2024-01-12', '--framework', 'ilacs-standard'),
  alike('timeline', '-f', 'json'),
  alike('stats', '-f', 'json'),
  alike('forecast'),
  alike('frameworks', 'jtai'),
  alike('calendar', '2024'),
  alike('export'),
  alike('doctor'),
  same(['remind', '--ledger', '.\\reminders.ndjson'], ['remind', '--ledger', 'reminders.ndjson']),
  alike('remind'),
  alike('remind', '--explain'),
  same(
    ['import', '.\\visits.csv', '--into', 'plans\\south', '--mapping', 'ours\\map.yaml'],
    ['import', 'visits.csv', '--into', 'plans/south', '--mapping', 'ours/map.yaml'],
  ),
  same(
    ['import', 'visits.csv', '--into', 'plans\\south', '--mapping', 'ours\\map.yaml'],
    ['import', 'visits.csv', '--into', 'plans/south', '--mapping', 'ours/map.yaml'],
  ),
  same(
    [
      'new',
      '--authority',
      'Hull City Council',
      '--framework',
      'jtai',
      '--received',
      '2024-01-08',
      '--file',
      'plans\\north\\hull.yaml',
    ],
    [
      'new',
      '--authority',
      'Hull City Council',
      '--framework',
      'jtai',
      '--received',
      '2024-01-08',
      '--file',
      'plans/north/hull.yaml',
    ],
  ),
  ...EDITS.map(([windows, here = windows]) => same(windows, here)),
  alike('fmt', '--check'),
  same(['fmt', '.\\plans'], ['fmt', 'plans']),
  alike('check', '-f', 'json'),
  { windows: ['init', 'other\\folder'], here: ['init', 'other/folder'] },
  {
    windows: ['check', 'other\\folder\\plans', '-f', 'json', ...TODAY],
    here: ['check', 'other/folder/plans', '-f', 'json', ...TODAY],
  },
  { windows: ['schema', 'record'] },
  { windows: ['--help'] },
  { windows: ['--version'] },
]
