/** Tells whether tables and row policies, as the entities declare them, are what the migrations make. */
import 'reflect-metadata'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../core/db/embedded.ts'
import { migrate } from '../../core/db/migrate.ts'
import { openOrm } from '../../core/db/orm.ts'
import { entities } from '../features.ts'

const directory = mkdtempSync(join(tmpdir(), 'accord-migrations-'))
const database = await startEmbedded(directory, { fast: true })
let difference: string
try {
  await migrate(database.ownerUrl, { program: 'accord_app', worker: 'accord_worker' })
  const orm = await openOrm(database.ownerUrl, entities)
  // References are composite, so that they stay inside a customer; MikroORM knows no such ones, and no exclusions.
  const references = await orm.em.execute<{ name: string }[]>(
    `select conname as name from pg_constraint where contype in ('f', 'x')`,
  )
  const isReference = (line: string) => references.some(({ name }) => line.endsWith(` drop constraint "${name}";`))
  const lines = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).split('\n')
  difference = lines.filter((line) => line.trim() && !isReference(line)).join('\n')
  await orm.close()
} finally {
  await database.stop()
  rmSync(directory, { recursive: true })
}
if (difference) {
  console.error(`Entities and migrations disagree. A new migration would have to say:\n\n${difference}`)
  process.exit(1)
}
