// What reading YAML costs by itself: each file of a folder read and parsed, and nothing done with it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'

const [folder] = process.argv.slice(2)
let keys = 0
for (const name of readdirSync(folder)) {
  keys += Object.keys(load(readFileSync(join(folder, name), 'utf8'))).length
}
process.stdout.write(`${keys}\n`)
