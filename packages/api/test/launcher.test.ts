import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isAlive, isGone } from '../src/core/process.ts'

const launcher = new URL('../launcher.mjs', import.meta.url).href
const program = `import { endWithLauncher } from '${launcher}'; endWithLauncher(); console.log(process.pid); setInterval(() => {}, 1000)`

/** Starts the program from a process of another name, and returns both. */
async function startFrom(name: string) {
  const parent = `import { spawn } from 'node:child_process'
    spawn(process.execPath, ['--input-type=module', '--eval', ${JSON.stringify(program)}], { stdio: 'inherit' })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', parent], {
    argv0: name,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, pid: Number(line.toString()) }
}

test('kill -9 of the package manager ends the program too', async () => {
  const { child, pid } = await startFrom('pnpm')
  child.kill('SIGKILL')
  expect(await isGone(pid, 5_000)).toBe(true)
})

test('whoever else started it may go', async () => {
  const { child, pid } = await startFrom('a-shell-of-mine')
  child.kill('SIGKILL')
  await sleep(1_500)
  expect(isAlive(pid)).toBe(true)
  process.kill(pid, 'SIGKILL')
})
