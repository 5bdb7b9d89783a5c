import { describe, expect, it } from 'vitest'
import { GROUPS } from '../../../src/commands/help/overview.ts'
import { commands } from '../../../src/commands/index.ts'
import { topics } from '../../../src/guide/index.ts'
import { plandue } from '../../helpers/plandue.ts'

const help = (args: string[], world: Parameters<typeof plandue>[1] = {}) =>
  plandue(args, { columns: 80, ...world })

describe('plandue --help', () => {
  it('is one screen of groups, examples and common options', async () => {
    const { out, exitCode } = await help(['--help'])
    await expect(out).toMatchFileSnapshot('golden/overview.txt')
    expect(exitCode).toBe(0)
  })

  it.each([['-h'], ['help']])('is the same as plandue %s', async (word) => {
    expect((await help([word])).out).toBe((await help(['--help'])).out)
  })

  it('has every command in a group', () => {
    /** What nobody types in a working week: itself, the page for packagers, what shells ask. */
    const others = ['help', 'man', 'complete']
    const grouped = Object.values(GROUPS).flatMap((group) => Object.keys(group))
    expect([...grouped, ...others].sort()).toEqual([...commands.keys()].sort())
  })

  it('is as wide as the terminal, and no wider than 80', async () => {
    const widthAt = async (columns: number) =>
      Math.max(...(await help(['--help'], { columns })).out.split('\n').map(({ length }) => length))
    expect(await widthAt(60)).toBeLessThanOrEqual(60)
    expect(await widthAt(200)).toBeLessThanOrEqual(80)
  })

  it('has bold names of groups and words to type, and no other colour', async () => {
    const { out } = await help(['--help'], { colours: 3 })
    expect(out).toContain('\u001b[1mSee\u001b[22m\n  \u001b[1mcheck\u001b[22m        what is due')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for what paints
    expect(new Set(out.match(/\u001b\[\d+m/g))).toEqual(new Set(['\u001b[1m', '\u001b[22m']))
  })
})

describe('plandue help COMMAND', () => {
  it.each([...commands.keys()].filter((name) => name !== 'complete'))(
    '%s is the same as with --help',
    async (name) => {
      const { out, exitCode } = await help(['help', name])
      expect(out).toMatch(/^Usage: plandue /)
      const ofCommand = (await help([name, '--help'])).out
      expect(out.startsWith(ofCommand)).toBe(true)
      if (!topics.has(name)) expect(out).toBe(ofCommand)
      expect(exitCode).toBe(0)
    },
  )

  it.each([
    ['import', '\nData that exists\n'],
    ['frameworks', '\nFrameworks\n'],
  ])('%s has the topic of that name below', async (name, heading) => {
    const { out } = await help(['help', name])
    expect(out.slice((await help([name, '--help'])).out.length).startsWith(heading)).toBe(true)
    expect((await help([name, '--help'])).out).toContain(`plandue help ${name}`)
  })

  it('finds a command of a command', async () => {
    expect((await help(['help', 'remind', 'log'])).out).toMatch(/^Usage: plandue remind log /)
  })

  it.each([
    ['extend', /^ {2}--to <date> .*\(required\)$/m, 'without it there is nothing to write'],
    [
      'extend',
      /^Usage: plandue extend --to <date> --by <who> --reason <text> /,
      'it is shown first',
    ],
    ['submit', /^ {2}item +a stage; the start of its id is enough$/m, 'it is for stages'],
    ['done', /^ {2}item +an action; the start/m, 'it is for actions'],
    ['expect', /^ {2}item +a stage or an action; the start/m, 'it is for both'],
    ['expect', /^The id of an action will do without its record \(A8\)/m, 'it may stand alone'],
    ['receive', /^ {2}record +the record, or its file; the start/m, 'it is for neither'],
  ])('of %s says %s, because %s', async (name, words, _because) => {
    expect((await help(['help', name])).out).toMatch(words)
  })

  it('does not call an option required that is not', async () => {
    expect((await help(['help', 'submit'])).out).not.toContain('(required)')
  })
})

describe('plandue help TOPIC', () => {
  it('draws a text of the manual', async () => {
    const { out } = await help(['help', 'exit-codes'])
    expect(out).toMatch(/^Exit codes\n {2}code {3}when\n {2}0 {6}nothing is overdue/)
  })

  it('draws what a code means, as explain does', async () => {
    const { out } = await help(['help', 'receiptUnknown'])
    expect(out).toContain('At risk: the day of receipt is not known')
    expect((await help(['explain', 'receiptUnknown'])).out).toBe(out)
  })

  it.each([
    ['chek', 'no command or topic "chek". Did you mean check?', 'it is a slip'],
    ['exitcodes', 'no command or topic "exitcodes". Did you mean exit-codes?', 'it has no hyphen'],
    ['xyzzy', 'no command or topic "xyzzy". plandue --help', 'nothing is near'],
    ['remind lgo', 'no command or topic "remind lgo". Did you mean remind log?', 'it is a slip'],
    ['plans', 'no command or topic "plans". ', 'a folder is neither'],
  ])('%s: %s, because %s', async (words, message, _because) => {
    const files = { 'plans/a.yaml': '' }
    const { err, out, exitCode } = await help(['help', ...words.split(' ')], { files })
    expect(err.replaceAll('\n', ' ')).toContain(message)
    expect(err.replaceAll('\n', ' ')).toContain('plandue --help lists them all.')
    expect(out).toBe('')
    expect(exitCode).toBe(2)
  })
})

describe('an unknown word in place of a command', () => {
  it.each([
    ['chek', '; did you mean the command `check`? plandue --help lists', 'it is a slip'],
    ['list', '; did you mean the command `check`? plandue --help lists', 'others call it so'],
    ['add', '; did you mean the command `new`? plandue --help lists', 'others call it so'],
    ['countin', '; did you mean `plandue help counting`? plandue --help lists', 'it is a topic'],
    ['xyzzy', '. plandue --help lists the commands', 'nothing is near'],
  ])('%s: %s, because %s', async (word, message, _because) => {
    const { err, exitCode } = await help([word], { columns: 200 })
    expect(err).toBe(
      `plandue: there is no file or folder \`${word}\`${message}${message.endsWith('lists') ? ' the commands' : ''}\n`,
    )
    expect(exitCode).toBe(2)
  })

  it.each([
    ['edit', '; did you mean the command `init`?', 'nobody means a hidden folder'],
    ['lsit', '; did you mean the command `init`?', 'a command is nearer than any file'],
    ['add', '; did you mean the command `new`?', 'others call it so, and `adds` is no command'],
    ['lettrs', ': did you mean `letters`?', 'a folder is nearer than a command'],
    ['leeds', ': did you mean `plans/leeds.yaml`?', 'a record has that id'],
  ])('gets one suggestion: %s%s, because %s', async (word, meant, _because) => {
    const files = { '.git/config': '', 'letters/a': '', adds: '', 'plans/leeds.yaml': 'a: b\n' }
    const { err } = await help([word], { files, columns: 200 })
    expect(err).toBe(
      `plandue: there is no file or folder \`${word}\`${meant} plandue --help lists the commands\n`,
    )
  })

  it('is taken for a folder where there is one; ./help is the folder of that name', async () => {
    const record = 'authority: A\nframework: sif\nvisited: 2024-01\n'
    const files = { 'list/a.yaml': record, 'help/b.yaml': record }
    expect((await help(['list'], { files })).exitCode).toBe(0)
    expect((await help(['./help', '-f', 'json'], { files })).out).toContain('"file": "help/b.yaml"')
    expect((await help(['help'], { files })).out).toContain('Usage: plandue')
  })

  it('is not spoken of where the failure is another one', async () => {
    const { err } = await help(['list'], {
      files: { 'plandue.yaml': 'recrods: x\n', 'list/a.yaml': '' },
    })
    expect(err).not.toContain('the command')
  })
})
