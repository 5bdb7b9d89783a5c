import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { elementsNamed, type HtmlElement, parseHtml } from './html.ts'
import { elementsIn, type Parsed, parseXml } from './xml.ts'

/** The parts of a document, as a reader of XML sees them. */
export function partsOf(document: Uint8Array): Record<string, Parsed> {
  const parts = Object.entries(unzipSync(document))
  return Object.fromEntries(parts.map(([path, bytes]) => [path, parseXml(strFromU8(bytes))]))
}

/** The text of an element of a document. */
export function wordsIn(element: Parsed): string {
  return elementsIn(element, 'w:t')
    .map(({ text }) => text)
    .join('')
}

/** What a reader finds in a document: the texts of its headings, and those of the cells of its tables. */
export type DocxContent = {
  readonly headings: readonly string[]
  readonly tables: readonly (readonly (readonly string[])[])[]
  /** All of its text. */
  readonly text: string
}

type DocxReader = {
  readonly name: string
  /** What `describe` and `it` say of it where it is missing; in CI nothing may be. */
  readonly note: string
  readonly mayBeSkipped: boolean
  /** Documents as it opens them, by their names. */
  read(documents: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, DocxContent>>
}

function readerFrom(name: string, parts: readonly string[], read: DocxReader['read']): DocxReader {
  const isThere = parts.every((path) => existsSync(path))
  return {
    name,
    note: isThere ? '' : ` (skipped: ${name} is not installed)`,
    mayBeSkipped: process.env['CI'] === undefined && !isThere,
    read,
  }
}

const SOFFICE = '/usr/bin/soffice'
const PYTHON = '/usr/bin/python3'

export const writer = readerFrom(
  'LibreOffice Writer',
  [SOFFICE, '/usr/lib/libreoffice/program/libswlo.so'],
  readByLibreOffice,
)

/** Two programs that know nothing of each other, nor of the library that writes. */
export const docxReaders = [writer, readerFrom('Python', [PYTHON], readByPython)]

function readByLibreOffice(
  documents: Readonly<Record<string, Uint8Array>>,
): Record<string, DocxContent> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-docx-'))
  try {
    const names = Object.keys(documents)
    const files = names.map((name) => join(folder, `${name}.docx`))
    for (const [index, name] of names.entries())
      writeFileSync(files[index] ?? '', documents[name] ?? '')
    const profile = pathToFileURL(join(folder, 'profile')).href
    const { stderr } = spawnSync(
      SOFFICE,
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        'html:HTML:EmbedImages',
        '--outdir',
        folder,
        ...files,
      ],
      { encoding: 'utf8' },
    )
    const read = (name: string) => {
      const file = join(folder, `${name}.html`)
      if (!existsSync(file)) throw new Error(`LibreOffice did not open ${name}: ${stderr}`)
      return contentOf(parseHtml(readFileSync(file, 'utf8')))
    }
    return Object.fromEntries(names.map((name) => [name, read(name)]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function contentOf(root: HtmlElement): DocxContent {
  const [body] = elementsNamed(root, 'body')
  const words = ({ text }: HtmlElement) => text.replace(/\s+/g, ' ').trim()
  const cells = (row: HtmlElement) =>
    row.children.filter(({ name }) => name === 'td' || name === 'th').map(words)
  return {
    headings: ['h1', 'h2'].flatMap((name) => elementsNamed(root, name).map(words)),
    tables: elementsNamed(root, 'table').map((table) => elementsNamed(table, 'tr').map(cells)),
    text: body ? words(body) : '',
  }
}

const READER = `
import base64, io, json, sys, zipfile
from xml.etree import ElementTree
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
def words(element):
  return ''.join(t.text or '' for t in element.iter(W + 't'))
def read(document):
  with zipfile.ZipFile(io.BytesIO(base64.b64decode(document))) as file:
    assert file.testzip() is None
    for name in file.namelist():
      ElementTree.fromstring(file.read(name))
    body = ElementTree.fromstring(file.read('word/document.xml')).find(W + 'body')
  styles = [(p, p.find(W + 'pPr/' + W + 'pStyle')) for p in body.iter(W + 'p')]
  named = [(p, '' if s is None else s.get(W + 'val')) for p, s in styles]
  return {
    'headings': [words(p) for style in ('Heading1', 'Heading2') for p, s in named if s == style],
    'tables': [[[words(c) for c in r.findall(W + 'tc')] for r in t.findall(W + 'tr')] for t in body.findall(W + 'tbl')],
    'text': ' '.join(words(p) for p in body.iter(W + 'p')),
  }
documents = json.load(sys.stdin)
print(json.dumps({name: read(document) for name, document in documents.items()}))`

/** By Python's own modules. */
function readByPython(
  documents: Readonly<Record<string, Uint8Array>>,
): Record<string, DocxContent> {
  const encoded = Object.entries(documents).map(([name, bytes]) => [
    name,
    Buffer.from(bytes).toString('base64'),
  ])
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', READER], {
    input: JSON.stringify(Object.fromEntries(encoded)),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}
