/** A chart can have a sheet of its own, which has no cells. */
export type NamedSheet = { readonly name: string; readonly path: string; readonly isShown: boolean }

/** The sheets of a workbook in their order, each with the part that it is; `xmlOf` gives the text of a part. */
export function sheetsIn(xmlOf: (part: string) => string): NamedSheet[] {
  const relations = xmlOf('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)
  const targets = new Map(
    [...relations].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  return [...xmlOf('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, '(?:\\w+:)?id')) ?? ''
    const path = target.replace(/^(\/?xl\/)?/, 'xl/')
    const isShown = !/hidden$/i.test(attribute(tag, 'state')) && !path.startsWith('xl/chartsheets/')
    return { name: attribute(tag, 'name'), path, isShown }
  })
}

function attribute(tag: string, name: string): string {
  const [, text = ''] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? []
  return text.replace(/&(?:amp|lt|gt|quot|apos|#\d{2,7}|#x[\da-f]{2,6});/gi, (entity) => {
    return ENTITIES[entity] ?? characterOf(entity)
  })
}

/** What a reference such as `&#233;` or `&#xE9;` stands for. */
function characterOf(reference: string): string {
  const code = Number(reference.slice(2, -1).replace(/^x/i, '0x'))
  return code <= 0x10ffff ? String.fromCodePoint(code) : reference
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}
