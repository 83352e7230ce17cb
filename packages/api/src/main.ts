import 'reflect-metadata'
import { run } from './app/run.ts'
import { start } from './app/start.ts'

await run(start)
