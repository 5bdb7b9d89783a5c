import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Host, Lock, Problem } from '../host/host.ts'
import { tried } from './problems.ts'

/**
 * Each process puts up a flag beside the file, under a name that no other has, and then looks for the
 * flags of others: of two that do so at once, at least one sees the other. A flag names its process,
 * so that one whose process is dead can be taken away by anybody, and never a later one by mistake.
 */
export async function lock(link: string, seconds: number): ReturnType<Host['lock']> {
  const path = behind(link)
  const own = nameOf(flagOfThisProcess())
  const patience = performance.now() + seconds * 1000
  for (;;) {
    const raised = raise(`${path}${MARK}${own}`)
    if ('problem' in raised) return raised
    const other = firstOther(path, own)
    if (other === undefined) return raised
    raised.release()
    if (performance.now() > patience) {
      return { heldBy: `process ${other.process} on ${other.machine}` }
    }
    // Two that wait for each other must not do so in step.
    await sleep(50 + 150 * Math.random())
  }
}

/**
 * A folder has its flags in one of its own, which stays, and which git ignores because it says so
 * itself: a run that ends and one that begins must find the same place.
 */
export async function lockFolder(folder: string, seconds: number): ReturnType<Host['lock']> {
  const place = join(behind(folder), LOCK_FOLDER)
  const made = tried(() => {
    mkdirSync(place, { recursive: true })
    // A checkout can hold a link of this name, and nothing is to be written where it leads.
    if (!lstatSync(place).isDirectory()) throw new Error(`\`${LOCK_FOLDER}\` there is no folder`)
    return {}
  })
  if ('problem' in made) return made
  const ignored = tried(() => writeFileSync(join(place, '.gitignore'), '*\n', { flag: 'wx' }))
  return ignored && ignored.problem.kind !== 'exists'
    ? ignored
    : lock(join(place, 'records'), seconds)
}

const LOCK_FOLDER = '.plandue-lock'

/** One file can have several names, and its flags are to be beside each other. */
function behind(link: string): string {
  const real = tried(() => realpathSync(link))
  return typeof real === 'string' ? real : link
}

/** A process that holds a lock. */
export type Flag = {
  readonly process: number
  /** When it started, in ticks of its kernel: another process may get its number later. */
  readonly started: string
  /** The kernel and the space in which its number counts. */
  readonly place: string
  readonly machine: string
  readonly random: string
}

const MARK = '.lock-'

/**
 * Where nobody can ask a process whether it lives, its flag holds for so long after the last sign. One
 * from the future is no sign either: the clock that gave it has been put right since.
 */
const SILENCE = 10 * 60_000
const SIGN_OF_LIFE = 60_000

function raise(flag: string): Lock | { problem: Problem } {
  return tried(() => {
    closeSync(openSync(flag, 'wx'))
    const signs = setInterval(
      () => tried(() => utimesSync(flag, new Date(), new Date())),
      SIGN_OF_LIFE,
    )
    signs.unref()
    return {
      release: () => {
        clearInterval(signs)
        rmSync(flag, { force: true })
      },
    }
  })
}

/** A live process beside this one that has put up its flag; the flags of dead ones are taken away. */
function firstOther(path: string, own: string): Flag | undefined {
  const start = basename(path) + MARK
  for (const name of readdirSync(dirname(path))) {
    const flag = name.startsWith(start) ? flagOf(name.slice(start.length)) : undefined
    if (!flag || name === start + own) continue
    const file = join(dirname(path), name)
    if (isAlive(flag, file)) return flag
    rmSync(file, { force: true })
  }
  return undefined
}

function isAlive(flag: Flag, file: string): boolean {
  const { machine, place } = flagOfThisProcess()
  return holderIsAlive(flag, { machine, place, startOf, isRunning, isFresh: () => isFresh(file) })
}

/** What this machine knows of processes. */
type Processes = Pick<Flag, 'machine' | 'place'> & {
  startOf(id: number): string
  isRunning(id: number): boolean
  isFresh(): boolean
}

/**
 * Whether the process that put up a flag lives. Linux says when each started. Windows and macOS say
 * only which numbers are in use, and another process may have got this one since; of one elsewhere
 * nobody here knows more than its last sign of life.
 */
export function holderIsAlive(flag: Flag, here: Processes): boolean {
  const isHere = flag.place === here.place && flag.machine === here.machine
  if (isHere && flag.started !== UNKNOWN) return here.startOf(flag.process) === flag.started
  return (!isHere || here.isRunning(flag.process)) && here.isFresh()
}

/** A process of another user can be asked as well: the answer is that it may not be touched. */
function isRunning(id: number): boolean {
  const sent = tried(() => process.kill(id, 0))
  return sent === true || sent.problem.kind === 'denied'
}

function isFresh(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) < SILENCE
}

function flagOfThisProcess(): Flag {
  return {
    process: process.pid,
    started: startOf(process.pid),
    place: here(),
    machine: hostname().replace(/[^A-Za-z0-9.-]/g, '-'),
    random: Math.random().toString(36).slice(2, 8),
  }
}

function nameOf({ process: id, started, place, random, machine }: Flag): string {
  return [id, started, place, random, machine].join('_')
}

function flagOf(name: string): Flag | undefined {
  const [id = '', started, place, random, machine = ''] = name.split('_')
  if (!/^\d+$/.test(id) || !started || !place || !random) return undefined
  return { process: Number(id), started, place, random, machine }
}

const UNKNOWN = 'unknown'

/** When a process started, on Linux: the 20th field after its name in brackets. */
function startOf(id: number): string {
  if (process.platform !== 'linux') return UNKNOWN
  const stat = tried(() => readFileSync(`/proc/${id}/stat`, 'utf8'))
  if (typeof stat !== 'string') return 'gone'
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // One that has ended, and whose parent has not looked yet, holds nothing either.
  return fields[0] === 'Z' ? 'gone' : (fields[19] ?? UNKNOWN)
}

function here(): string {
  if (process.platform !== 'linux') return UNKNOWN
  const parts = tried(() => [
    readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8),
    readlinkSync('/proc/self/ns/pid').replace(/\D/g, ''),
  ])
  return 'problem' in parts ? UNKNOWN : parts.join('-')
}
