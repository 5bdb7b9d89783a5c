import { readdirSync, readFileSync } from 'node:fs'
import { run } from '../../src/main.ts'
import { memoryHost, type World } from './memory-host.ts'

/** Runs plandue in a world of memory, and tells all that came of it. */
export async function plandue(args: string[], world: World = {}) {
  const { host, seen, content } = memoryHost(world)
  const exitCode = await run(args, host)
  return { exitCode, ...seen, files: content }
}

/** The shipped plans, as files of a world. */
export function shippedPlans(): Record<string, string> {
  const folder = new URL('../../plans/', import.meta.url)
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [`plans/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
  )
}
