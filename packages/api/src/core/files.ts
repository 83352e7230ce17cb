import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { Refusal, systemCode } from './refusal.ts'

/** What Accord writes into its data directory. Anything else in there means that the directory is somebody else's. */
const OURS =
  /^(accord\.pid|secret|logins\.json|postgres|postgres\.new|postgres\.log(\.1)?|demo-partner-key|files|\..*)$/

/**
 * Makes sure that the data directory exists, is Accord's own and is closed to everybody else (0700).
 * A directory that holds other files, or that others could write to, is refused and left as it is.
 */
export function openDataDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const { mode } = statSync(path)
    const entries = readdirSync(path)
    const foreign = entries.includes('logins.json') ? undefined : entries.find((name) => !OURS.test(name))
    if (foreign)
      throw new Refusal(`DATA_DIR ${path} holds files that are not Accord's (${foreign}): name an empty directory.`)
    if (entries.length > 0 && mode & 0o022)
      throw new Refusal(`DATA_DIR ${path} could be written by others: check its files, then run: chmod 700 '${path}'`)
    if (mode & 0o077) chmodSync(path, 0o700)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusable(path, error)
  }
}

/** Reads a private file (0600) of the data directory, or writes it with what `make` returns when it does not exist. */
export function keptText(path: string, make: () => string): string {
  const found = readText(path)
  if (found !== undefined) return found
  const text = make()
  writePrivate(path, text)
  return text
}

/** Writes a private file (0600) at once or not at all. */
export function writePrivate(path: string, text: string): void {
  try {
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, text, { mode: 0o600 })
    renameSync(draft, path)
  } catch (error) {
    throw unusable(path, error)
  }
}

/** The text of a file, or undefined when it does not exist. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw unusable(path, error)
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'this user has no right to it',
  EPERM: 'it belongs to another user',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is not a directory',
  EEXIST: 'it is not a directory',
}

function unusable(path: string, error: unknown): unknown {
  const code = systemCode(error)
  if (code === undefined || error instanceof Refusal) return error
  return new Refusal(
    `${path} cannot be used: ${REASONS[code] ?? code}. Put it right or set DATA_DIR to another directory.`,
  )
}
