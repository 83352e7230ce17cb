import { defineConfig } from 'vitest/config'

const oracleCases = Number(process.env.ORACLE_CASES ?? 400)
// The test command takes the same seed everywhere, so that a failure is anybody's to see; a long run takes a new one.
const oracleSeed = Number(process.env.ORACLE_SEED ?? (oracleCases > 1_000 ? Date.now() % 1_000_000 : 23))

export default defineConfig({
  // Vite would take graphql's ES build while the libraries outside of Vite load the CommonJS one: two copies of
  // every GraphQL class, which refuse each other. This is the file that Node resolves for everybody.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'api',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'oracle/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['reflect-metadata'],
    // Both cores: while one file waits for PostgreSQL, the other one computes.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each fault once in the test command, and many times on their own.
    provide: {
      faults: Number(process.env.FAULTS ?? 1),
      oracle: { seed: oracleSeed, cases: oracleCases, mutants: process.env.ORACLE_MUTANTS ?? '' },
    },
  },
})
