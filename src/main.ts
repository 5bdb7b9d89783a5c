/** The entry point of the bundle: the program and the real world for it. */
export { run } from './cli.ts'
export { nodeHost } from './node/host.ts'
