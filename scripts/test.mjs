/**
 * `pnpm test` runs everything that a contributor must pass; `pnpm test:unit` and `pnpm test:e2e` run a part of it, and
 * hand further words to Vitest: `pnpm test:unit signin`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { ROOT, runPart } from './parts.mjs'

const [wanted, ...filters] = process.argv.slice(2)
const reports = mkdtempSync(join(tmpdir(), 'accord-reports-'))
const sum = { passed: 0, failed: 0 }

if (!wanted) add(await check())
if (!wanted || wanted === 'unit') {
  await runTests('tests of the API', 'packages/api')
  await runTests('tests of the SPA', 'packages/web')
}
if (!wanted || wanted === 'e2e') {
  const built = await runPart({ name: 'build', command: [process.execPath, 'packages/api/start.mjs', '--build'] })
  if (built) await runTests('tests in the browser', 'packages/web', ['--config', 'e2e/vitest.config.ts'])
  else add({ passed: 0, failed: 1 })
}

rmSync(reports, { recursive: true })
const line = `${sum.passed} passed, ${sum.failed} failed`
console.log(`\n${line}`)
if (process.env.TEST_RESULT) writeFileSync(process.env.TEST_RESULT, line)
process.exit(sum.failed > 0 ? 1 : 0)

async function runTests(name, folder, options = []) {
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`)
  const vitest = join(ROOT, folder, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const some = filters.length > 0 ? ['--passWithNoTests', ...filters] : []
  const ended = await runPart({
    name,
    folder,
    live: true,
    command: [process.execPath, vitest, 'run', ...options, ...reporters, ...some],
  })
  const counted = count(report)
  // A run that fails without a failed test (a file that does not load, an error outside of tests) has failed as well.
  add(!ended && counted.failed === 0 ? { ...counted, failed: 1 } : counted)
}

function count(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function add({ passed, failed }) {
  sum.passed += passed
  sum.failed += failed
}
