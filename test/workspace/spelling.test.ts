import { describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'

/** The circumflex as a character of its own, as macOS writes names, and within its letter, as people type. */
const [SPLIT, TYPED] = ['ga\u0302r', 'g\u00E2r']

const record = (lines: string) => `authority: Cyngor Gwynfryn
framework: ilacs-focused-visit
received: 2024-01-12
areasForPriorityAction: [{ id: P1, text: x }]
${lines}`
const files = {
  [`plans/${SPLIT}/2023.yaml`]: record(
    `plan: { draft: { submitted: 2024-01-22, evidence: papers/cynllun ${TYPED}.pdf } }\n`,
  ),
  'plans/later.yaml': record(`follows: ${TYPED}/2023\n`).replace('01-12', '01-15'),
  [`papers/cynllun ${SPLIT}.pdf`]: '',
}
const run = (line: string[], more = {}) =>
  plandue([...line, '--today', '2024-02-05'], { files: { ...files, ...more } })

describe('a letter with an accent', () => {
  it('is the same in evidence and in `follows`, in one character or in two', async () => {
    const { err, exitCode } = await run(['check', '-v'])
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 })
    const other = await run(['check'], { [`papers/cynllun ${SPLIT}.pdf`]: undefined })
    expect(other.err).toContain('evidence-missing')
  })

  it.each([
    `plans/${TYPED}`,
    `plans/${SPLIT}`,
    `plans/${TYPED}/2023.yaml`,
    `plans/${TYPED}/*.yaml`,
    `plans/${SPLIT}/*`,
  ])('is the same in a path: %s', async (path) => {
    const { out, exitCode } = await run(['check', path, '-f', 'json'])
    expect(exitCode).toBe(0)
    const ids = JSON.parse(out).items.map(({ id }: { id: string }) => id)
    expect(ids.sort()).toEqual([`${TYPED}/2023#draft`, `${TYPED}/2023#final`])
  })

  it.each([
    `${TYPED}/2023#final`,
    `${SPLIT}/2023#final`,
    `${SPLIT}#final`,
    `plans/${TYPED}/2023.yaml#final`,
  ])('is the same in an id: %s', async (word) => {
    const { exitCode, files: after } = await run(['submit', word, '--on', '2024-02-02'])
    expect(exitCode).toBe(0)
    expect(after.get(`plans/${SPLIT}/2023.yaml`)).toContain('submitted: 2024-02-02')
  })

  it('does not make another letter of it', async () => {
    expect((await run(['check', 'plans/gar'])).exitCode).toBe(2)
    expect((await run(['explain', 'gar/2023#final'])).exitCode).toBe(2)
  })
})
