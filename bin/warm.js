// Runs the main job on the shipped plans, then keeps the machine code that this has brought about.
const { writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { nodeHost, run } = require('../dist/plandue.cjs')
const { cacheOf, read, scriptOf, start } = require('./load.js')

const { file, bundle } = read('program')
const script = scriptOf({ file, bundle })
const silent = { ...nodeHost(), out: () => undefined, err: () => undefined }
const plans = join(__dirname, '../plans')

run(['check', plans], silent, async () => start(script)).then(() => {
  const cache = cacheOf(bundle, script.createCachedData())
  if (cache) writeFileSync(`${file}.cache`, cache)
})
