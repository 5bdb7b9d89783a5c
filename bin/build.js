// Bundles plandue into one file, and writes the JSON Schemas that it publishes beside it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The shipped frameworks are taken in as data, so that no run has to parse them. */
const yamlAsData = {
  name: 'yaml-as-data',
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
      loader: 'json',
    }))
  },
}

await build({
  absWorkingDir: root,
  entryPoints: { plandue: 'src/main.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  charset: 'utf8',
  plugins: [yamlAsData],
  banner: {
    // Libraries in the older module format ask for Node's own modules with require.
    js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})

mkdirSync(`${root}/dist/schemas`, { recursive: true })
for (const kind of ['record', 'config', 'framework', 'check-json']) {
  const schema = execFileSync(process.execPath, [`${root}/bin/plandue.js`, 'schema', kind])
  writeFileSync(`${root}/dist/schemas/${kind}.json`, schema)
}
