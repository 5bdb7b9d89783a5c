import type { Item } from '../assessment/item.ts'

/** The link to a record by a template, each part percent-encoded; its path without a template. */
export function recordLink(
  { file, line, record, id }: Pick<Item, 'file' | 'line' | 'record' | 'id'>,
  template: string | null,
): string {
  if (template === null) return file
  const path = (text: string) => text.split('/').map(encodeURIComponent).join('/')
  const parts: Readonly<Record<string, string>> = {
    '{file}': path(file),
    '{line}': String(line),
    '{record}': path(record),
    '{item}': encodeURIComponent(id),
  }
  return template.replace(/\{\w+\}/g, (hole) => parts[hole] ?? hole)
}
