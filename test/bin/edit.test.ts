import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { record } from '../helpers/record.ts'

// What the built program does to real files; the build comes before the tests (`pretest`).

const bin = fileURLToPath(new URL('../../bin/plandue.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plandue-edit-'))
const file = join(folder, 'plans/a.yaml')
const ARGS = ['submit', 'a#final', '--on', '2024-02-02', '--today', '2024-02-05']
const plandue = (...args: string[]) =>
  spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' })

const before = record()
const line = 'plan:\n  final:\n    submitted: 2024-02-02\n'

beforeAll(() => void mkdirSync(join(folder, 'plans')))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a file that is changed', () => {
  it('keeps its mode, and the link that leads to it', () => {
    writeFileSync(join(folder, 'kept.yaml'), before)
    chmodSync(join(folder, 'kept.yaml'), 0o640)
    symlinkSync('../kept.yaml', join(folder, 'plans/linked.yaml'))
    mkdirSync(join(folder, '.git'))
    expect(plandue('submit', 'linked#final', ...ARGS.slice(2)).status).toBe(0)
    expect(readFileSync(join(folder, 'kept.yaml'), 'utf8')).toBe(before + line)
    expect(statSync(join(folder, 'kept.yaml')).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(folder, 'plans/linked.yaml')).isSymbolicLink()).toBe(true)
    rmSync(join(folder, 'plans/linked.yaml'))
  })

  it.each([
    ['.', 'the root of the repository'],
    ['sub/deeper', 'a folder in it'],
  ])('can be changed as well by the diff of a dry run in %s, which is %s', (cwd, _because) => {
    writeFileSync(file, before)
    writeFileSync(join(folder, 'plandue.yaml'), 'records: plans\n')
    mkdirSync(join(folder, 'sub/deeper'), { recursive: true })
    const args = [bin, ...ARGS, '--dry-run', '-q']
    const { stdout } = spawnSync(process.execPath, args, {
      cwd: join(folder, cwd),
      encoding: 'utf8',
    })
    expect(readFileSync(file, 'utf8')).toBe(before)
    const patch = spawnSync('git', ['apply', '-'], { cwd: folder, input: stdout, encoding: 'utf8' })
    expect(patch.stderr).toBe('')
    expect(readFileSync(file, 'utf8')).toBe(before + line)
  })

  it('is the old one or the new one, whenever the program is killed', async () => {
    // So long that writing takes a while; a block of text is one part of a record, however long.
    const notes = `notes: |\n${`  ${'long '.repeat(20)}\n`.repeat(8_000)}`
    const [old, changed] = [before + notes, before + line + notes]
    for (let round = 0; round < 20; round++) {
      writeFileSync(file, old)
      await killedAfter(round / 2)
      const now = readFileSync(file, 'utf8')
      expect(now === old || now === changed, `round ${round}: ${now.length} characters`).toBe(true)
    }
    expect(plandue('check', '-q', '--fail-on', 'never', '--today', '2024-02-05').status).toBe(0)
  })
})

/** Runs the program, and kills it so many milliseconds after it has begun to write. */
async function killedAfter(delay: number): Promise<void> {
  const child = spawn(process.execPath, [bin, ...ARGS], { cwd: folder, stdio: 'ignore' })
  const watcher = watch(join(folder, 'plans'), () => {
    watcher.close()
    setTimeout(() => child.kill('SIGKILL'), delay)
  })
  await new Promise((resolve) => child.on('exit', resolve))
  watcher.close()
}
