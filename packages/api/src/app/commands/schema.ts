/** Writes the published contract from the program, or with `--check` tells whether the committed one is in step. */
import 'reflect-metadata'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSchema } from '../schema.ts'

const file = join(import.meta.dirname, '../../../../schema/schema.graphql')
const { schema } = await makeSchema()
const text = `${printSchema(lexicographicSortSchema(schema))}\n`

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error(
      'packages/schema/schema.graphql is not what the program serves: run pnpm schema and review the difference.',
    )
    process.exit(1)
  }
} else {
  writeFileSync(file, text)
}
