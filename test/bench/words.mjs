// What the made-up records are made of: invented places, sentences as reports have them, and texts in
// each of the ways in which YAML writes one, since each is read by other code.

export const FRAMEWORKS = [
  { id: 'ilacs-focused-visit', stages: ['draft', 'final'] },
  { id: 'ilacs-short', stages: ['final'] },
  { id: 'ilacs-standard', stages: ['final'] },
  { id: 'area-send-2023', stages: ['final', 'publish'] },
  { id: 'area-send-2016', stages: ['final'] },
  { id: 'jtai', stages: ['final'] },
  { id: 'hmicfrs', stages: ['final'] },
  { id: 'urgent-notification', stages: ['final'] },
]

export const PLACES = [
  'Northmere Council',
  'Easthaven City Council',
  '"Westbourne and Colne Council"',
  'Saltmarsh County Council',
  "'Fenwick Police and Crime Commissioner'",
  'Upper Tarn Borough Council',
  'Highmoor Council',
]

export const TITLES = [
  'Children subject to a child protection plan',
  '"Care leavers: a focused visit"',
  "'Special educational needs and disabilities, with the integrated care board'",
  'The front door',
]

export const JUDGEMENTS = ['good', 'requires improvement', 'inadequate', "'outstanding'"]

export const OWNERS = [
  'Head of Service',
  'Director of Children’s Services',
  '"Principal Social Worker"',
]

export const WEAKNESSES = [
  'Strategy discussions come late, and enquiries into risk of harm start late.',
  '"Management oversight of frontline practice: not systematic, with much turnover."',
  'Too many cases for each chair of child protection conferences.',
  "'Long waits for assessment: speech and language therapy, autism, equipment.'",
  'Plans for permanence are decided too late for a third of the children who need one.',
]

export const ACTIONS = [
  'Hold a strategy discussion within one working day of each referral that needs one',
  '"Recruit: two conference chairs, four social workers"',
  "'A monthly audit of thirty cases, with the director''s own reading of five'",
  'Agree a joint protocol with health and the police',
]

export const HINDRANCES = [
  'The recruitment of a head of service is not over.',
  '"The health partner asked for more time: its board meets in the next month."',
  "'No date is agreed yet.'",
]

export const REMARKS = [
  'The press counts the days from publication; by the framework they run from receipt of the letter.',
  'The council on the day of the report: https://news.example/council/statement-on-the-inspection',
  'A scrutiny committee heard of the plan in the month after; the minutes give no reason.',
  'The days of the visit are from a public table of reports (https://reports.example/table?year=all).',
  'The cabinet endorsed the plan for submission; that it went on that day is not known.',
]
