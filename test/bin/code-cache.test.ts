import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

// A copy of the built program whose cache can be damaged; the build comes before (`pretest`).

const root = fileURLToPath(new URL('../../', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'plandue-cache-'))
for (const folder of ['bin', 'dist'])
  cpSync(join(root, folder), join(copy, folder), { recursive: true })
mkdirSync(join(copy, 'plans'))
writeFileSync(join(copy, 'plans/a.yaml'), 'authority: A\nframework: sif\nreceived: 2024-01-12\n')
afterAll(() => rmSync(copy, { recursive: true }))

const bundleFile = join(copy, 'dist/program.cjs')
const cacheFile = `${bundleFile}.cache`
const bundle = readFileSync(bundleFile)
const cache = readFileSync(cacheFile)

type Loader = {
  cacheOf(bundle: Buffer, code: Buffer): Buffer | undefined
  codeIn(cache: Buffer, bundle: Buffer): Buffer | undefined
}
const { cacheOf, codeIn }: Loader = createRequire(import.meta.url)('../../bin/load.js')

function plandue(args: readonly string[], flags: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, join(copy, 'bin/plandue.js'), ...args],
    { cwd: copy, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

const check = (flags?: readonly string[]) =>
  plandue(['check', 'plans', '--today', '2024-02-05'], flags)

/** What plandue says with other files in place of the built ones, which come back afterwards. */
function checkWith(files: { cache?: Buffer | undefined; bundle?: Buffer }) {
  try {
    if (files.bundle) writeFileSync(bundleFile, files.bundle)
    if (files.cache) writeFileSync(cacheFile, files.cache)
    else if ('cache' in files) rmSync(cacheFile)
    return check()
  } finally {
    writeFileSync(bundleFile, bundle)
    writeFileSync(cacheFile, cache)
  }
}

/** A copy with so many bytes inverted. */
function flipped(bytes: Buffer, offset: number, count = 8): Buffer {
  const damaged = Buffer.from(bytes)
  for (let at = offset; at < Math.min(offset + count, bytes.length); at++) {
    damaged[at] = 255 - (damaged[at] ?? 0)
  }
  return damaged
}

/** Offsets from the first byte to the last, evenly spread. */
const spread = (length: number, count: number) =>
  Array.from({ length: count }, (_, index) => Math.floor(((length - 1) * index) / (count - 1)))

/** A cache as another Node would have written it: only its header differs. */
const foreign = (from: string, to: string) => {
  const header = cache
    .subarray(0, 128)
    .toString()
    .replace(from, to.padEnd(from.length).slice(0, from.length))
  return Buffer.concat([Buffer.from(header), cache.subarray(128)])
}

const expected = check()

describe('the machine code that the build keeps', () => {
  it('is run where it is whole', () => {
    expect(expected).toMatchObject({ status: 0, stderr: '' })
    expect(codeIn(cache, bundle)?.equals(cache.subarray(128))).toBe(true)
  })

  it.each(spread(cache.length, 12))('is ignored with eight bytes flipped at %i', (offset) => {
    expect(checkWith({ cache: flipped(cache, offset) })).toEqual(expected)
  })

  it.each<[because: string, Buffer | undefined]>([
    ['missing', undefined],
    ['empty', Buffer.alloc(0)],
    ['cut off within its header', cache.subarray(0, 60)],
    ['only a header', cache.subarray(0, 128)],
    ['cut off at half', cache.subarray(0, cache.length / 2)],
    ['longer than written', Buffer.concat([cache, Buffer.alloc(8)])],
    ['a text', Buffer.from('not machine code')],
    ['without a header', cache.subarray(128)],
    ['of another Node', foreign(process.version, 'v20.0.0')],
    ['of another processor', foreign(process.arch, 'mips')],
  ])('is ignored where it is %s', (_, damaged) => {
    expect(checkWith({ cache: damaged })).toEqual(expected)
  })

  it('is ignored where the bundle has changed, also at equal length', () => {
    const changed = Buffer.from(
      bundle.toString('latin1').replaceAll('Action plans as at', 'ACTION PLANS as at'),
      'latin1',
    )
    expect(changed.length).toBe(bundle.length)
    expect(checkWith({ bundle: changed })).toEqual({
      ...expected,
      stdout: expected.stdout.replace('Action plans as at', 'ACTION PLANS as at'),
    })
    expect(expected.stdout).toContain('Action plans as at')
  })

  it.each([['--no-opt'], ['--no-lazy'], ['--stack-size=2000']])(
    'is left to V8 to refuse under other flags: %s',
    (flag) => expect(check([flag])).toEqual(expected),
  )

  it('is known to be damaged wherever a bit of it is flipped', () => {
    const kept = spread(cache.length, 500).filter((offset) =>
      codeIn(flipped(cache, offset, 1), bundle),
    )
    expect(kept).toEqual([])
  })

  it('is known to be of another bundle wherever that has changed', () => {
    const kept = spread(bundle.length, 500).filter((offset) =>
      codeIn(cache, flipped(bundle, offset, 1)),
    )
    expect(kept).toEqual([])
  })

  it('is written as it is read', () => {
    const code = Buffer.from('code')
    expect(codeIn(cacheOf(bundle, code) ?? Buffer.alloc(0), bundle)).toEqual(code)
  })
})

describe('a checkout that is not built', () => {
  it('says in one line what to run', () => {
    rmSync(join(copy, 'dist'), { recursive: true })
    expect(check()).toEqual({
      status: 3,
      stdout: '',
      stderr:
        'plandue: not built: run `npm ci --include=dev && npm run build` in the folder of plandue\n',
    })
  })

  it('says so once where npm starts it', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'bin/start.mjs')], {
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(/^plandue: not built: run `npm ci .*\n$/)
  })

  it('says in one line what its build needs, where npm left that out', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'bin/build.mjs')], {
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'plandue: the build needs esbuild, which is not installed: run `npm ci --include=dev`, then this again\n',
    })
  })
})
