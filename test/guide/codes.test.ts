import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexer } from 'marked'
import { describe, expect, it } from 'vitest'
import { CHANGE_REASONS } from '../../src/assessment/change-result.ts'
import { STATUS_REASONS } from '../../src/assessment/item.ts'
import { WAIVABLE } from '../../src/assessment/waivers.ts'
import { FINDINGS } from '../../src/commands/diff/differences.ts'
import { schemas } from '../../src/commands/schema/schemas.ts'
import { messages } from '../../src/diagnostics/messages.ts'
import { codeText, codeTexts } from '../../src/guide/codes.ts'
import type { MemoryFile } from '../helpers/memory-host.ts'
import { plandue } from '../helpers/plandue.ts'

type Example = { readonly language: string; readonly file: string; readonly text: string }

/** The blocks of code of a text, each with the file that it is: a record where nothing is said. */
function examplesIn(markdown: string): Example[] {
  return lexer(markdown).flatMap((token) => {
    if (token.type !== 'code') return []
    const [, language = '', file = 'plans/example.yaml'] =
      /^(\S+)(?: (.+))?$/.exec(String(token['lang'])) ?? []
    return [{ language, file, text: `${token['text']}\n` }]
  })
}

const SETUP = `plandue() { node ${fileURLToPath(new URL('../../bin/plandue.js', import.meta.url))} "$@"; }
git init -q -b main . && mkdir -p plans
`

/** What the commands of an example print, in a folder with its files. */
function shellOutput(script: string, files: readonly Example[]): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-code-'))
  try {
    for (const { file, text } of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const identity = {
      GIT_AUTHOR_NAME: 'Officer',
      GIT_AUTHOR_EMAIL: 'officer@example.org',
      GIT_COMMITTER_NAME: 'Officer',
      GIT_COMMITTER_EMAIL: 'officer@example.org',
      GIT_COMMITTER_DATE: '2024-01-01T12:00:00Z',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
    }
    const env = { ...process.env, ...identity }
    const { stdout, stderr } = spawnSync('sh', ['-c', SETUP + script], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    return stdout + stderr
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** All that plandue says of the example of a code. */
async function saidOf(markdown: string): Promise<string> {
  const examples = examplesIn(markdown)
  const files = examples.filter(({ language }) => language !== 'sh')
  const script = examples.find(({ language }) => language === 'sh')
  if (script) return shellOutput(script.text, files)
  const world = { files: Object.fromEntries(files.map(({ file, text }) => [file, text])) }
  const { out, err } = await plandue(['check', '-f', 'json', '--verbose'], world)
  return out + err
}

describe('the texts of the codes', () => {
  it('are of every diagnostic, in the order of the catalogue', () => {
    const own = codeTexts.flatMap(({ code, kind }) => (kind === 'diagnostic' ? code : []))
    expect(own).toEqual(Object.keys(messages))
  })

  it('are of every reason', () => {
    const own = codeTexts.flatMap(({ code, kind }) => (kind === 'reason' ? code : []))
    expect([...own].sort()).toEqual([...WAIVABLE, ...STATUS_REASONS].sort())
  })

  it('are of what a change fails for, and has no status of its own', () => {
    const own = codeTexts.flatMap(({ code, kind }) => (kind === 'change' ? code : []))
    const known = ['error', 'overdue', 'atRisk', 'dueMoved']
    const failures = CHANGE_REASONS.filter((reason) => !known.includes(reason))
    const findings = FINDINGS.filter((code) => code !== 'due-moved')
    expect([...own].sort()).toEqual([...new Set([...failures, ...findings])].sort())
  })

  it.each([
    ['receiptUnknown', 'receiptUnknown', 'it is a reason'],
    ['receipt-unknown', 'receiptUnknown', 'hyphens make no difference'],
    ['NOT_A_DATE', 'not-a-date', 'nor do case and underscores'],
    ['actionAfterDeadline', 'actionAfterDeadline', 'a whole name goes first'],
    ['action-after-deadline', 'action-after-deadline', 'so the note is found as well'],
    ['not-a', undefined, 'a part is none'],
  ])('%s is of %s, because %s', (word, code, _because) => {
    expect(codeText(word)?.code).toBe(code)
  })

  it.each(codeTexts)('of $code say what it means, show it, and name a way out', ({ text }) => {
    const [, meaning = ''] = text.split('\n\n')
    expect(meaning).toMatch(/^[A-Z].*\.$/s)
    expect(examplesIn(text)).not.toEqual([])
    expect(text.trimEnd().split('\n\n').at(-1)).toMatch(/^Way out: .*\.$/s)
  })

  it('name no setting that plandue.yaml does not have', () => {
    const { properties } = schemas.config as { properties: object }
    const named = codeTexts.flatMap(({ text }) =>
      [...text.matchAll(/`(\w+):?` in `plandue\.yaml`/g)].map(([, key = '']) => key),
    )
    expect(named).toContain('margins')
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(named))
  })

  it.each(Object.entries(messages))('of %s say how bad it is: %o', (code, { severity }) => {
    const [, meaning = ''] = codeText(code)?.text.split('\n\n') ?? []
    expect(meaning.toLowerCase()).toMatch(new RegExp(`^${severity}\\b`))
  })

  // Whoever runs the tests may be allowed to read everything.
  it.each(codeTexts.filter(({ code }) => code !== 'unreadable'))(
    'of $code have an example that gives it',
    async ({ code, text }) => {
      expect(await saidOf(text)).toMatch(new RegExp(`(?<![\\w-])${code}(?![\\w-])`))
    },
  )

  it('of unreadable have one as well, for whom the system keeps from it', async () => {
    const denied: MemoryFile = { problem: { kind: 'denied' } }
    const { err } = await plandue(['check'], { files: { 'plans/a.yaml': denied } })
    expect(err).toContain('error unreadable')
  })
})
