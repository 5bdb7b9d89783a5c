import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

// What one person gets: as a subject, as a text, as HTML.

const RULES = `reminders:
  ledger: told.ndjson
  link: https://example.org/{file}#L{line}
  default: { to: ada@example.gov.uk, channel: email }
`
const ilacs = (lines = '') => record(lines, { published: 'received: 2024-01-12' })
const SENT = 'plan: { draft: { submitted: 2024-02-01 } }\n'
const due = (...days: string[]) =>
  `actions: [${days.map((day, index) => `{ id: A${index}, title: "<b>Audit</b> & tell", owner: "O'Neil", blocked: "<i>who</i>?", due: ${day} }`).join(', ')}]\n`

async function digestOn(today: string, plan: string) {
  const files = { 'plandue.yaml': RULES, 'plans/a.yaml': plan }
  const { out } = await plandue(['remind', '--dry-run', '-f', 'json', '--today', today], { files })
  const [digest] = JSON.parse(out).digests
  return digest
}

describe('the subject', () => {
  const send = record('', { published: 'published: 2024-01-12' }).replace(
    'ilacs-focused-visit',
    'area-send-2023',
  )
  const hmicfrs = 'authority: Avon\nframework: hmicfrs\npublished: 2024-01-12\n'

  it.each([
    ['2024-02-02', ilacs(), 'Draft action plan due Friday 9 February: 5 working days left'],
    ['2024-02-08', ilacs(), 'Draft action plan due Friday 9 February: 1 working day left'],
    ['2024-02-09', ilacs(), 'Draft action plan due today, Friday 9 February'],
    [
      '2024-02-14',
      ilacs(),
      'Draft action plan overdue: was due Friday 9 February, 3 working days late',
    ],
    ['2024-04-23', send, '2 items need you: 1 overdue, next due Tuesday 23 April'],
    [
      '2024-04-22',
      send
        .replace('published', 'received')
        .replace(/$/, 'plan: { final: { submitted: 2024-02-20 } }\n'),
      'Priority action plan (publication) due Tuesday 23 April: 1 working day left',
    ],
    ['2024-03-07', hmicfrs, 'Comments on the report due today, Thursday 7 March'],
    [
      '2024-02-14',
      ilacs(`${SENT}${due('2024-02-15')}`),
      'Action due Thursday 15 February: 1 working day left',
    ],
    [
      '2024-02-14',
      ilacs(`${SENT}${due('2024-02-15', '2024-02-12')}`),
      '2 actions need you: 1 overdue, next due Thursday 15 February',
    ],
    [
      '2024-02-14',
      ilacs(`${SENT}${due('2024-02-13', '2024-02-12')}`),
      '2 actions need you: all overdue',
    ],
    ['2024-02-08', ilacs(due('2024-02-15')), '2 items need you: next due Friday 9 February'],
    [
      '2023-12-29',
      ilacs(due('2024-01-02')).replace('2024-01-12', '2023-12-28'),
      'Action due Tuesday 2 January 2024: 1 working day left',
    ],
  ])('on %s of a plan is: $2', async (today, plan, subject) => {
    expect((await digestOn(today, plan)).subject).toBe(subject)
  })
})

describe('the HTML', () => {
  const words = (text: string) => text.replace(/\s+/g, ' ').replaceAll('- ', '').trim()
  const read = (html: string) =>
    words(
      html
        .replace(/^[\s\S]*<body>/, '')
        .replace(/<[^>]+>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    )

  it('says what the text says, in the same order, and loads nothing', async () => {
    const { html, text } = await digestOn('2024-02-14', ilacs(due('2024-02-15', '2024-02-12')))
    expect(read(html)).toBe(words(text))
    expect(html.match(/<h2>.*<\/h2>/g)).toEqual([
      '<h2>Shropshire Council: Draft action plan</h2>',
      '<h2>Shropshire Council: &lt;b&gt;Audit&lt;/b&gt; &amp; tell (O&#39;Neil)</h2>',
      '<h2>Shropshire Council: &lt;b&gt;Audit&lt;/b&gt; &amp; tell (O&#39;Neil)</h2>',
    ])
    expect(html.match(/<a href="[^"]*">/g)).toEqual([
      '<a href="https://example.org/plans/a.yaml#L2">',
      '<a href="https://example.org/plans/a.yaml#L6">',
      '<a href="https://example.org/plans/a.yaml#L6">',
    ])
    expect(html).not.toMatch(/<(img|script|link|iframe|form)|url\(|@import|\ssrc=/)
  })

  it('says what is provisional', async () => {
    const { html, text } = await digestOn('2031-02-06', ilacs().replace('2024', '2031'))
    for (const said of [html, text]) expect(said).toMatch(/February 2031 \(provisional\), /)
  })

  it('fits a narrow screen and a dark one', async () => {
    const { html } = await digestOn('2024-02-08', ilacs())
    expect(html).toContain('<meta name="viewport" content="width=device-width">')
    expect(html).toContain('color-scheme:light dark')
    expect(html).toContain('overflow-wrap:anywhere')
    // A colour that is set for the light is not read in the dark.
    expect(html).not.toMatch(/[^-]color:\s*#|background/)
  })
})
