import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
type Tree = Record<string, string[]>

/** Lays out a small repository, each file with the files it imports, and returns the rules that it breaks, with the breaker. */
async function broken(files: Tree): Promise<string[]> {
  const tree = mkdtempSync(join(tmpdir(), 'accord-directions-'))
  try {
    for (const [path, imports] of Object.entries(files)) {
      const file = join(tree, 'packages', path)
      mkdirSync(dirname(file), { recursive: true })
      const lines = imports.map(
        (target, i) =>
          `import ${target.startsWith('type ') ? 'type ' : ''}{ x as x${i} } from '${target.replace('type ', '')}'`,
      )
      writeFileSync(file, [...lines, `export const x = ${imports.length}`].join('\n'))
    }
    const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
    const options = [cruiser, 'packages', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json']
    // A broken rule is told by the exit code too; the report is complete all the same.
    const run = promisify(execFile)(process.execPath, options, { cwd: tree, maxBuffer: 1e8 })
    const { stdout } = await run.catch((failure: { stdout: string }) => failure)
    const report = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
    return report.summary.violations
      .map(({ rule, from }) => `${rule.name}: ${from.replace('packages/', '')}`)
      .toSorted()
  } finally {
    rmSync(tree, { recursive: true })
  }
}

/** A tree in the right order; the breakers below are added to it. */
const house: Tree = {
  'schema/plain.ts': [],
  'api/src/core/core.ts': [],
  'api/src/features/one/index.ts': ['./one.ts'],
  'api/src/features/one/one.ts': ['../../core/core.ts'],
  'api/src/features/two/index.ts': ['../one/index.ts'],
  'api/src/features/three/index.ts': [],
  'api/src/app/app.ts': ['../features/two/index.ts', '../core/core.ts'],
  'api/src/main.ts': ['./app/app.ts'],
  'web/src/ui/button.ts': [],
  'web/src/lib/__generated__/schema.ts': [],
  'web/src/features/list.ts': ['../ui/button.ts', '../lib/__generated__/schema.ts'],
  'web/src/routes/page.ts': ['../features/list.ts'],
}

const breakers: [rule: string, file: string, imports: string[]][] = [
  ['api-core-knows-nothing-above', 'api/src/core/up.ts', ['type ../features/three/index.ts']],
  ['api-features-know-no-app', 'api/src/features/three/up.ts', ['../../app/app.ts']],
  ['api-app-knows-no-main', 'api/src/app/up.ts', ['../main.ts']],
  ['api-features-meet-at-index', 'api/src/features/three/past-index.ts', ['../one/one.ts']],
  ['web-foundation-knows-nothing-above', 'web/src/lib/up.ts', ['../features/list.ts']],
  ['web-features-know-no-app', 'web/src/features/up.ts', ['../routes/page.ts']],
  ['web-ui-knows-no-graphql', 'web/src/ui/data.ts', ['../lib/__generated__/schema.ts']],
  ['web-never-imports-api', 'web/src/lib/across.ts', ['../../../api/src/core/core.ts']],
  ['api-never-imports-web', 'api/src/core/across.ts', ['../../../web/src/ui/button.ts']],
  ['schema-depends-on-nothing', 'schema/code.ts', ['./plain.ts']],
  ['nothing-unresolvable', 'api/src/core/lost.ts', ['./missing.ts']],
]

test('a tree in the right order breaks nothing', async () => {
  expect(await broken(house)).toEqual([])
})

test('every import against the order is an error, and told with the file that does it', async () => {
  const tree = { ...house, ...Object.fromEntries(breakers.map(([, file, imports]) => [file, imports])) }
  // A feature that reaches into the app also closes a ring of folders.
  const alone = (await broken(tree)).filter((line) => !line.startsWith('api-features-have-one-order'))
  expect(alone).toEqual(breakers.map(([rule, file]) => `${rule}: ${file}`).toSorted())
})

test('two files that need each other, and two features, types included', async () => {
  const files = { 'api/src/core/a.ts': ['./b.ts'], 'api/src/core/b.ts': ['./a.ts'] }
  expect(await broken(files)).toContain('no-cycle: api/src/core/a.ts')
  const features = { ...house, 'api/src/features/one/types.ts': ['type ../two/index.ts'] }
  expect(await broken(features)).toContain('api-features-have-one-order: api/src/features/one')
})
