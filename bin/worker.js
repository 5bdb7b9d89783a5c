// A thread of a large check: does its share of the records, and hands over what came of it.
const { parentPort, workerData } = require('node:worker_threads')
const { nodeHost } = require('../dist/plandue.cjs')
const { load } = require('./load.js')

load('program').then(({ doJob }) => {
  parentPort.postMessage(doJob(workerData, nodeHost(), () => undefined))
})
