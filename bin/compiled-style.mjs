// A style sheet in Sass as what a page takes in: its CSS, and the hash by which a policy allows it.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

/** Asks for its compiler only when a style is wanted, so that a build can say that it is missing. */
export async function compiledStyle(file) {
  const { compile } = await import('sass')
  const loadPaths = [fileURLToPath(new URL('../node_modules', import.meta.url))]
  const { css } = compile(file, { style: 'compressed', charset: false, loadPaths, quietDeps: true })
  return { css, hash: createHash('sha256').update(css).digest('base64') }
}
