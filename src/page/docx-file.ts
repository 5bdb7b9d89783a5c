import { type Document, Packer } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate/browser'
import type { IsoDate } from '../calendar/day.ts'
import { compareText } from '../language/text-order.ts'
import { element, xml } from './xml.ts'

/** What a word processor shows of a document without opening it. */
export type DocxProperties = { readonly title: string; readonly on: IsoDate }

/**
 * A document as the bytes of its file, the same for every run: the packer would put the clock into its
 * properties and into each part.
 */
export async function docxFile(document: Document, properties: DocxProperties) {
  const parts = Object.entries(unzipSync(await Packer.pack(document, 'uint8array')))
  const files = parts.filter(([path]) => !path.endsWith('/'))
  const all = [...files, [CORE, strToU8(coreXml(properties))] as const]
  const sorted = all.sort(([a], [b]) => placeOf(a) - placeOf(b) || compareText(a, b))
  return zipSync(Object.fromEntries(sorted), { mtime: EARLIEST })
}

/** As Word has them, since programs that sort mails look at the first parts alone. */
const ORDER = ['[Content_Types].xml', '_rels/', 'word/', 'docProps/']

function placeOf(path: string): number {
  return ORDER.findIndex((start) => path.startsWith(start))
}

const CORE = 'docProps/core.xml'

/** The first day that such a file can have, in whichever zone it is read. */
const EARLIEST = '1980-01-01T12:00'

function coreXml({ title, on }: DocxProperties): string {
  const moment = (name: string) =>
    element(name, { 'xsi:type': 'dcterms:W3CDTF' }, `${on}T00:00:00Z`)
  return xml(
    element('cp:coreProperties', NAMESPACES, [
      element('dc:title', {}, title),
      element('dc:creator', {}, 'plandue'),
      element('dc:language', {}, 'en-GB'),
      moment('dcterms:created'),
      moment('dcterms:modified'),
    ]),
  )
}

const NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}
