/** `pnpm check`: everything that can be said about the code without running it. Every rule is an error. */
import { bin, runPart, runParts, script } from './parts.mjs'

const types = (project) => ({
  name: `types ${project}`,
  command: [bin('tsc'), '--noEmit', '-p', `packages/${project}`],
})

/** The generated files come first: types, lint and dead code look at them. */
export async function check() {
  if (!(await runPart({ name: 'generated files', command: script('web', 'codegen') }))) return { passed: 0, failed: 1 }
  return runParts(
    [
      types('api'),
      types('web/tsconfig.app.json'),
      types('web/tsconfig.portal.json'),
      types('web/tsconfig.node.json'),
      { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
      { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
      { name: 'directions of imports', command: [bin('depcruise'), 'packages', '--config', '.dependency-cruiser.cjs'] },
      { name: 'dead code', command: [bin('knip')] },
      { name: 'schema in step', command: script('api', 'schema:check') },
      { name: 'migrations in step', command: script('api', 'migrations:check') },
      { name: 'texts complete', command: script('web', 'i18n:check') },
    ],
    2,
  )
}

if (import.meta.main) process.exit((await check()).failed > 0 ? 1 : 0)
