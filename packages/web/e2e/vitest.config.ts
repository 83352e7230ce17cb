import { defineConfig } from 'vitest/config'

/** Browser tests on the real server, in the test command: axe visits every screen in pairwise combinations. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'e2e',
    include: ['*.test.ts', 'lib/*.test.ts'],
    globalSetup: ['setup/global.ts'],
    setupFiles: ['setup/worker.ts'],
    provide: { allCombinations: false },
    // Two cores: while one page waits for the server, another one draws.
    maxWorkers: 2,
    maxConcurrency: 3,
    sequence: { concurrent: true },
    // What fails once and passes then is told (setup/worker.ts): a bug of the test or of the page, to be found, but no
    // reason to lose the run of a whole tree.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
