import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { systemCode, Refusal } from '../../refusal.ts'

/** The system user that PostgreSQL runs as when it cannot be ours. */
export interface RunAs {
  uid: number
  gid: number
}

const NAME = 'postgres'

/**
 * PostgreSQL refuses to run as root. For root this is the owner of the existing data, or else the system user
 * `postgres`, which is made when it is missing. For everybody else undefined: PostgreSQL runs as who we are.
 */
export function findUser(cluster: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (process.platform !== 'linux')
    throw new Refusal('The embedded PostgreSQL does not run as root: start Accord as an ordinary user.')
  return ownerOf(cluster) ?? lookUp() ?? create()
}

function ownerOf(path: string): RunAs | undefined {
  try {
    const { uid, gid } = statSync(path)
    return uid === 0 ? undefined : { uid, gid }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function lookUp(): RunAs | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function create(): RunAs {
  try {
    const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]
    execFileSync('useradd', options, { stdio: 'ignore' })
  } catch {
    // Two starts at once: the other one may have made it.
  }
  const made = lookUp()
  if (!made)
    throw new Refusal(
      `PostgreSQL does not run as root and the user ${NAME} cannot be made: start Accord as an ordinary user.`,
    )
  return made
}
