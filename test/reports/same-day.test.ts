import { describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

const action = (id: string, due: string) => `  - { id: ${id}, title: Audit, due: ${due} }\n`
const withActions = (...actions: string[]) => ({
  files: {
    'plans/a.yaml': record(
      `plan: { draft: { submitted: 2024-01-22 } }\nactions:\n${actions.join('')}`,
      { published: 'received: 2024-01-12' },
    ),
  },
})

/** The final action plan is due on Tuesday 23 April 2024; so are two actions. */
const three = withActions(action('A1', '2024-04-23'), action('A2', '2024-04-23'))
/** Two actions are due before it. */
const two = withActions(action('A1', '2024-03-01'), action('A2', '2024-03-01'))
const one = withActions(action('A1', '2024-03-01'))

/** What a report says, without its line breaks and tags. */
async function words(format: string, world: object, args: string[] = []) {
  const { out } = await plandue(['check', '-f', format, ...args], world)
  const text = format === 'html' ? out.replace(/<style>.*?<\/style>|<[^>]+>/gs, '') : out
  return text.replace(/\s+/g, ' ')
}

const worlds = { one, two, three }

const CODE = 'unless a#final and 2 more are dealt with'

describe('what is due, and begins to fail, on one day', () => {
  it.each<[string, keyof typeof worlds, string, string]>([
    ['table', 'three', `0; 1 from Wed 24 Apr ${CODE}`, 'the stage is the law’s'],
    ['table', 'three', 'Next due a#final and 2 more on Tue 23 Apr, 54 working days left', 'so too'],
    ['table', 'two', 'unless a#A1 and 1 more are dealt with', 'of actions, the first is named'],
    ['table', 'two', 'Next due a#A1 and 1 more on Fri 1 Mar', 'of actions, the first is named'],
    ['table', 'one', 'unless a#A1 is done', 'it is alone'],
    ['table', 'one', 'Next due a#A1 on Fri 1 Mar', 'it is alone'],
    ['plain', 'three', `0; 1 from Wednesday 24 April 2024 ${CODE}`, 'it has the same lines'],
    ['plain', 'three', 'Next due: a#final and 2 more, Tuesday 23 April 2024', 'with full dates'],
    ['html', 'three', `0; 1 from Wednesday 24 April 2024 ${CODE}`, 'it stands at its end'],
    [
      'html',
      'three',
      'Next to fall due: Shropshire Council: Final action plan and 2 more, on Tuesday 23 April 2024',
      'the first is a link',
    ],
    [
      'markdown',
      'three',
      'becomes 1 on Wednesday 24 April 2024 (a#final and 2 more)',
      'it has sentences',
    ],
    [
      'markdown',
      'three',
      'Final action plan and 2 more, on Tuesday 23 April 2024 (54 working',
      'it has sentences',
    ],
  ])(
    'in %s, %s of them are said thus: %s, because %s',
    async (format, world, expected, _because) => {
      expect(await words(format, worlds[world])).toContain(expected)
    },
  )

  it('is said of the day itself too', async () => {
    const today = ['--today', '2024-04-23']
    expect(await words('table', three, today)).toContain('Next due a#final and 2 more today')
  })

  it('is a list in JSON, where `item` of the next change stays the first by its id', async () => {
    const { out } = await plandue(['check', '-f', 'json'], three)
    const items = ['a#final', 'a#A1', 'a#A2']
    expect(JSON.parse(out)).toMatchObject({
      nextChange: { on: '2024-04-24', item: 'a#A1', items, exitCode: 1 },
      nextDue: { on: '2024-04-23', item: 'a#final', items },
    })
  })

  it('is provisional only where each of them is', async () => {
    const far = (...actions: string[]) => ({
      today: '2029-01-15',
      files: {
        'plans/a.yaml': record(`actions:\n${actions.join('')}`, {
          published: 'published: 2029-01-12',
        }),
      },
    })
    expect(await words('table', far(action('A1', '2029-12-01')))).toContain(
      'unless a#draft is submitted, provisional',
    )
    expect(await words('table', far(action('A1', '2029-02-09')))).toContain(
      'unless a#draft and 1 more are dealt with',
    )
    expect(await words('table', far(action('A1', '2029-02-09')))).not.toContain(
      'dealt with, provisional',
    )
  })
})
