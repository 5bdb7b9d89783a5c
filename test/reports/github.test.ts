import { describe, expect, it } from 'vitest'
import { commandsIn } from '../helpers/github.ts'
import { plandue } from '../helpers/plandue.ts'

const annotate = async (title: string, name = 'a') => {
  const record = `authority: A
framework: sif
received: 2024-01-12
actions: [{ id: A1, title: ${JSON.stringify(title)}, due: 2024-01-31 }]
`
  const files = { [`plans/${name}.yaml`]: record }
  return (await plandue(['check', '-f', 'github', '--today', '2024-02-05'], { files })).out
}

describe('an annotation', () => {
  it.each([
    ['50% done', '50%25 done', 'a runner would read a code'],
    ['50%0A more', '50%250A more', 'it would be a line end'],
    ['a,b: c', 'a,b: c', 'in a message, these mean nothing'],
    ['a::b', 'a: :b', 'it would look like the end of the properties'],
  ])('of %j says %j, because %s', async (title, expected, _because) => {
    expect(await annotate(title)).toBe(
      `::error file=plans/a.yaml,line=4,title=Overdue::A: ${expected}, due on Wednesday 31 January 2024, 3 working days late (a#A1)\n`,
    )
  })

  it.each([
    ['a,b', 'file=plans/a%2Cb.yaml,'],
    ['a:b', 'file=plans/a%3Ab.yaml,'],
    ['a%2Cb', 'file=plans/a%252Cb.yaml,'],
    ['a=b', 'file=plans/a=b.yaml,'],
  ])('of the record %j is at %s', async (name, place) => {
    const out = await annotate('t', name)
    expect(out).toContain(`::error ${place}line=4`)
    expect(commandsIn(out)[0]?.properties['file']).toBe(`plans/${name}.yaml`)
  })

  it('has its reasons on lines of their own', async () => {
    const files = {
      'plans/a.yaml':
        'authority: A\nframework: sif\nreceived: 2024-01-12\nplan: { final: { expected: 2024-05-01 } }\n',
    }
    const { out } = await plandue(['check', '-f', 'github', '--today', '2024-04-22'], { files })
    const [annotation] = commandsIn(out)
    expect(annotation?.message.split('\n')).toEqual([
      'A: Written statement of proposed action, due on Tuesday 23 April 2024, 1 working day left (a#final)',
      'due soon: 1 working day left',
      'expected on Wednesday 1 May 2024, after it is due on Tuesday 23 April 2024',
    ])
  })
})
