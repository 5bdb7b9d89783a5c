import { basename, dirname, join } from 'node:path/posix'
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
import { RECORD_ENDING, recordIdOf, withoutTakenIds } from './record-ids.ts'
import { type Found, realPathOf, type Search, walkFolder } from './walk-folder.ts'

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
    throw missing(path, search, files)
  }
  if (looked.kind === 'folder') return walkFolder(path, path, search, files)
  if (looked.kind === 'other') {
    return { records: [], diagnostics: [diagnoseProblem(path, { kind: 'notAFile' })] }
  }
  if (isText(path, files)) return { records: [], diagnostics: [] }
  return {
    records: [{ file: path, id: recordIdOf(path, basename(path), search.folder) }],
    diagnostics: [],
  }
}

/** The error for a path where nothing is, with the nearest that is there, or what to do. */
function missing(path: string, { folder, config }: Search, files: Files): UsageError {
  const isUsual = path === folder && config === undefined
  if (isUsual) return new NothingYetError(`No records yet: there is no folder \`${path}\` here.`)
  const none = `there is no file or folder \`${path}\``
  const near = fileWithId(path, folder, files) ?? nearestTo(path, files)
  const meant = near === undefined ? '' : `: did you mean \`${near}\`?`
  if (path !== folder) return new UsageError(none + meant)
  const next = `: make that folder, name another on the command line, or set \`records\` in ${config}`
  return new UsageError(none + (meant ? `, which \`records\` in ${config} names${meant}` : next))
}

/** The file of the record with an id, which may be followed by the part of an item. */
function fileWithId(text: string, folder: string, files: Files): string | undefined {
  const [id = ''] = text.split('#', 1)
  if (id === '' || isWhole(id) || id.startsWith('.')) return undefined
  return ENDINGS.map((ending) => spelledPath(join(folder, `${id}${ending}`), files)).find(
    (file) => {
      const looked = files.look(file)
      return 'kind' in looked && looked.kind === 'file'
    },
  )
}

const ENDINGS = ['.yaml', '.yml']

/** What is nearest by its name in the same folder; nothing hidden, where nothing hidden was named. */
function nearestTo(path: string, files: Files): string | undefined {
  const name = basename(path)
  const names = namesIn(dirname(path), files)
  const visible = names.filter((one) => name.startsWith('.') || !one.startsWith('.'))
  const near = didYouMean(name, visible)
  return near === undefined ? undefined : join(dirname(path), near)
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

/** Whether a path in the repository is, or goes through, a link that leads out of it, or to git. */
function leadsOut(path: string, { root }: Search, files: Files): boolean {
  const [realRoot] = realPathOf(root, files)
  const [realPath] = realPathOf(path, files)
  if (realRoot === undefined || realPath === undefined) return false
  return (
    isWithin(absolutePath(path, files.cwd), realRoot) && !repositoryBoundary(root, files)(realPath)
  )
}
