// Loads a bundle together with the machine code that the build keeps of it, which saves a third of the
// start-up. V8 runs whatever it is given, and compares no more than the length of the source, so the
// code is taken only where it is whole, and was made of this bundle by this very Node.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')
// Node has it from 20.15 on. `crypto` would take longer to load than its checksum is worth.
const { crc32 } = require('node:zlib')

/** In bytes; long enough for any version of Node and V8. */
const HEADER_LENGTH = 128

/** Who compiled which bundle to which code. V8 itself refuses code made under other flags. */
function headerOf(bundle, code) {
  const { version, versions, platform, arch } = process
  const parts = ['plandue', version, versions.v8, platform, arch, crc32(bundle), crc32(code)]
  return Buffer.from(
    parts
      .join(' ')
      .padEnd(HEADER_LENGTH - 1)
      .concat('\n'),
  )
}

/** The content of a cache; undefined on a Node that could not verify it. */
function cacheOf(bundle, code) {
  return crc32 && Buffer.concat([headerOf(bundle, code), code])
}

/** The code in a cache, if it is that of the bundle and fit to run. */
function codeIn(cache, bundle) {
  if (!crc32) return undefined
  const code = cache.subarray(HEADER_LENGTH)
  return cache.subarray(0, HEADER_LENGTH).equals(headerOf(bundle, code)) ? code : undefined
}

/** A bundle in `dist`, as it lies there: only ASCII, which Node decodes fastest as Latin-1. */
function read(name) {
  const file = join(__dirname, '../dist', `${name}.cjs`)
  return { file, bundle: readFileSync(file) }
}

/** The script of a bundle in `dist`, as a function of what a CommonJS file may use. */
function scriptOf({ file, bundle }) {
  const source = bundle.latin1Slice()
  const cachedData = codeIn(readIfThere(`${file}.cache`), bundle)
  return new Script(`(function (exports, require, module) {${source}\n})`, {
    filename: file,
    cachedData,
  })
}

function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

/** What a bundle exports. */
async function load(name) {
  return start(scriptOf(read(name)))
}

function start(script) {
  const module = { exports: {} }
  script.runInThisContext()(module.exports, require, module)
  return module.exports
}

module.exports = { cacheOf, codeIn, load, read, scriptOf, start }
