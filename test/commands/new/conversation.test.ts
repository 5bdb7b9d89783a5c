import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { plandue } from '../../helpers/plandue.ts'

/** The schema is there, as in a repository that `init` has set up. */
const files = { '.plandue/record.schema.json': '{}' }
const world = { files, today: '2024-03-04', columns: 80 }

/** The answers of an officer who types as people do. */
const ANSWERS = [
  'Exampleshire Council',
  'focus',
  'Children subject to a child protection plan',
  '13 to 14 feb',
  '1/3/2024',
  '',
  '',
  '',
  'The timeliness of strategy discussions',
  'Drift for children on a child protection plan',
  '',
  '',
  '',
]

const talk = (answers: readonly string[], args: string[] = []) =>
  plandue(['new', ...args], { ...world, answers })

describe('the conversation of plandue new', () => {
  it('reads as it was drawn', async () => {
    const { screen, exitCode } = await talk(ANSWERS)
    await expect(screen).toMatchFileSnapshot('golden/conversation.txt')
    expect(exitCode).toBe(0)
  })

  it('writes what was said', async () => {
    const { files: after } = await talk(ANSWERS)
    expect(parse(String(after.get('plans/exampleshire-2024.yaml')))).toEqual({
      authority: 'Exampleshire Council',
      framework: 'ilacs-focused-visit',
      title: 'Children subject to a child protection plan',
      visited: { from: '2024-02-13', to: '2024-02-14' },
      received: '2024-03-01',
      areasForPriorityAction: [
        { id: 'P1', text: 'The timeliness of strategy discussions' },
        { id: 'P2', text: 'Drift for children on a child protection plan' },
      ],
    })
  })

  /** What is said after an answer to a question, up to the next question. */
  const replyTo = async (at: number, ...answers: string[]) => {
    const { screen } = await talk([...ANSWERS.slice(0, at), ...answers])
    return screen
  }

  it.each([
    [1, '1', 'ILACS focused visit', 'it is its number'],
    [1, 'ilacs-focused-visit', 'ILACS focused visit', 'it is its id'],
    [1, 'ilacs FOCUSED visit', 'ILACS focused visit', 'it is its title'],
    [1, 'sif', 'Single inspection (SIF)', 'a whole id goes before a part of a name'],
    [1, 'ilacs', '3 names fit: 1, 2 and 3. Which?', 'it is a part of three'],
    [
      1,
      'visti',
      'No name fits “visti”. Did you mean 1, ILACS focused visit? [yes]',
      'it is a slip',
    ],
    [1, 'xyzzy', 'No name fits “xyzzy”. A number from 1 to 17 will do.', 'nothing is near'],
    [1, '18', 'No name fits “18”. A number from 1 to 17 will do.', 'the list ends before'],
    [3, 'feb', 'February 2024', 'it is a month that has begun'],
    [3, 'November', 'November 2023', 'that of this year has not come'],
    [3, '2023-11', 'November 2023', 'it is a month'],
    [3, '10-11 November 2023', 'Friday 10 to Saturday 11 November 2023', 'it is a range'],
    [3, '30 jan – 2 feb', 'Tuesday 30 January to Friday 2 February 2024', 'it has two months'],
    [3, '29 dec to 3 jan', 'Friday 29 December 2023 to Wednesday 3 January 2024', 'two years'],
    [3, '2024-02-13..2024-02-14', 'Tuesday 13 to Wednesday 14 February 2024', 'as in options'],
    [3, '14 to 13 feb', 'The last day comes before the first.', 'the days are the wrong way round'],
    [3, '13/2/2024', 'Tuesday 13 February 2024? [yes]', 'its numbers could be meant otherwise'],
    [4, 'today', 'Monday 4 March 2024', 'it is today'],
    [4, 'yesterday', 'Sunday 3 March 2024', 'it was yesterday'],
    [4, '1 march', 'Friday 1 March 2024', 'the year is this one'],
    [4, '1 dec', 'Friday 1 December 2023', 'the year is the last one with that day past'],
    [4, 'March 1', 'Friday 1 March 2024', 'the month comes first'],
    [4, '2024-03-01', 'Friday 1 March 2024', 'it is written in full'],
    [4, '3/1/2024', 'Wednesday 3 January 2024? [yes]', 'the day comes first in England'],
    [4, '31/2/2024', 'February 2024 has 29 days.', 'the calendar has no such day'],
    [4, '2150-01-01', 'The year must lie between 1950 and 2099.', 'it is a slip'],
    [4, 'soon', 'A day is like 1 march, 1/3/2024 or 2024-03-01.', 'it is no day'],
    [4, '8 march', 'Friday 8 March 2024 has not come yet.', 'it is to come'],
    [4, '5/7/2042', 'Saturday 5 July 2042 has not come yet.', 'the year is a slip'],
    [
      4,
      '',
      'Not known: dates are counted from publication, and may be up to 8 working days\n  too late.',
      'receipt starts the clock',
    ],
    [
      11,
      '2/5/2024',
      'Thursday 2 May 2024? [yes]',
      'a printed day lies ahead, and its numbers could be meant otherwise',
    ],
    [
      11,
      '3 january',
      'Friday 3 January 2025',
      'it comes after the letter, so the year is the next',
    ],
    [
      11,
      '1 feb 2024',
      'Thursday 1 February 2024\n  That is before the letter came out. Keep it? [no]',
      'no letter asks for that',
    ],
    [8, 'none', 'No area for priority action: no plan is demanded.', 'a plan answers an area'],
  ])('at question %d, %j is answered by %j, because %s', async (at, text, reply, _because) => {
    expect(await replyTo(at, text)).toContain(`> ${text}`.trimEnd().concat(`\n  ${reply}\n`))
  })

  it.each([
    [4, ['25/11/2023', 'yes'], { received: '2023-11-25' }, 'yes is the same as Enter'],
    [4, ['8 march', 'today'], { received: '2024-03-04' }, 'a day to come asks again'],
    [4, ['3/1/2024', 'no', '1 march'], { received: '2024-03-01' }, 'a no asks again'],
    [1, ['visti', ''], { framework: 'ilacs-focused-visit' }, 'Enter takes what is near'],
    [1, ['ilacs', '3'], { framework: 'ilacs-short' }, 'the number decides'],
  ])('after question %d, %j becomes %j, because %s', async (at, answers, written, _because) => {
    const rest = ANSWERS.slice(at + (at === 4 ? 2 : 1))
    const { files: after } = await talk([...ANSWERS.slice(0, at), ...answers, ...rest])
    expect(parse(String(after.get('plans/exampleshire-2024.yaml')))).toMatchObject(written)
  })

  it('asks again which kind of inspection it was after an empty answer, and takes none for it', async () => {
    const { screen, files: after } = await talk([
      ...ANSWERS.slice(0, 1),
      '',
      '',
      ...ANSWERS.slice(1),
    ])
    const question = 'Which kind of inspection? A number or a part of the name.\n>'
    expect(screen.split(question)).toHaveLength(3)
    expect(screen).not.toContain('Did you mean')
    expect(String(after.get('plans/exampleshire-2024.yaml'))).toContain('ilacs-focused-visit')
  })

  it('doubts that a letter was received after it was public', async () => {
    const received = await talk([...ANSWERS.slice(0, 4), 'today'], ['--published', '2024-03-01'])
    expect(received.screen).toContain('That is after it was made public. Letters come before.')
    const published = await talk([...ANSWERS.slice(0, 4), 'today', '1 march'])
    expect(published.screen).toContain('It was received later, on Monday 4 March 2024.')
  })

  it('writes the due date that the letter prints, and counts by it', async () => {
    const { screen, files: after } = await talk([...ANSWERS.slice(0, -2), '10 june', ''])
    expect(screen).toContain('  stated     final by Monday 10 June 2024\n')
    expect(screen).toContain('Mon 10 Jun  final  Final action plan, stated in the letter\n')
    expect(parse(String(after.get('plans/exampleshire-2024.yaml')))).toMatchObject({
      plan: { final: { stated: '2024-06-10' } },
    })
  })

  it.each([
    [[...ANSWERS.slice(0, 4), '', '', ''], 'there is no letter yet'],
    [[...ANSWERS.slice(0, 8), 'none'], 'no plan is demanded'],
  ])('asks for no printed date after %j: %s', async (answers, _because) => {
    expect((await talk(answers)).screen).not.toContain('print a due date')
  })

  it('asks for the days again where none is known', async () => {
    const { screen } = await talk([...ANSWERS.slice(0, 3), '', '', '', 'feb'])
    expect(screen).toContain('A record needs one of these days.\n\nWhen was the visit?')
  })

  it('speaks of a force and a report where there is no council and no letter', async () => {
    const { screen } = await talk(['Marshford Police', 'hmicfrs', '', ''])
    expect(screen).toContain('When did it receive the report?')
    expect(screen).not.toContain('letter')
  })

  it('writes nothing after a no, and asks again after anything else', async () => {
    const {
      screen,
      files: after,
      exitCode,
    } = await talk([...ANSWERS.slice(0, -1), 'perhaps', 'no'])
    expect(screen).toContain('> perhaps\n  Yes or no?')
    expect([...after.keys()]).toEqual(Object.keys(files))
    expect(exitCode).toBe(3)
  })

  it('says what waits for the letter', async () => {
    const { screen } = await talk([...ANSWERS.slice(0, 4), '', '', '', '', ''])
    expect(screen).toContain('plandue receive exampleshire-2024   when the letter has come')
  })

  it('fits a narrow terminal', async () => {
    const { screen } = await plandue(['new'], { ...world, columns: 40, answers: ANSWERS })
    const shown = screen.split('\n').filter((line) => !line.startsWith('>') && !/^P\d>/.test(line))
    expect(shown.filter((line) => line.length > 40)).toEqual([])
  })

  it('has bold prompts where there are colours', async () => {
    const { asked } = await plandue(['new'], { ...world, colours: 1, answers: ANSWERS })
    expect(asked[0]).toBe('\u001b[1m>\u001b[22m ')
    expect(asked.at(-4)).toBe('\u001b[1mP2>\u001b[22m ')
  })
})

describe('a record that plandue new wrote', () => {
  it.each([
    [[]],
    [['--no-areas']],
    [['--area', 'P']],
    [['--stated', '2024-05-14']],
    [['--stated', 'draft=2024-04-02', '--stated', '2024-05-14']],
    [['--stated', 'draft=2024-04-02']],
  ])('passes fmt --check with %j', async (more) => {
    const args = ['--authority', 'A', '--framework', 'ILACS focused visit', '--received', 'today']
    const { files: after } = await plandue(['new', ...args, ...more], {
      files,
      today: '2024-03-04',
    })
    const text = String(after.get('plans/a-2024.yaml'))
    const checked = await plandue(['fmt', '--check'], { files: { 'plans/a.yaml': text } })
    expect(checked.exitCode).toBe(0)
  })

  it('has an example of actions that is sound when it is no comment any more', async () => {
    const { files: after } = await talk(ANSWERS)
    const text = String(after.get('plans/exampleshire-2024.yaml'))
    const uncommented = text.replace(/^# (actions:| {2}- \{ id: A1.*)$/gm, '$1')
    const checked = await plandue(['check', '-f', 'json'], {
      files: { 'plans/a.yaml': uncommented },
      today: '2024-03-04',
    })
    expect(JSON.parse(checked.out)).toMatchObject({ diagnostics: [], summary: { items: 3 } })
  })
})
