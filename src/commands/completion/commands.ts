/** The commands of this folder, each by its name. */
export { completion } from './command.ts'
export { complete } from './complete-command.ts'
export { man } from './man-command.ts'
