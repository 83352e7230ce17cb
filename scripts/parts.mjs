import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')

/**
 * A piece of work: a command in a folder of the repository. What it prints is kept and shown only when it fails,
 * unless `live`.
 * @typedef {{ name: string, command: string[], folder?: string, live?: boolean }} Part
 */

/**
 * Runs one part and says how long it took.
 * @param {Part} part
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function runPart({ name, command, folder = '.', live = false }) {
  const begun = Date.now()
  const [program, ...args] = command
  const output = []
  if (live) console.log(`\n▶ ${name}`)
  const code = await new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: join(ROOT, folder),
      stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    if (!live) for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk))
    child.once('error', (error) => {
      output.push(Buffer.from(String(error)))
      resolve(1)
    })
    child.once('close', resolve)
  })
  const seconds = ((Date.now() - begun) / 1_000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(28)} ${seconds.padStart(6)} s`)
  if (code !== 0 && output.length > 0) console.log(Buffer.concat(output).toString().replaceAll(/^/gm, '    '))
  return code === 0
}

/**
 * Runs parts side by side, so many at once; every part runs, even when another one fails.
 * @param {Part[]} parts
 * @param {number} atOnce
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runParts(parts, atOnce) {
  const waiting = [...parts]
  let passed = 0
  const lane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) if (await runPart(part)) passed++
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return { passed, failed: parts.length - passed }
}

/** The command of a program in the workspace's node_modules. */
export function bin(name) {
  return join(ROOT, 'node_modules/.bin', name)
}

/** A script of a package. */
export function script(packageName, name) {
  return ['pnpm', '--silent', '--filter', `@accord/${packageName}`, 'run', name]
}
