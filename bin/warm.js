// Runs the main job on the shipped plans, then keeps the machine code that this has brought about.
const { writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { nodeHost, run } = require('../dist/plandue.cjs')
const { scriptOf, start } = require('./load.js')

const script = scriptOf('program')
const silent = { ...nodeHost(), out: () => undefined, err: () => undefined }
const plans = join(__dirname, '../plans')

run(['check', plans], silent, async () => start(script)).then(() => {
  writeFileSync(join(__dirname, '../dist/program.cjs.cache'), script.createCachedData())
})
