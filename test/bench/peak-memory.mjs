// Runs plandue with the arguments, and at its end writes to the file descriptor 3 how much memory it
// held at most, in kilobytes.
import { readFileSync, writeSync } from 'node:fs'

process.on('exit', () => writeSync(3, String(peak())))
await import('../../bin/plandue.js')

/** Linux counts into maxRSS what the parent held at the start, so its own record goes first. */
function peak() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}
