import type { TestProject } from 'vitest/node'
import { serveChromium } from './chromium.ts'
import { startAccord } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the program under test. */
    url: string
    /** Where the browser listens that all workers share. */
    browser: string
    /** Where the program keeps its data; holds the partner's demo key. */
    dataDir: string
    /** Every combination for axe instead of pairs. */
    allCombinations: boolean
  }
}

/** One program with demo data and one browser for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await serveChromium()
  const accord = await startAccord().catch(async (error: unknown) => {
    await browser.close()
    throw error
  })
  project.provide('url', accord.url)
  project.provide('dataDir', accord.dataDir)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await accord.stop()
  }
}
