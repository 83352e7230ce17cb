import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCode } from './refusal.ts'

const LINUX = process.platform === 'linux'

/** Whether a process of this number lives. One that has ended and was not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if (systemCode(error) !== 'EPERM') return false
  }
  return !LINUX || stat(pid)?.state !== 'Z'
}

/**
 * Something that tells this run of a process number from every other one: numbers are used again, after a restart of
 * the machine and above all in containers, where every start has the same few. Undefined when no such process lives.
 */
export function processIdentity(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  if (!LINUX) return ps('lstart', pid)
  const started = stat(pid)?.started
  return started && `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${started}`
}

/** Whether this process is a PostgreSQL server that works in the given directory. */
export function isPostmasterOf(pid: number, directory: string): boolean {
  if (!isAlive(pid)) return false
  if (!LINUX) return ps('command', pid)?.includes(directory) ?? false
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory
  } catch {
    return false
  }
}

/** Sends a signal to a process that may have ended by now. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error
  }
}

/** Waits until the process is gone; false when it still lives after that many milliseconds. */
export async function isGone(pid: number, within: number): Promise<boolean> {
  const deadline = Date.now() + within
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}

function stat(pid: number): { state?: string; started?: string } | undefined {
  try {
    // The name stands in brackets and may hold blanks itself; the other fields follow it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { state: fields[0], started: fields[19] }
  } catch {
    return undefined
  }
}

function ps(field: string, pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}
