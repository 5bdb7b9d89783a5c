#!/usr/bin/env node
// CommonJS, like the bundles: on Node 20 it starts a tenth faster than a module.
const { existsSync } = require('node:fs')

// A package is built before it is packed; a checkout is not where npm was told to run no scripts.
if (existsSync(`${__dirname}/../dist/program.cjs`)) start()
else {
  process.stderr.write(
    'plandue: not built: run `npm ci --include=dev && npm run build` in the folder of plandue\n',
  )
  process.exitCode = 3
}

async function start() {
  const { nodeHost, run } = require('../dist/plandue.cjs')
  const host = nodeHost()
  const load = () => require('./load.js').load('program')
  process.exitCode = await run(process.argv.slice(2), host, load)
}
