/** The commands of this folder, each by its name. */
export { explain } from './command.ts'
export { say } from './say-command.ts'
