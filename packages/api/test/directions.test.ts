import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
let tree: string | undefined

afterEach(() => {
  if (tree) rmSync(tree, { recursive: true })
})

/** Lays out a small repository, each file with the files it imports, and returns the rules that it breaks. */
async function brokenRules(files: Record<string, string[]>): Promise<string[]> {
  tree = mkdtempSync(join(tmpdir(), 'accord-directions-'))
  for (const [path, imports] of Object.entries(files)) {
    const file = join(tree, 'packages', path)
    mkdirSync(dirname(file), { recursive: true })
    const lines = imports.map((target, i) => {
      const [, keyword, name] = /^(type )?(.*)$/.exec(target) ?? []
      return `import ${keyword ?? ''}{ x as x${i} } from '${name}'`
    })
    writeFileSync(file, [...lines, `export const x = ${imports.length}`].join('\n'))
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const options = [cruiser, 'packages', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json']
  // A broken rule is told by the exit code too; the report is complete all the same.
  const run = promisify(execFile)(process.execPath, options, { cwd: tree, maxBuffer: 1e8 })
  const { stdout } = await run.catch((failure: { stdout: string }) => failure)
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }
  return [...new Set(report.summary.violations.map(({ rule }) => rule.name))].toSorted()
}

test('a tree in the right order breaks nothing', async () => {
  const tree = {
    'api/src/core/a.ts': [],
    'api/src/features/one/index.ts': ['./one.ts'],
    'api/src/features/one/one.ts': ['../../core/a.ts'],
    'api/src/features/two/two.ts': ['../one/index.ts', '../../core/a.ts'],
    'api/src/app/app.ts': ['../features/two/two.ts', '../core/a.ts'],
    'api/src/main.ts': ['./app/app.ts'],
    'web/src/ui/b.ts': [],
    'web/src/features/c.ts': ['../ui/b.ts'],
    'web/src/routes/d.ts': ['../features/c.ts'],
  }
  expect(await brokenRules(tree)).toEqual([])
})

test.each<[string, Record<string, string[]>]>([
  [
    'api-core-knows-nothing-above',
    { 'api/src/core/a.ts': ['type ../features/one/index.ts'], 'api/src/features/one/index.ts': [] },
  ],
  ['api-features-know-no-app', { 'api/src/features/one/a.ts': ['../../app/b.ts'], 'api/src/app/b.ts': [] }],
  ['api-app-knows-no-main', { 'api/src/app/a.ts': ['../main.ts'], 'api/src/main.ts': [] }],
  ['api-features-meet-at-index', { 'api/src/features/one/a.ts': ['../two/b.ts'], 'api/src/features/two/b.ts': [] }],
  [
    'api-features-have-one-order',
    {
      'api/src/features/one/a.ts': ['type ../two/index.ts'],
      'api/src/features/one/index.ts': [],
      'api/src/features/two/b.ts': ['../one/index.ts'],
      'api/src/features/two/index.ts': [],
    },
  ],
  ['web-foundation-knows-nothing-above', { 'web/src/lib/a.ts': ['../features/b.ts'], 'web/src/features/b.ts': [] }],
  ['web-features-know-no-app', { 'web/src/features/a.ts': ['../routes/b.ts'], 'web/src/routes/b.ts': [] }],
  [
    'web-ui-knows-no-graphql',
    { 'web/src/ui/a.ts': ['../lib/__generated__/b.ts'], 'web/src/lib/__generated__/b.ts': [] },
  ],
  ['web-never-imports-api', { 'web/src/lib/a.ts': ['../../../api/src/core/b.ts'], 'api/src/core/b.ts': [] }],
  ['api-never-imports-web', { 'api/src/core/a.ts': ['../../../web/src/lib/b.ts'], 'web/src/lib/b.ts': [] }],
  ['schema-depends-on-nothing', { 'schema/a.ts': ['./b.ts'], 'schema/b.ts': [] }],
  ['no-cycle', { 'api/src/core/a.ts': ['./b.ts'], 'api/src/core/b.ts': ['./a.ts'] }],
  ['no-test-in-program', { 'api/src/core/a.ts': ['./b.test.ts'], 'api/src/core/b.test.ts': [] }],
  ['nothing-unresolvable', { 'api/src/core/a.ts': ['./missing.ts'] }],
])('%s is an error', async (rule, tree) => {
  expect(await brokenRules(tree)).toEqual([rule])
})
