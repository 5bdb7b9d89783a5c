import { basename, join } from 'node:path/posix'
import { type Diagnostic, diagnose, wholeFile } from '../diagnostics/diagnostic.ts'
import { diagnoseProblem } from '../diagnostics/problem.ts'
import type { Files } from '../host/host.ts'
import { repositoryBoundary } from '../host/repository-boundary.ts'
import type { RecordFile } from './read-record.ts'
import { pathIn, RECORD_ENDING, recordIdOf } from './record-ids.ts'

/** The record files that were found, in order of their paths, and what stood in the way. */
export type Found = {
  readonly records: readonly RecordFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Where to look. */
export type Search = {
  readonly paths: readonly string[]
  /** The folder of records: ids are paths in it. */
  readonly folder: string
  /** The repository: links that lead out of it are not followed. */
  readonly root: string
  /** Files that are not records, wherever they lie: the configuration and what it names. */
  readonly others: readonly string[]
  /** The configuration that names the folder of records; undefined where it is the usual one. */
  readonly config?: string | undefined
}

/**
 * The records below a folder, by the way that leads from `start`. Hidden folders and those of npm are
 * left out; links are followed within the repository, or within `start`.
 */
export function walkFolder(folder: string, start: string, search: Search, files: Files): Found {
  const records: RecordFile[] = []
  const diagnostics: Diagnostic[] = []
  const links: string[] = []
  const boundaries = [search.root, start].map((path) => repositoryBoundary(path, files))
  const visited = new Set<string>()

  function visit(path: string, realPath: string): void {
    if (visited.has(realPath)) return
    visited.add(realPath)
    const entries = files.list(path)
    if ('problem' in entries) {
      diagnostics.push(diagnoseProblem(path, entries.problem))
      return
    }
    for (const { name, kind } of entries) {
      if (name.startsWith('.') || name === 'node_modules') continue
      const child = join(path, name)
      // A folder is where its parent is: to ask for its real path would walk all the way down again.
      if (kind === 'folder') visit(child, join(realPath, name))
      else if (kind === 'link') links.push(child)
      else if (RECORD_ENDING.test(name)) take(child, kind)
    }
  }

  function take(file: string, kind: 'file' | 'other'): void {
    if (search.others.includes(file)) return
    if (kind === 'file')
      records.push({ file, id: recordIdOf(file, pathIn(start, file) ?? file, search.folder) })
    else diagnostics.push(diagnoseProblem(file, { kind: 'notAFile' }))
  }

  function follow(link: string): void {
    const target = files.look(link)
    const isFolder = 'kind' in target ? target.kind === 'folder' : !basename(link).includes('.')
    if (!isFolder && !RECORD_ENDING.test(link)) return
    if ('problem' in target) diagnostics.push(diagnoseProblem(link, target.problem))
    else if (!boundaries.some((isInside) => isInside(target.realPath))) {
      diagnostics.push(diagnose(wholeFile(link), 'link-outside', {}))
    } else if (target.kind !== 'folder') {
      take(link, target.kind)
    } else if (visited.has(target.realPath)) {
      diagnostics.push(diagnose(wholeFile(link), 'link-loop', {}))
    } else visit(link, target.realPath)
  }

  visit(folder, realPathOf(folder, files)[0] ?? folder)
  // Links last, so that a record that can be reached without one is known by its own path.
  for (let link = links.shift(); link !== undefined; link = links.shift()) follow(link)
  return { records, diagnostics }
}

/** Where a path leads, without links; nothing where it leads nowhere. */
export function realPathOf(path: string, files: Files): string[] {
  const looked = files.look(path)
  return 'realPath' in looked ? [looked.realPath] : []
}
