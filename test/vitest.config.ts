import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { parse } from 'yaml'
import { compiledStyle } from '../bin/compiled-style.mjs'

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

/** Takes the style of pages in as the build does, under a name by which nothing else takes it for one. */
const styleAsData = {
  name: 'style-as-data',
  enforce: 'pre' as const,
  resolveId(path: string, importer: string | undefined) {
    return path.endsWith('.scss') ? `${join(importer ?? '', '..', path)}.data` : null
  },
  async load(id: string) {
    if (!id.endsWith('.scss.data')) return null
    return `export default ${JSON.stringify(await compiledStyle(id.replace(/\.data$/, '')))}`
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [yamlAsData, asText, styleAsData],
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
