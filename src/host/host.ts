import type { IsoDate } from '../calendar/day.ts'
import type { Net } from './net.ts'

/** Why something could not be read. */
export type Problem =
  | { readonly kind: 'missing' | 'dangling' | 'denied' | 'loop' | 'notAFile' | 'exists' }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'notUtf8'; readonly offset: number; readonly isUtf16?: true }
  | { readonly kind: 'other'; readonly why: string }

/** A thing in a folder; a link is not followed for its kind. */
export type Entry = {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/** The files of the outside world. Paths have forward slashes, relative to the working directory. */
export type Files = {
  /** The working directory, absolute. */
  readonly cwd: string
  /** What is at a path, through links, and where it really is. */
  look(path: string): { kind: 'file' | 'folder' | 'other'; realPath: string } | { problem: Problem }
  list(folder: string): readonly Entry[] | { problem: Problem }
  /** The text of a file of at most so many bytes. */
  read(path: string, limit: number): { text: string } | { problem: Problem }
  /** Replaces a file at once or not at all, and keeps its mode; returns what was in the way. */
  write(path: string, content: string | Uint8Array): Promise<{ problem?: Problem }>
  /** Adds a text to the end of a file that others write to as well. */
  append(path: string, text: string): Promise<{ problem?: Problem }>
  /** Makes a new file, with its folders, at once or not at all; one that is there stays as it is. */
  add(path: string, text: string): Promise<{ problem?: Problem }>
}

/** What a process holds while no other may: a file and what is beside it. */
export type Lock = { release(): void }

/** One of the two streams that people read. */
export type Screen = {
  readonly isTerminal: boolean
  /** In characters; undefined where nobody is looking. */
  readonly columns: number | undefined
  /** How many colours it shows: 0 none, 1 sixteen, 2 256, 3 all. */
  readonly colours: 0 | 1 | 2 | 3
}

/** What the git program wrote, or why it could not; `why` is empty where it only said no. */
export type GitOutput =
  | { readonly out: Uint8Array }
  | { readonly failure: 'noGit' | 'tooMuch' | 'failed'; readonly why: string }

/** Runs git in the working directory, without a shell. */
export type Git = (args: readonly string[], input?: string) => GitOutput

/** Questions to somebody at a terminal, and their answers. */
export type Conversation = {
  /**
   * The answer to a question, as one line; undefined if they want to stop. Choices are offered where
   * they press Tab.
   */
  ask(question: string, choices?: readonly string[]): Promise<string | undefined>
  end(): void
}

/**
 * The outside world: clock, files, terminal, environment. All that plandue knows of it comes through
 * here, so that a test can give it another world.
 */
export type Host = Files & {
  /** The day in a time zone now. The only clock. */
  today(timeZone: string): IsoDate
  /** The time of day in a time zone now, like `06:05`. */
  timeOfDay(timeZone: string): string
  /** This moment in UTC, like `2024-02-05T06:05:00Z`. */
  now(): string
  env(name: string): string | undefined
  /**
   * Keeps other processes from a file, and waits for one that does so for some seconds at most. A
   * process that has died holds nothing. `heldBy` says who did not release it.
   */
  lock(path: string, seconds: number): Promise<Lock | { heldBy: string } | { problem: Problem }>
  /** The same for all files below a folder, which git ignores by itself. */
  lockFolder(folder: string, seconds: number): ReturnType<Host['lock']>
  readonly outScreen: Screen
  readonly errScreen: Screen
  /** Text for the results. */
  out(text: string): void
  /** Text for the results. Waits until it has left this process, and returns what was in the way. */
  handOver(text: string): Promise<{ problem?: Problem }>
  /** Text for everything else. */
  err(text: string): void
  /** Somebody to ask; undefined where nobody sits at a terminal. */
  conversation(): Promise<Conversation | undefined>
  /**
   * Adds to the end of a file, which is made if it is not there, and waits until that is on the disk.
   * What was in the way may have let a part of the text through.
   */
  appendToDisk(path: string, text: string): { problem?: Problem }
  /** The text of a file of at most so many bytes; U+FFFD stands where bytes are no UTF-8. */
  readDamaged(path: string, limit: number): { text: string } | { problem: Problem }
  /** The bytes of a file of at most so many. */
  readBytes(path: string, limit: number): { bytes: Uint8Array } | { problem: Problem }
  /** The text on standard input, of at most so many bytes. */
  readInput(limit: number): Promise<{ text: string } | { problem: Problem }>
  /** The git program; nothing of it is loaded before somebody asks. */
  git(): Promise<Git>
  /** What reaches beyond this machine; nothing of it is loaded before somebody asks. */
  net(): Promise<Net>
  /** Waits for some milliseconds. */
  sleep(milliseconds: number): Promise<void>
  /** A number from 0 to just below 1, to spread what would else happen at the same moment. */
  random(): number
  /** Says how far a long run has come, if somebody is looking and has waited for a while. */
  progress(done: number, total: number): void
}
