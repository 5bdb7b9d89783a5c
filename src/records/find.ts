import { basename, dirname, join, relative } from 'node:path/posix'
import { type Diagnostic, diagnose, wholeFile } from '../diagnostics/diagnostic.ts'
import { NothingYetError, UsageError } from '../diagnostics/failures.ts'
import { diagnoseProblem } from '../diagnostics/problem.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Files } from '../host/host.ts'
import { absolutePath, isWhole, isWithin, normalPath, pathFrom } from '../host/paths.ts'
import { repositoryBoundary } from '../host/repository-boundary.ts'
import { composed, namesIn, spelledPath } from '../host/spelled-path.ts'
import { copyRemarks } from './copies.ts'
import { nameWarnings } from './name-warnings.ts'
import type { RecordFile } from './read-record.ts'

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
}

const RECORD_ENDING = /\.ya?ml$/i

/** A Markdown file: folders leave it out, and a shell hands it over where somebody writes `plans/*`. */
function isText(path: string, files: Files): boolean {
  const looked = files.look(path)
  return /\.md$/i.test(path) && 'kind' in looked && looked.kind === 'file'
}

/**
 * Finds the records that paths name: files as they are, folders with all that is below them, and
 * patterns such as `plans/**` with what they match. Throws a UsageError for a path that matches
 * nothing, so that a run over nothing is never taken for a clean one.
 */
export async function findRecords(asked: Search, files: Files): Promise<Found> {
  const here = (path: string) => fromHere(path, files)
  const search = { ...asked, folder: here(asked.folder), others: asked.others.map(here) }
  const records = new Map<string, RecordFile>()
  const diagnostics: Diagnostic[] = []
  const named = search.paths.map((one) => spelledPath(here(one), files))
  const others = named.filter((path) => !isText(path, files))
  for (const path of others.length > 0 ? others : named) {
    const found = await findAt(path, search, files)
    if (found.records.length + found.diagnostics.length === 0) {
      throw path === search.folder
        ? new NothingYetError(
            `No records in ${path} yet: a record is a file there that ends in .yaml.`,
          )
        : new UsageError(`no records in \`${path}\`: a record is a file that ends in .yaml or .yml`)
    }
    for (const record of found.records) records.set(record.file, record)
    diagnostics.push(...found.diagnostics)
  }
  const inOrder = [...records.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  const { unique, taken } = withoutTakenIds(inOrder, search.folder)
  const remarks = [...nameWarnings(unique), ...copyRemarks(unique)]
  return { records: unique, diagnostics: [...diagnostics, ...taken, ...remarks] }
}

/** Where a whole path leads into the working directory, the path from there: one file has one name. */
function fromHere(path: string, files: Files): string {
  const [realPath] = isWhole(path) ? realPathOf(path, files) : []
  const isInside = realPath !== undefined && isWithin(realPath, files.cwd)
  return isInside ? pathFrom('.', realPath, files.cwd) || '.' : normalPath(path)
}

async function findAt(path: string, search: Search, files: Files): Promise<Found> {
  const looked = files.look(path)
  if (leadsOut(path, search, files)) {
    return { records: [], diagnostics: [diagnose(wholeFile(path), 'link-outside', {})] }
  }
  if ('problem' in looked) {
    if (looked.problem.kind !== 'missing') {
      return { records: [], diagnostics: [diagnoseProblem(path, looked.problem)] }
    }
    if (/[*?[\]{}]/.test(path)) return findMatches(path, search, files)
    throw new UsageError(`there is no file or folder \`${path}\`${nextFor(path, search, files)}`)
  }
  if (looked.kind === 'folder') return walkFolder(path, path, search, files)
  if (looked.kind === 'other') {
    return { records: [], diagnostics: [diagnoseProblem(path, { kind: 'notAFile' })] }
  }
  if (isText(path, files)) return { records: [], diagnostics: [] }
  return { records: [{ file: path, id: idOf(path, basename(path), search) }], diagnostics: [] }
}

/** What to do about a path where nothing is: the nearest that is there. */
function nextFor(path: string, { folder }: Search, files: Files): string {
  if (path === folder)
    return ': make that folder, name another on the command line, or set `records` in plandue.yaml'
  const near = didYouMean(basename(path), namesIn(dirname(path), files))
  return near === undefined ? '' : `: did you mean \`${join(dirname(path), near)}\`?`
}

async function findMatches(pattern: string, search: Search, files: Files): Promise<Found> {
  const { default: picomatch } = await import('picomatch')
  const { base } = picomatch.scan(pattern)
  const folder = spelledPath(base || '.', files)
  if ('problem' in files.look(folder)) throw new UsageError(`\`${pattern}\` matches nothing`)
  const matches = picomatch(composed(pattern))
  const isMatch = (file: string) => matches(composed(file))
  const found = walkFolder(folder, folder, search, files)
  return {
    records: found.records.filter(({ file }) => isMatch(file)),
    // What cannot be looked into, such as a closed folder, may hide a match.
    diagnostics: found.diagnostics.filter(({ file }) => isMatch(file) || !RECORD_ENDING.test(file)),
  }
}

function walkFolder(folder: string, start: string, search: Search, files: Files): Found {
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
    if (kind === 'file') records.push({ file, id: idOf(file, pathIn(start, file) ?? file, search) })
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

/** Whether a path in the repository is, or goes through, a link that leads out of it, or to git. */
function leadsOut(path: string, { root }: Search, files: Files): boolean {
  const [realRoot] = realPathOf(root, files)
  const [realPath] = realPathOf(path, files)
  if (realRoot === undefined || realPath === undefined) return false
  return (
    isWithin(absolutePath(path, files.cwd), realRoot) && !repositoryBoundary(root, files)(realPath)
  )
}

function realPathOf(path: string, files: Files): string[] {
  const looked = files.look(path)
  return 'realPath' in looked ? [looked.realPath] : []
}

/** The path in the folder of records, without the ending; elsewhere, the path as it was found. */
function idOf(file: string, otherwise: string, { folder }: Search): string {
  return composed(pathIn(folder, file) ?? otherwise).replace(RECORD_ENDING, '')
}

function pathIn(folder: string, file: string): string | undefined {
  if (file.startsWith(`${folder}/`)) return file.slice(folder.length + 1)
  const path = relative(folder, file)
  return path.startsWith('..') ? undefined : path
}

/** Each id once. Where two folders outside of that of the records share a name, the path decides. */
function withoutTakenIds(records: readonly RecordFile[], folder: string) {
  const byId = new Map<string, RecordFile>()
  const taken: Diagnostic[] = []
  const isOutside = new Map(records.map(({ file }) => [file, pathIn(folder, file) === undefined]))
  const outside = records.filter(({ file }) => isOutside.get(file))
  const inside = records.filter(({ file }) => !isOutside.get(file))
  for (const { file, id: short } of [...inside, ...outside]) {
    const isTaken = isOutside.get(file) && byId.has(short)
    const id = isTaken ? file.replace(RECORD_ENDING, '') : short
    const other = byId.get(id)
    if (other) {
      const args = { id, where: `\`${other.file}\` has it` }
      taken.push(diagnose(wholeFile(file), 'duplicate-id', args))
    } else byId.set(id, { file, id })
  }
  return { unique: [...byId.values()].sort((a, b) => (a.file < b.file ? -1 : 1)), taken }
}
