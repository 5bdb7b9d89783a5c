import { resolve } from 'node:path'

// What a file computes when it is loaded is no test's doing, also where a test would be the first to load it.
const files: string[] = JSON.parse(process.env['MUTANT_FILES'] ?? '[]')
for (const file of files) await import(resolve(file))
