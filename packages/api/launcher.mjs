import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Sends this process SIGTERM when a package manager that started it is gone. `npx` does not pass SIGTERM on, and nobody
 * can pass SIGKILL on: without this the program would stay behind and hold its port and its data.
 */
export function endWithLauncher() {
  const launchers = findLaunchers()
  if (launchers.length === 0) return
  const timer = setInterval(() => {
    if (launchers.every((pid) => describeProcess(pid) !== undefined)) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  timer.unref()
}

/** The unbroken line of package managers above us, with the shells between them: npx → sh → pnpm → sh → us. */
function findLaunchers() {
  const line = []
  let managers = 0
  for (let pid = process.ppid; pid > 1;) {
    const found = describeProcess(pid)
    if (!found) break
    const isManager = /^(\S*\/)?(npm|npx|pnpm)( |$)|^(\S*\/)?node .*\b(npm|npx|pnpm)(-cli)?(\.c?js)? /.test(
      found.command,
    )
    if (!isManager && !/^\S*sh -c /.test(found.command)) break
    line.push(pid)
    if (isManager) managers = line.length
    pid = found.parent
  }
  return line.slice(0, managers)
}

/** A process's parent and command line; undefined when it has ended, even if nobody has collected it yet. */
function describeProcess(pid) {
  try {
    if (process.platform === 'linux') {
      // The name stands in brackets and may hold blanks itself; state and parent follow it.
      const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return state === 'Z' ? undefined : { parent: Number(parent), command }
    }
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const [parent] = line.split(' ', 1)
    return { parent: Number(parent), command: line.slice(parent.length).trim() }
  } catch {
    return undefined
  }
}
