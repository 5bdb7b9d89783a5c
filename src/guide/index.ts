/** The manual, which only those load who read it. */
export { codeText, codeTexts } from './codes.ts'
export { pageOf } from './page-of.ts'
export { topics } from './topics.ts'
