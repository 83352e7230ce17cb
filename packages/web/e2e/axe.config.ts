import { defineConfig, mergeConfig } from 'vitest/config'
import tests from './vitest.config.ts'

/** `pnpm axe`: every screen in every combination of theme, language and width. */
export default mergeConfig(
  tests,
  defineConfig({ test: { include: ['screens.test.ts'], provide: { allCombinations: true }, maxConcurrency: 4 } }),
)
