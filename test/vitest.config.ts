import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { parse } from 'yaml'

/** Takes the shipped frameworks in as data, as the build does. */
const yamlAsData = {
  name: 'yaml-as-data',
  load(path: string) {
    if (!path.endsWith('.yaml')) return null
    return `export default ${JSON.stringify(parse(readFileSync(path, 'utf8')))}`
  },
}

/** Takes texts for other repositories in as they are, as the build does. */
const asText = {
  name: 'as-text',
  load(path: string) {
    if (!/\.(yml|md|groovy)$/.test(path)) return null
    return `export default ${JSON.stringify(readFileSync(path, 'utf8'))}`
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [yamlAsData, asText],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/one-folder.ts'],
    // Colours and width are what each test asks for, whoever runs it.
    env: { NO_COLOR: '', FORCE_COLOR: '' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The names of tests are sentences, to be read to their end.
    chaiConfig: { truncateThreshold: 160 },
  },
})
