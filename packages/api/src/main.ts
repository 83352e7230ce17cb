import 'reflect-metadata'
import { readEnv } from './app/env.ts'
import { start } from './app/start.ts'
import { Refusal } from './core/refusal.ts'

try {
  await start(readEnv(), (line) => console.log(line))
} catch (error) {
  const lines = error instanceof Refusal ? [`Accord does not start. ${error.message}`, ...error.cure] : [error]
  for (const line of lines) console.error(line)
  process.exit(1)
}
