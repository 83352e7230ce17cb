import { Refusal } from '../core/refusal.ts'
import { readEnv, type Env } from './env.ts'

/** Runs the program or a command. A refusal is told in its own words and ends it with exit code 1. */
export async function run(work: (env: Env, say: (line: string) => void) => Promise<void>): Promise<void> {
  try {
    await work(readEnv(), (line) => console.log(line))
  } catch (error) {
    if (error instanceof Refusal) for (const line of [`Accord: ${error.message}`, ...error.cure]) console.error(line)
    else console.error(error)
    process.exit(1)
  }
}
