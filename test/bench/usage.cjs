// Loaded before a program (`node --require`): at its end it writes to the file descriptor 3 what the
// process has used, the processor in milliseconds and memory in bytes. Time on the processor, in
// whatever thread, is the same on a busy machine; time by the clock is not.
const { readFileSync, writeSync } = require('node:fs')

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: peak() * 1024 }))
})

/** Linux counts into maxRSS what the parent held at the start, so its own record goes first. */
function peak() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}
