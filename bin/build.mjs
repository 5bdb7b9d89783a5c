// Bundles plandue, writes the JSON Schemas that it publishes, and keeps the machine code of the bundle.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const { build } = await packageNamed('esbuild')
const { parse } = await packageNamed('yaml')

await packageNamed('sass')
const { compiledStyle } = await import('./compiled-style.mjs')

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (...args) => execFileSync(process.execPath, args, { cwd: root })

/** The shipped frameworks and mappings are taken in as data, so that no run has to parse them. */
const yamlAsData = {
  name: 'yaml-as-data',
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
      loader: 'json',
    }))
  },
}

/** A style sheet is taken in as the text that it is for a browser. */
const styleAsData = {
  name: 'style-as-data',
  setup({ onLoad }) {
    onLoad({ filter: /\.scss$/ }, async ({ path }) => ({
      contents: JSON.stringify(await compiledStyle(path)),
      loader: 'json',
    }))
  },
}

const entryPoints = {
  plandue: 'src/main.ts',
  program: 'src/program.ts',
  net: 'src/node/net.ts',
  guide: 'src/guide/index.ts',
  ics: 'src/reports/ics.ts',
  answers: 'src/commands/schema/answers/index.ts',
  html: 'src/page/html-page.ts',
  'html-report': 'src/reports/html.ts',
  xlsx: 'src/page/xlsx-file.ts',
  'read-xlsx': 'src/commands/import/read-xlsx.ts',
  docx: 'src/page/docx-page.ts',
}

/** One entry point loads another when it needs it: see bin/plandue.js, `net` in src/node/host.ts, `plandue help`. */
const entryPointsApart = {
  name: 'entry-points-apart',
  setup({ onResolve }) {
    // Another file may have the name of one: src/node/program.ts is no entry point.
    onResolve(
      {
        filter:
          /\/(program|net|guide\/index|answers\/index|ics|html-page|html|docx-page|xlsx-file|read-xlsx)\.ts$/,
      },
      ({ path, resolveDir, kind }) => {
        if (kind === 'entry-point') return undefined
        const [bundle] =
          Object.entries(entryPoints).find(
            ([, file]) => join(root, file) === join(resolveDir, path),
          ) ?? []
        // The same from `dist` and from bin/load.js, which lends the program its `require`.
        return bundle ? { path: `../dist/${bundle}.cjs`, external: true } : undefined
      },
    )
  },
}

/**
 * What packages bring, but plandue does not use: GOV.UK Notify's client an HTTP client, since all requests
 * go through src/node/net.ts; commander the module that starts programs for commands; chalk a look at
 * the terminal, since the host knows it.
 */
const unused = {
  name: 'unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(axios|node:child_process|#supports-color)$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/](notifications-node-client|commander|chalk)[\\/]/.test(importer)
        ? { path, namespace: 'nothing' }
        : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }))
  },
}

rmSync(`${root}/dist`, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints,
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  supported: { 'dynamic-import': false },
  alias: {
    // The one in ES modules, of which unused parts can be left out.
    yaml: './node_modules/yaml/browser/index.js',
    // The other one makes the parser's state in a way that costs it two thirds of its speed.
    'js-yaml': './node_modules/js-yaml/dist/browser/js-yaml.esm.min.mjs',
  },
  minify: true,
  legalComments: 'none',
  charset: 'ascii',
  loader: { '.yml': 'text', '.md': 'text', '.groovy': 'text' },
  plugins: [yamlAsData, styleAsData, entryPointsApart, unused],
  logLevel: 'warning',
})

// esbuild leaves other characters in regular expressions, and bin/load.js reads nothing but ASCII.
for (const name of Object.keys(entryPoints)) {
  const file = `${root}/dist/${name}.cjs`
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped))
}

mkdirSync(`${root}/dist/schemas`)
for (const kind of ['record', 'config', 'framework', 'mapping', 'action-mapping', 'check-json']) {
  writeFileSync(`${root}/dist/schemas/${kind}.json`, run('bin/plandue.js', 'schema', kind))
}
const { answerSchemas } = createRequire(import.meta.url)(`${root}/dist/answers.cjs`)
for (const [kind, schema] of Object.entries(answerSchemas)) {
  writeFileSync(`${root}/dist/schemas/${kind}.json`, `${JSON.stringify(schema, null, 2)}\n`)
}
writeFileSync(`${root}/dist/plandue.1`, run('bin/plandue.js', 'man'))
run('bin/warm.js')

/** A package that the build cannot do without; npm leaves some out for users of a package. */
async function packageNamed(name) {
  try {
    return await import(name)
  } catch (failure) {
    if (failure.code !== 'ERR_MODULE_NOT_FOUND') throw failure
    process.stderr.write(
      `plandue: the build needs ${name}, which is not installed: run \`npm ci --include=dev\`, then this again\n`,
    )
    process.exit(1)
  }
}
